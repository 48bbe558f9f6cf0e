// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_checks.h"

#include "core/base/error.h"

namespace core::store {

using base::Error;
using base::ErrorCode;
using Findings = std::vector<CaseStore::Finding>;

std::vector<OriginalRow> keptOriginals(Database& database) {
    Statement rows = database.prepare(
        "SELECT id, object_id, sha256, size, EXISTS (SELECT 1 FROM original_lost WHERE original_id = o.id) "
        "FROM original o WHERE NOT EXISTS (SELECT 1 FROM source WHERE original_id = o.id) OR EXISTS (SELECT "
        "1 "
        "FROM source WHERE original_id = o.id AND removed_ms IS NULL) ORDER BY id");
    std::vector<OriginalRow> all;
    while (rows.step())
        all.push_back({rows.integer(0), rows.text(1), rows.text(2),
                       static_cast<std::uint64_t>(rows.integer(3)), rows.integer(4) != 0});
    return all;
}

std::string faultOf(const OriginalRow& row, const Vault& vault, base::Progress& progress) {
    try {
        const StoredObject now = vault.check(row.objectId, progress);
        if (now.size != row.size) return "it has another length than when it was imported";
        if (base::toHex(now.sha256) != row.sha256) return "its SHA-256 is another than when it was imported";
        return {};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled) throw;
        if (error.code() == ErrorCode::NotFound) return row.mayBeMissing ? "" : "its file is missing";
        return error.what();
    }
}

void checkPragma(Database& database, const char* pragma, const std::string& subject, Findings& findings) {
    try {
        Statement rows = database.prepare(pragma);
        while (rows.step())
            if (rows.text(0) != "ok") findings.push_back({"database", subject, rows.text(0)});
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled) throw;
        findings.push_back({"database", subject, error.what()});
    }
}

void checkPeople(Database& database, Findings& findings) {
    const char* const isMissing =
        "SELECT EXISTS (SELECT 1 FROM item_participant p WHERE identifier_id IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM item_identifier l WHERE l.identifier_id = p.identifier_id AND l.item_id = p.item_id "
        "AND l.is_sender = (p.role = 'from')))";
    const char* const isWrong =
        "SELECT EXISTS (SELECT 1 FROM item_identifier l WHERE NOT EXISTS (SELECT 1 FROM item_participant p "
        "WHERE p.item_id = l.item_id AND p.identifier_id = l.identifier_id AND (p.role = 'from') = "
        "l.is_sender))";
    if (database.integer(isMissing) != 0 || database.integer(isWrong) != 0)
        findings.push_back({"database", "people", "who took part in which items does not fit the items"});
}

void checkForeignKeys(Database& database, Findings& findings) {
    Statement keys = database.prepare("PRAGMA foreign_key_check");
    while (keys.step())
        findings.push_back(
            {"foreign-key", keys.text(0) + " " + keys.text(1), "points at a missing row of " + keys.text(2)});
}

} // namespace core::store
