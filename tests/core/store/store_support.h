// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cases for the tests of the store: made fast, filled with rows as an import would write them.

#include "core/base/byte_source.h"
#include "core/base/progress.h"
#include "core/store/case_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

#include <cstdint>
#include <memory>
#include <string>

namespace tests {

inline constexpr const char* kPassphrase = "tre grønne både";
inline constexpr std::uint64_t kPage = 8192;        // of the database
inline constexpr std::uint64_t kWalHeader = 32;     // of its log
inline constexpr std::uint64_t kFrame = kPage + 24; // a page in the log

struct TestCase {
    TempFolder temp;
    FixedClock clock;
    std::filesystem::path folder = temp.path() / "sag";
    std::unique_ptr<core::store::CaseStore> store;

    TestCase() { create(); }
    void create() {
        store = core::store::CaseStore::create(folder, kPassphrase, "Notater", "Europe/Copenhagen",
                                               core::store::KdfCost::Fast, clock);
    }
    void close() { store.reset(); }
    void open() { store = core::store::CaseStore::open(folder, kPassphrase, clock); }
    void reopen() {
        close();
        open();
    }
};

bool finds(const std::vector<core::store::CaseStore::Finding>& findings, const std::string& what,
           const std::string& subject);

core::store::StoredObject storeBytes(core::store::Vault& vault, std::string_view bytes);
std::string placeBytes(core::store::Vault& vault, std::string_view bytes); // an object without a row; its id

// One original with its row, one source, in one transaction; the id of the source.
std::int64_t addSource(core::store::CaseStore& store, const std::string& bytes);
// An item with that text and its line in the search index. The transaction is the caller's.
std::int64_t addItem(core::store::Database& database, std::int64_t source, const std::string& text);

std::string patternBytes(std::size_t size); // bytes that look like nothing, the same every time

// Changes one byte of a file in place.
void flipByte(const std::filesystem::path& file, std::uint64_t offset);

} // namespace tests
