// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of kinds, how the incidents are shown, the calendar of days, and the table of hours.
#include "core/base/civil.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/overview_chart.h"
#include "core/report/pattern_tables.h"

#include <algorithm>
#include <set>

namespace core::report {

namespace {

std::int64_t dayNumber(const base::CivilTime& day) { return base::civilToMs(day) / base::kDayMs; }

std::string dateOfDay(const Build& build, std::int64_t day) {
    return base::formatDateTable(base::civilFromMs(day * base::kDayMs), build.say.language());
}

// When an incident happened, as the contacts tell it: the first of them.
std::map<model::Id, std::int64_t> firstContacts(const Build& build) {
    std::map<model::Id, std::int64_t> first;
    for (const query::Contact& c : build.patterns.contacts) first.try_emplace(c.incident, c.timeMs);
    return first;
}

bool standsOn(const LadderRung& rung, const model::Incident& n) {
    const auto has = [&](const std::string& type) {
        return std::find(rung.types.begin(), rung.types.end(), type) != rung.types.end();
    };
    return has(n.type) || std::any_of(n.extraTypes.begin(), n.extraTypes.end(), has);
}

CalendarYear calendarYear(const query::Patterns& p, int year) {
    CalendarYear c;
    c.year = year;
    const base::CivilTime first{year, 1, 1, 0, 0, 0, 0};
    c.firstWeekday = base::weekday(first);
    const std::int64_t begin = dayNumber(first);
    const std::int64_t end = dayNumber({year + 1, 1, 1, 0, 0, 0, 0});
    c.contacts.assign(static_cast<std::size_t>(end - begin), 0);
    for (const auto& [day, count] : p.days)
        if (day >= begin && day < end) c.contacts[static_cast<std::size_t>(day - begin)] = count;
    const auto inYear = [&](std::int64_t day) {
        return static_cast<int>(std::clamp(day, begin, end) - begin);
    };
    c.firstDay = inYear(p.days.begin()->first);
    c.lastDay = inYear(p.days.rbegin()->first);
    if (p.gapBegin && *p.gapBegin<end&& * p.gapBegin + p.longestGapDays> begin) {
        c.pauseFirst = inYear(*p.gapBegin);
        c.pauseEnd = inYear(*p.gapBegin + p.longestGapDays);
    }
    return c;
}

FigureTable monthTable(const Build& build) {
    FigureTable table;
    table.headings = {"", build.tr("Days with\ncontact"), build.tr("Contacts"), build.tr("Most on\none day")};
    struct Month {
        int days = 0, contacts = 0, most = 0;
    };
    std::map<std::pair<int, int>, Month> months;
    for (const auto& [day, count] : build.patterns.days) {
        const base::CivilTime t = base::civilFromMs(day * base::kDayMs);
        Month& month = months[{t.year, t.month}];
        ++month.days;
        month.contacts += count;
        month.most = std::max(month.most, count);
    }
    int next = 0; // counted in months
    for (const auto& [at, month] : months) {
        const int here = at.first * 12 + at.second - 1;
        if (next != 0 && here > next)
            table.rows.push_back(
                {build.say.trn("%1 month without", "%1 months without", here - next), kNone, kNone, kNone});
        next = here + 1;
        table.rows.push_back(
            {base::monthName(at.second, build.say.language()) + " " + std::to_string(at.first),
             build.say.number(month.days), build.say.number(month.contacts), build.say.number(month.most)});
    }
    addSum(build, table, {1, 2});
    return table;
}

} // namespace

PatternFigure ladderFigure(const Build& build) {
    const query::TimeAxis axis =
        query::timeAxis(*build.patterns.firstMs, *build.patterns.lastMs, build.milestones, build.say.zone(),
                        query::AxisUnit::Fitting);
    const auto first = firstContacts(build);
    PatternFigure f;
    f.kind = FigureKind::Ladder;
    f.heading = build.tr("Kinds over time, in a fixed order");
    f.counted = build.tr(
        "Counts incidents, each in the period of its first contact. The order of the kinds is fixed, "
        "from calls and messages at the bottom to violence at the top; it is the same for everybody "
        "and is no assessment. An incident with several kinds stands on each of them.");
    f.periodLabels = monthLabels(build, axis);
    f.markers = markersOn(build, axis);
    f.table.headings = {"", build.tr("Incidents"), build.tr("First"), build.tr("Last")};
    const query::BeforeAfter* order = build.firstOrder();
    if (order) f.table.headings.push_back(build.tr("of these after\nthe order"));
    const std::int64_t split = order ? beginOfAfter(order->milestone, build.say.zone()) : 0;
    std::set<model::Id> placed;
    for (auto rung = build.form.ladder.rbegin(); rung != build.form.ladder.rend(); ++rung) {
        std::vector<query::Dated> points;
        int after = 0;
        for (const model::Incident& n : build.incidents) {
            const auto at = first.find(n.id);
            if (at == first.end() || !standsOn(*rung, n)) continue;
            placed.insert(n.id);
            points.push_back({at->second, "rung"});
            if (order && at->second >= split) ++after;
        }
        const std::string& name = build.danish() ? rung->danish : rung->english;
        SeriesRow row{name, std::vector<int>(axis.periods(), 0), std::vector<int>(axis.periods(), 0), 0};
        std::vector<std::string> cells{name, "0", kNone, kNone};
        for (const query::Series& s : query::seriesOf(points, axis)) {
            row.counts = s.counts;
            row.total = s.total;
            cells = {name, build.say.number(s.total), build.say.tableDate(s.firstMs),
                     build.say.tableDate(s.lastMs)};
        }
        if (order) cells.push_back(build.say.number(after));
        f.series.push_back(std::move(row));
        f.table.rows.push_back(std::move(cells));
    }
    if (const auto others = first.size() - placed.size(); others > 0)
        f.table.note = build.say.trn("%1 incident is of another kind and not in the figure.",
                                     "%1 incidents are of another kind and not in the figure.",
                                     static_cast<long long>(others));
    return f;
}

PatternFigure coverFigure(const Build& build) {
    const auto hasExhibit = [&](const model::Incident& n) { return !build.exhibitsOf(n).empty(); };
    const query::EvidenceCover all = query::evidenceCover(build.incidents, hasExhibit);
    PatternFigure f;
    f.kind = FigureKind::Shares;
    f.heading = build.tr("What supports the incidents");
    f.counted = build.tr(
        "Counts incidents. The frame is all of them. One with both exhibit and witness stands in both "
        "of the first bars.");
    const int whole = all.incidents();
    f.shares = {{build.tr("With exhibit"), all.exhibitAndWitness + all.exhibitOnly, whole},
                {build.tr("With witness"), all.exhibitAndWitness + all.witnessOnly, whole},
                {build.tr("Own statement only"), all.ownStatementOnly, whole},
                {build.tr("Reported"), all.reported, whole}};
    f.table.headings = {"",
                        build.tr("Exhibit and\nwitness"),
                        build.tr("Exhibit\nonly"),
                        build.tr("Witness\nonly"),
                        build.tr("Own\nstatement"),
                        build.tr("Total"),
                        build.tr("Reported"),
                        build.tr("with\ncase no."),
                        build.tr("Dated from\nmemory")};
    for (const TypeGroup& group : build.form.groups) {
        std::vector<model::Incident> some;
        std::copy_if(build.incidents.begin(), build.incidents.end(), std::back_inserter(some),
                     [&](const model::Incident& n) { return build.form.groupOf(n.type) == group.code; });
        if (some.empty()) continue;
        const query::EvidenceCover c = query::evidenceCover(some, hasExhibit);
        std::vector<std::string> row{build.form.groupName(group.code, build.say.language())};
        for (const int n : {c.exhibitAndWitness, c.exhibitOnly, c.witnessOnly, c.ownStatementOnly,
                            c.incidents(), c.reported, c.reportedWithNumber, c.fromMemory})
            row.push_back(n == 0 ? kNone : build.say.number(n));
        f.table.rows.push_back(std::move(row));
    }
    addSum(build, f.table, {1, 2, 3, 4, 5, 6, 7, 8});
    return f;
}

PatternFigure calendarFigure(const Build& build) {
    const query::Patterns& p = build.patterns;
    PatternFigure f;
    f.kind = FigureKind::Calendar;
    f.heading = build.tr("Day by day");
    f.counted = build.say.trn("Contact on %1 day", "Contact on %1 days", p.activeDays) + " " +
                base::fill(build.tr("of %1 from the first to the last contact (%2)."),
                           {build.say.number(p.days.rbegin()->first - p.days.begin()->first + 1),
                            build.say.period(*p.firstMs, *p.lastMs)});
    if (p.gapBegin)
        f.counted += " " + base::fill(build.tr("The longest pause: %1, from %2 to %3."),
                                      {build.say.trn("%1 day", "%1 days", p.longestGapDays),
                                       dateOfDay(build, *p.gapBegin),
                                       dateOfDay(build, *p.gapBegin + p.longestGapDays - 1)});
    std::set<int> years; // those with contacts: a year mistyped by a century shall not fill a book
    for (const auto& [day, count] : p.days) years.insert(base::civilFromMs(day * base::kDayMs).year);
    for (const int year : years) f.years.push_back(calendarYear(p, year));
    for (int month = 1; month <= 12; ++month) f.names.push_back(base::monthName(month, build.say.language()));
    for (int day = 0; day < 7; ++day)
        f.names.push_back(base::firstGraphemes(capitalized(base::weekdayName(day, build.say.language())), 1));
    f.legend = {build.tr("no contact"), build.tr("longest pause"), build.tr("contacts on the day:")};
    f.table = monthTable(build);
    return f;
}

PatternFigure hoursTable(const Build& build) {
    const query::Patterns& p = build.patterns;
    PatternFigure f;
    f.kind = FigureKind::TableOnly;
    f.heading = build.tr("Weekday and time of day: the numbers");
    f.counted = build.document.overview.hourNote + " " + build.tr("Figure: page {page:overview}.");
    f.table.headings = {""};
    for (int hour = 0; hour < 24; ++hour)
        f.table.headings.push_back((hour < 10 ? "0" : "") + std::to_string(hour));
    f.table.headings.push_back(build.tr("Total"));
    std::vector<int> sums(25, 0);
    for (int day = 0; day < 7; ++day) {
        std::vector<std::string> row{capitalized(base::weekdayName(day, build.say.language()))};
        int sum = 0;
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const int n = p.weekdayHour[static_cast<std::size_t>(day)][hour];
            row.push_back(n == 0 ? kNone : build.say.number(n));
            sum += n;
            sums[hour] += n;
        }
        sums[24] += sum;
        row.push_back(build.say.number(sum));
        f.table.rows.push_back(std::move(row));
    }
    std::vector<std::string> last{build.tr("Total")};
    for (const int n : sums) last.push_back(n == 0 ? kNone : build.say.number(n));
    f.table.rows.push_back(std::move(last));
    f.table.hasSum = true;
    return f;
}

} // namespace core::report
