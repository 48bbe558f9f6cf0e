// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns times and the fixed codes of the model into the words of the document's language. No layout, and
// nothing about a single case but its zone.

#include "core/base/catalog.h"
#include "core/base/date_format.h"
#include "core/base/timestamp.h"
#include "core/model/item.h"
#include "core/model/milestone.h"
#include "core/report/marks.h"

#include <optional>
#include <string>
#include <vector>

namespace core::report {

class Phrases {
public:
    Phrases(const base::Catalog& catalog, std::string zone) : catalog_(catalog), zone_(std::move(zone)) {}

    // The form's own words: "{page:log}" in them becomes a sign of marks.h.
    std::string tr(const std::string& text) const { return withPageSigns(catalog_.tr(text)); }
    std::string trn(const std::string& one, const std::string& many, long long n) const {
        return withPageSigns(catalog_.trn(one, many, n));
    }
    std::string number(long long n) const { return base::formatCount(n, language()); }
    base::Language language() const { return catalog_.language(); }
    const base::Catalog& catalog() const { return catalog_; }
    const std::string& zone() const { return zone_; }

    // Times in the zone of the case.
    std::string clock(std::int64_t ms, bool seconds = false) const;   // 22.04, 22:04
    std::string atClock(std::int64_t ms, bool seconds = false) const; // kl. 22.04, 22:04
    std::string clockRange(std::int64_t first, std::int64_t last) const;
    std::string tableDate(std::int64_t ms) const;           // 03.05.2025
    std::string tableDateTime(std::int64_t ms) const;       // 03.05.2025 kl. 22.04
    std::string dayOfTable(const base::Timestamp& t) const; // lør. 03.05.2025; "maj 2025" where vaguer
    std::string timeOfDay(const base::Timestamp& start, const std::optional<base::Timestamp>& end) const;
    std::string dayMonth(std::int64_t ms) const;                     // 12. maj
    std::string dayMonthNumbers(std::int64_t ms) const;              // 12.5.
    std::string dayMonthTable(std::int64_t ms) const;                // 12.05.
    std::string monthYear(std::int64_t ms) const;                    // maj 2025
    std::string longDay(std::int64_t ms) const;                      // lørdag den 3. maj 2025
    std::string date(std::int64_t ms) const;                         // 3. maj 2025
    std::string period(std::int64_t first, std::int64_t last) const; // 6. januar – 28. september 2025
    std::string zoneNote(std::int64_t ms) const;
    int dayNumber(std::int64_t ms) const;                       // of the local day, since 1 January 1970
    int calendarDays(std::int64_t from, std::int64_t to) const; // from one local day to another
    std::string daysAfter(int days) const;                      // "3 dage efter", "samme dag"
    std::string at(const base::Timestamp& t) const; // for a list of facts: date, clock with seconds, zone

    // Words for codes; empty for an empty code, the code itself for an unknown one.
    std::string timeSource(model::TimeSource source) const; // "beskedfil"
    std::string channel(const std::string& code) const;
    std::string contactChannel(const std::string& code) const; // of the counts: "Opkald", "SMS/MMS"
    std::string place(const std::string& code) const;
    std::string target(const std::string& code) const;
    std::string identifiedBy(const std::string& code) const;
    std::string response(const std::string& code) const;
    std::string fear(int level) const; // empty for -1
    std::string milestone(const model::Milestone& m) const;
    // "33 dage efter tilhold": on one line of a narrow column.
    std::string afterOrder(model::MilestoneKind order, int days) const;
    std::string itemKind(model::ItemKind kind) const;
    std::string countedItems(model::ItemKind kind, int n) const; // "12 SMS", "3 opkald"
    std::string callType(model::CallType type) const;

private:
    const base::Catalog& catalog_;
    std::string zone_;
};

std::string joined(const std::vector<std::string>& parts, const std::string& between);
std::string capitalized(std::string text);    // first letter, also å, æ, ø
std::string withoutCapital(std::string text); // of a word of the form: a name keeps its own
// "4, 7–9" of ascending numbers.
std::string listedNumbers(const std::vector<int>& numbers);

} // namespace core::report
