// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_rows.h"

#include "core/base/error.h"
#include "core/store/source_digest.h"

#include <iterator>
#include <set>

namespace core::store {

using Findings = std::vector<CaseStore::Finding>;

namespace {

// What an entry says, beside what the row says; an entry of the first version says less.
constexpr const char* kPairs =
    "SELECT c.sequence, c.subject, s.id, "
    "c.detail ->> '$.sha256', o.sha256, c.detail ->> '$.size', o.size, c.detail ->> '$.format', s.format, "
    "c.detail ->> '$.zone', s.zone, c.detail ->> '$.date_order', s.date_order, c.detail ->> '$.rows', "
    "s.removed_ms "
    "FROM (SELECT * FROM custody WHERE action IN ('import', 'import-begin') AND subject LIKE 'source %' AND "
    "json_valid(detail)) c "
    "LEFT JOIN source s ON s.id = CAST(substr(c.subject, 8) AS INTEGER) "
    "LEFT JOIN original o ON o.id = s.original_id ORDER BY c.sequence";

constexpr int kFirstPair = 3;
constexpr const char* kPairNames[] = {"SHA-256", "size", "format", "zone", "date order"};
constexpr int kRows = kFirstPair + 2 * static_cast<int>(std::size(kPairNames)), kRemoved = kRows + 1;

void compare(const Statement& row, Findings& findings) {
    const auto differs = [&](const char* what) {
        findings.push_back(
            {"source", row.text(1),
             std::string("its ") + what + " is not the one of entry " + row.text(0) + " of the history"});
    };
    int column = kFirstPair;
    for (const char* name : kPairNames) {
        if (!row.isNull(column) && row.text(column) != row.text(column + 1)) differs(name);
        column += 2;
    }
}

// One state of the case for all that is compared: an import beside it may commit at any moment.
class OneState {
public:
    explicit OneState(Database& database) : database_(database) { database_.execute("BEGIN"); }
    ~OneState() {
        try {
            database_.execute("ROLLBACK");
        } catch (const base::Error&) {
            return; // nothing was changed in it
        }
    }
    OneState(const OneState&) = delete;
    OneState& operator=(const OneState&) = delete;

private:
    Database& database_;
};

} // namespace

void checkRowsAgainstHistory(Database& database, const base::Progress& progress, Findings& findings) {
    const OneState state(database);
    std::set<std::int64_t> ended;
    Statement row = database.prepare(kPairs);
    while (row.step()) {
        progress.throwIfCancelled();
        if (row.isNull(2)) {
            findings.push_back(
                {"source", row.text(1), "the history says it was imported, and it is not there"});
            continue;
        }
        compare(row, findings);
        ended.insert(row.integer(2));
        if (row.isNull(kRows) || !row.isNull(kRemoved))
            continue; // says nothing of rows, or they were removed
        SourceDigest digest(database, row.integer(2));
        digest.advance();
        if (digest.finish() != row.text(kRows))
            findings.push_back({"source", row.text(1), "its items are not as they were imported"});
    }
    Statement removed = database.prepare(
        "SELECT id FROM source WHERE removed_ms IS NOT NULL AND (EXISTS (SELECT 1 FROM item WHERE source_id "
        "= "
        "source.id) OR NOT EXISTS (SELECT 1 FROM custody WHERE subject = 'source ' || source.id AND action "
        "IN ('remove-source', 'read-table')))");
    while (removed.step())
        findings.push_back(
            {"source", "source " + removed.text(0),
             "it is marked as removed, and the history does not say so or items of it are left"});
    Statement sources = database.prepare("SELECT id FROM source WHERE complete >= 1");
    while (sources.step())
        if (!ended.contains(sources.integer(0)))
            findings.push_back(
                {"source", "source " + sources.text(0), "the history says nothing of its import"});
}

} // namespace core::store
