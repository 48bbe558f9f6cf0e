// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/finding_log.h"

#include "core/store/json_text.h"

namespace core::store {

using Finding = CaseStore::Finding;

namespace {

bool isKnown(Database& database, const Finding& finding) {
    Statement row = database.prepare("SELECT 1 FROM finding WHERE what = ? AND subject = ? AND "
                                     "(seen_ms IS NULL OR what = 'orphan') LIMIT 1");
    return row.with(finding.what, finding.subject).step();
}

} // namespace

void recordFindings(Database& database, const base::Clock& clock, const std::vector<Finding>& findings) {
    if (findings.empty()) return;
    Transaction transaction(database);
    Statement insert =
        database.prepare("INSERT INTO finding(at_ms, what, subject, detail) VALUES (?, ?, ?, ?)");
    for (const Finding& finding : findings) {
        if (isKnown(database, finding)) continue;
        insert.with(clock.nowMs(), finding.what, finding.subject, finding.detail).run();
        appendCustody(
            database, clock, "finding", "case",
            jsonObject({{"what", finding.what}, {"subject", finding.subject}, {"detail", finding.detail}}));
    }
    transaction.commit();
}

std::vector<Finding> unseenFindings(Database& database) {
    Statement rows =
        database.prepare("SELECT what, subject, detail FROM finding WHERE seen_ms IS NULL ORDER BY id");
    std::vector<Finding> findings;
    while (rows.step()) findings.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return findings;
}

bool markFindingsSeen(Database& database, const base::Clock& clock) {
    database.prepare("UPDATE finding SET seen_ms = ? WHERE seen_ms IS NULL").with(clock.nowMs()).run();
    const std::int64_t count = database.changes();
    if (count == 0) return false;
    appendCustody(database, clock, "finding-seen", "case", jsonObject({{"count", std::to_string(count)}}));
    return true;
}

} // namespace core::store
