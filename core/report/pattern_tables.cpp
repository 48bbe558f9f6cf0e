// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and words that the figures of the part "patterns" share.
#include "core/report/pattern_tables.h"

#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/overview_chart.h"

#include <algorithm>
#include <numeric>

namespace core::report {

namespace {

// "uge 15, 7. apr." or "april 2025"
std::string periodName(const Build& build, const query::TimeAxis& axis, std::size_t i) {
    const base::CivilTime begin = base::civilFromMs(axis.starts[i]);
    const base::Language language = build.say.language();
    if (axis.isMonthly) return base::monthName(begin.month, language) + " " + std::to_string(begin.year);
    return base::fill(build.tr("week %1, from %2"),
                      {std::to_string(base::isoWeek(begin)), base::formatDateTable(begin, language)});
}

std::string emptyPeriods(const Build& build, const query::TimeAxis& axis, std::size_t first, std::size_t n) {
    if (n == 1) return periodName(build, axis, first);
    const auto count = static_cast<long long>(n);
    const std::string words = axis.isMonthly ? build.say.trn("%1 month", "%1 months", count)
                                             : build.say.trn("%1 week", "%1 weeks", count);
    return base::fill(
        build.tr("%1 from %2"),
        {words, base::formatDateTable(base::civilFromMs(axis.starts[first]), build.say.language())});
}

} // namespace

std::vector<std::string> patternIntro(const Build& build) {
    const query::Patterns& p = build.patterns;
    std::vector<std::string> intro{build.tr(
        "The figures count what is in the log and do not assess it. A contact is one message, one call or "
        "one appearance; an incident is one row of the log. Every figure has its numbers in a table.")};
    std::vector<std::string> left;
    if (p.ownItems > 0)
        left.push_back(build.say.trn("%1 own message or call", "%1 own messages or calls", p.ownItems));
    if (p.excludedItems > 0)
        left.push_back(build.say.trn("%1 that the exposed person took out of the counting",
                                     "%1 that the exposed person took out of the counting", p.excludedItems));
    if (const auto again = static_cast<long long>(p.repeats.size()); again > 0)
        left.push_back(build.say.trn("%1 that stands in another export too",
                                     "%1 that stand in another export too", again));
    if (const auto others = static_cast<long long>(p.others.size()); others > 0)
        left.push_back(build.say.trn("%1 from a third party", "%1 from third parties", others));
    if (p.undatedItems > 0)
        left.push_back(build.say.trn("%1 without a date", "%1 without a date", p.undatedItems));
    std::string notes;
    if (!left.empty()) notes = base::fill(build.tr("Not counted: %1."), {joined(left, ", ")});
    if (p.vague > 0)
        notes +=
            (notes.empty() ? "" : " ") +
            build.say.trn("%1 contact is known by month or year only and stands at its beginning.",
                          "%1 contacts are known by month or year only and stand at its beginning.", p.vague);
    if (const std::string begun = aboutLogging(build); !begun.empty())
        notes += (notes.empty() ? "" : " ") + begun + " " +
                 build.tr("A rise about that time may come from better logging.");
    if (!notes.empty()) intro.push_back(notes);
    return intro;
}

FigureTable periodTable(const Build& build, const query::TimeAxis& axis,
                        const std::vector<SeriesRow>& series) {
    FigureTable table;
    table.headings.push_back("");
    for (const SeriesRow& row : series) table.headings.push_back(row.name);
    table.headings.push_back(build.tr("Total"));
    const auto sumAt = [&](std::size_t i) {
        int sum = 0;
        for (const SeriesRow& row : series) sum += row.counts[i];
        return sum;
    };
    for (std::size_t i = 0; i < axis.periods();) {
        std::size_t end = i;
        while (end < axis.periods() && sumAt(end) == 0) ++end;
        if (end > i) {
            std::vector<std::string> row(series.size() + 2, kNone);
            row[0] = emptyPeriods(build, axis, i, end - i);
            table.rows.push_back(std::move(row));
            i = end;
            continue;
        }
        std::vector<std::string> row{periodName(build, axis, i)};
        for (const SeriesRow& s : series)
            row.push_back(s.counts[i] == 0 ? kNone : build.say.number(s.counts[i]));
        row.push_back(build.say.number(sumAt(i)));
        table.rows.push_back(std::move(row));
        ++i;
    }
    std::vector<std::string> sums{build.tr("Total")};
    int whole = 0;
    for (const SeriesRow& s : series) {
        sums.push_back(build.say.number(s.total));
        whole += s.total;
    }
    sums.push_back(build.say.number(whole));
    table.rows.push_back(std::move(sums));
    table.hasSum = true;
    return table;
}

void addSum(const Build& build, FigureTable& table, const std::set<int>& columns) {
    if (table.rows.empty()) return;
    std::vector<std::string> sums(table.rows.front().size());
    sums[0] = build.tr("Total");
    for (const int column : columns) {
        long long sum = 0;
        for (const auto& row : table.rows) {
            long long value = 0; // as Phrases::number writes it: digits with marks between thousands
            for (const char c : row[static_cast<std::size_t>(column)])
                if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
            sum += value;
        }
        sums[static_cast<std::size_t>(column)] = build.say.number(sum);
    }
    table.rows.push_back(std::move(sums));
    table.hasSum = true;
}

} // namespace core::report
