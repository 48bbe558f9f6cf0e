// SPDX-License-Identifier: GPL-3.0-or-later
// The part "patterns": every figure from the same contacts as the overview, with the table of its numbers.
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/overview_chart.h"
#include "core/report/pattern_tables.h"

#include <algorithm>

namespace core::report {

namespace {

// The days from which and to which both windows reach: "11.04.2025–12.06.2025".
std::string windowDates(const Build& build, const query::BeforeAfter& around) {
    return build.say.tableDate(around.windowFromMs) + "–" + build.say.tableDate(around.windowToMs - 1);
}

PatternFigure beforeAfterFigure(const Build& build) {
    PatternFigure f;
    f.kind = FigureKind::Pairs;
    f.heading = build.tr("Before and after each step");
    f.counted =
        build.tr("Counts contacts. The bars compare two windows of the same length before and after the "
                 "step; the table has the whole period too. A step counts from the end of the minute or "
                 "the day that it is known by.");
    f.legend = {build.tr("before"), build.tr("after")};
    f.table.headings = {"",
                        build.tr("Before,\nall"),
                        build.tr("a week"),
                        build.tr("After,\nall"),
                        build.tr("a week"),
                        build.tr("First\nafter"),
                        build.tr("Window,\nfrom – to"),
                        build.tr("before\nin it"),
                        build.tr("after\nin it")};
    bool anyShort = false;
    for (const query::BeforeAfter& around : build.patterns.beforeAfter) {
        const model::Milestone& m = around.milestone;
        if (!splits(m.kind)) continue;
        const std::string name = build.say.milestone(m) + ", " + build.say.date(m.time.utcMs);
        const std::string days = build.say.trn("%1 day", "%1 days", around.windowDays);
        const bool hasWindow = around.windowDays > 0;
        anyShort = anyShort || !hasWindow;
        const bool isStrong = m.kind == model::MilestoneKind::RestrainingOrder;
        if (hasWindow)
            f.pairs.push_back({name, "2 × " + days, around.windowBefore, around.windowAfter, isStrong});
        const auto rate = [&](double perWeek) {
            return perWeek > 0 ? base::formatDecimal(perWeek, 1, build.say.language()) : kNone;
        };
        if (isStrong && f.table.boldRow < 0) f.table.boldRow = static_cast<int>(f.table.rows.size());
        f.table.rows.push_back(
            {build.milestoneLabels.at(m.id) + " " + name, build.say.number(around.before),
             rate(around.beforePerWeek), build.say.number(around.after), rate(around.afterPerWeek),
             around.firstAfterDays ? build.say.trn("%1 day", "%1 days", *around.firstAfterDays) : kNone,
             hasWindow ? windowDates(build, around) : kNone,
             hasWindow ? build.say.number(around.windowBefore) : kNone,
             hasWindow ? build.say.number(around.windowAfter) : kNone});
    }
    if (anyShort)
        f.table.note =
            build.tr("No window is compared where there is less than a week on one side of the step.");
    return f;
}

using KeyOf = std::function<std::string(const query::Contact&)>;

// Series of the contacts by key, in the order of `keys`; what has no name in it comes last.
std::vector<SeriesRow> contactSeries(const Build& build, const query::TimeAxis& axis, const KeyOf& keyOf,
                                     const std::vector<std::pair<std::string, std::string>>& keys) {
    std::vector<query::Dated> all, memory;
    for (const query::Contact& contact : build.patterns.contacts) {
        all.push_back({contact.timeMs, keyOf(contact)});
        if (contact.fromMemory) memory.push_back(all.back());
    }
    const auto counted = query::seriesOf(all, axis);
    const auto remembered = query::seriesOf(memory, axis);
    std::vector<SeriesRow> rows;
    for (const auto& [key, name] : keys)
        for (const query::Series& s : counted) {
            if (s.key != key) continue;
            SeriesRow row{name, s.counts, std::vector<int>(axis.periods(), 0), s.total};
            for (const query::Series& r : remembered)
                if (r.key == key) row.fromMemory = r.counts;
            rows.push_back(std::move(row));
        }
    return rows;
}

PatternFigure seriesFigure(const Build& build, const query::TimeAxis& axis, std::vector<SeriesRow> series) {
    PatternFigure f;
    f.kind = FigureKind::Bars;
    f.series = std::move(series);
    f.periodLabels = monthLabels(build, axis);
    f.markers = markersOn(build, axis);
    f.legend = {build.tr("from memory only")};
    f.table = periodTable(build, axis, f.series);
    return f;
}

query::TimeAxis axisOf(const Build& build, query::AxisUnit unit) {
    return query::timeAxis(*build.patterns.firstMs, *build.patterns.lastMs, build.milestones,
                           build.say.zone(), unit);
}

PatternFigure groupFigure(const Build& build) {
    const query::TimeAxis axis = axisOf(build, query::AxisUnit::Fitting);
    std::vector<std::pair<std::string, std::string>> keys;
    for (const TypeGroup& group : build.form.groups)
        keys.emplace_back(group.code, build.form.groupName(group.code, build.say.language()));
    PatternFigure f =
        seriesFigure(build, axis,
                     contactSeries(
                         build, axis,
                         [&](const query::Contact& c) {
                             return isMessageOrCall(build, c) ? "contact" : build.form.groupOf(c.type);
                         },
                         keys));
    f.heading = axis.isMonthly ? build.tr("Month by month, by kind") : build.tr("Week by week, by kind");
    f.counted = axis.isMonthly ? build.tr("Counts contacts. One scale for all rows; no smoothing.")
                               : build.tr("Counts contacts, in weeks from Monday. One scale for all rows; no "
                                          "smoothing.");
    return f;
}

// "New channel: chat, first on 30 January, 2 days after a number was blocked or changed".
std::string newChannels(const Build& build, const std::map<std::string, std::int64_t>& firstOf) {
    std::string out;
    for (const model::Milestone& m : build.milestones) {
        if (m.kind != model::MilestoneKind::NumberBlocked) continue;
        const std::int64_t split = beginOfAfter(m, build.say.zone());
        for (const auto& [channel, first] : firstOf)
            if (first >= split)
                out += " " + base::fill(build.tr("%1: the first on %2, after %3 (%4)."),
                                        {channel, build.say.date(first), build.say.milestone(m),
                                         build.say.date(m.time.utcMs)});
        break; // the first: a later one says the same of fewer
    }
    return out;
}

PatternFigure channelFigure(const Build& build) {
    const query::TimeAxis axis = axisOf(build, query::AxisUnit::Month);
    std::vector<std::pair<std::string, std::string>> keys; // by the words: two codes may have one
    std::map<std::string, int> totals;
    std::map<std::string, std::int64_t> firstOf;
    for (const query::Contact& c : build.patterns.contacts) {
        const std::string name = build.say.contactChannel(c.channel);
        ++totals[name];
        firstOf.try_emplace(name, c.timeMs);
    }
    keys.reserve(totals.size());
    for (const auto& [name, total] : totals) keys.emplace_back(name, name);
    std::stable_sort(keys.begin(), keys.end(),
                     [&](const auto& a, const auto& b) { return totals[a.first] > totals[b.first]; });
    PatternFigure f = seriesFigure(
        build, axis,
        contactSeries(
            build, axis, [&](const query::Contact& c) { return build.say.contactChannel(c.channel); }, keys));
    f.heading = build.tr("Month by month, by channel");
    f.counted = build.tr("Counts contacts. One scale for all rows.") + newChannels(build, firstOf);
    return f;
}

// Contacts and incidents by what an incident says of itself; one may be said to be several.
PatternFigure sharesFigure(const Build& build,
                           const std::function<std::vector<std::string>(const model::Incident&)>& namesOf,
                           const std::string& heading) {
    struct Count {
        int contacts = 0, incidents = 0, afterOrder = 0;
        std::int64_t last = 0;
    };
    std::map<std::string, Count> counts;
    std::map<model::Id, const model::Incident*> byId;
    for (const model::Incident& n : build.incidents) {
        byId[n.id] = &n;
        for (const std::string& name : namesOf(n)) ++counts[name].incidents;
    }
    const query::BeforeAfter* order = build.firstOrder();
    const std::int64_t split = order ? beginOfAfter(order->milestone, build.say.zone()) : 0;
    for (const query::Contact& c : build.patterns.contacts)
        for (const std::string& name : namesOf(*byId.at(c.incident))) {
            Count& count = counts[name];
            ++count.contacts;
            count.last = std::max(count.last, c.timeMs);
            if (order && c.timeMs >= split) ++count.afterOrder;
        }
    std::vector<std::pair<std::string, Count>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.contacts > b.second.contacts; });
    PatternFigure f;
    f.kind = FigureKind::Shares;
    f.heading = heading;
    f.table.headings = {"", build.tr("Incidents"), build.tr("Contacts")};
    if (order) f.table.headings.push_back(build.tr("of these after\nthe order"));
    f.table.headings.push_back(build.tr("Last"));
    for (const auto& [name, count] : rows) {
        f.shares.push_back({name, count.contacts, 0});
        f.table.rows.push_back({name, build.say.number(count.incidents), build.say.number(count.contacts)});
        if (order) f.table.rows.back().push_back(build.say.number(count.afterOrder));
        f.table.rows.back().push_back(count.contacts > 0 ? build.say.tableDate(count.last) : kNone);
    }
    return f;
}

PatternFigure targetFigure(const Build& build) {
    PatternFigure f = sharesFigure(
        build,
        [&](const model::Incident& n) {
            std::vector<std::string> names;
            for (const std::string& target : n.targets) names.push_back(build.say.target(target));
            if (names.empty()) names.push_back(build.say.target("me"));
            return names;
        },
        build.tr("Directed at"));
    f.counted = build.tr("Counts contacts. One can be directed at several, so the sum may be more than the "
                         "number of contacts. Where nothing is said it is the exposed person.");
    return f;
}

PatternFigure placeFigure(const Build& build) {
    PatternFigure f = sharesFigure(
        build,
        [&](const model::Incident& n) {
            return std::vector<std::string>{n.placeType.empty() ? build.tr("Not said")
                                                                : build.say.place(n.placeType)};
        },
        build.tr("Kind of place"));
    f.counted = build.tr("Counts contacts by the kind of place that is given for the incident. No address.");
    addSum(build, f.table, {1, 2, build.firstOrder() ? 3 : 2});
    return f;
}

} // namespace

void buildPatterns(Build& build) {
    if (build.patterns.contacts.size() < kLeastForFigures) return;
    Patterns& p = build.document.patterns;
    p.intro = patternIntro(build);
    if (PatternFigure f = beforeAfterFigure(build); !f.table.rows.empty()) p.figures.push_back(std::move(f));
    p.figures.push_back(groupFigure(build));
    p.figures.push_back(channelFigure(build));
    p.figures.push_back(targetFigure(build));
    p.figures.push_back(placeFigure(build));
    p.figures.push_back(calendarFigure(build));
    p.figures.push_back(hoursTable(build));
    p.figures.push_back(ladderFigure(build));
    p.figures.push_back(coverFigure(build));
}

} // namespace core::report
