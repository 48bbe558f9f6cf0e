// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The checks that `verify` and a copy have in common, each over one connection or one folder of originals.
// Not which of them are made and what follows: case_verify.cpp, case_copy.cpp.

#include "core/store/case_store.h"

namespace core::store {

struct OriginalRow {
    std::int64_t id = 0;
    std::string objectId, sha256;
    std::uint64_t size = 0;
    bool mayBeMissing = false; // a rescue has said that its file is lost
};

// But for those whose sources were all removed: their files are gone on purpose.
std::vector<OriginalRow> keptOriginals(Database& database);
// What is wrong with it; empty for nothing. Counts the bytes of the original in `progress`.
std::string faultOf(const OriginalRow& row, const Vault& vault, base::Progress& progress);
// The first lines that a check of SQLite or SQLCipher answers, but for its "ok".
void checkPragma(Database& database, const char* pragma, const std::string& subject,
                 std::vector<CaseStore::Finding>& findings);
// Whether item_identifier says what the items do.
void checkPeople(Database& database, std::vector<CaseStore::Finding>& findings);
void checkForeignKeys(Database& database, std::vector<CaseStore::Finding>& findings);

} // namespace core::store
