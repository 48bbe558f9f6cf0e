// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_checks.h"

#include "core/base/error.h"

#include <set>
#include <utility>

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

namespace {

// A sum over who is in which item, in whatever order.
struct LinkSum {
    std::uint64_t count = 0, sum = 0;
    void take(std::int64_t identifier, std::int64_t item, bool isSender) {
        std::uint64_t x = static_cast<std::uint64_t>(identifier) * 0x9E3779B97F4A7C15U +
                          static_cast<std::uint64_t>(item) * 0xC2B2AE3D27D4EB4FU + (isSender ? 1U : 0U);
        x ^= x >> 29U;
        x *= 0xBF58476D1CE4E5B9U;
        sum += x ^ x >> 32U;
        ++count;
    }
    bool operator==(const LinkSum&) const = default;
};

LinkSum linksOfItems(Database& database) {
    LinkSum sum;
    std::set<std::pair<std::int64_t, bool>> ofItem;
    std::int64_t item = 0;
    const auto takeItem = [&] {
        for (const auto& [identifier, isSender] : ofItem) sum.take(identifier, item, isSender);
        ofItem.clear();
    };
    Statement rows =
        database.prepare("SELECT i.id, p.f1, p.f0 = 'from' FROM item i, packed_rows(i.people, 4) p "
                         "WHERE p.f1 IS NOT NULL ORDER BY i.id");
    while (rows.step()) {
        if (rows.integer(0) != item) takeItem();
        item = rows.integer(0);
        ofItem.emplace(rows.integer(1), rows.integer(2) != 0);
    }
    takeItem();
    return sum;
}

} // namespace

void checkPeople(Database& database, Findings& findings) {
    LinkSum kept;
    Statement rows = database.prepare("SELECT identifier_id, item_id, is_sender FROM item_identifier");
    while (rows.step()) kept.take(rows.integer(0), rows.integer(1), rows.integer(2) != 0);
    if (kept != linksOfItems(database))
        findings.push_back({"database", "people", "who took part in which items does not fit the items"});
}

void checkForeignKeys(Database& database, Findings& findings) {
    Statement keys = database.prepare("PRAGMA foreign_key_check");
    while (keys.step())
        findings.push_back(
            {"foreign-key", keys.text(0) + " " + keys.text(1), "points at a missing row of " + keys.text(2)});
}

} // namespace core::store
