// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overview_chart.h"

#include "core/base/zone.h"
#include "core/report/log_build.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kWeekMs = 7 * kDayMs;
constexpr std::int64_t kReachMs = 12 * kWeekMs; // a step this far from the contacts still widens the axis
constexpr std::size_t kMostWeeks = 60;

// Local wall-clock time as milliseconds, so that weeks are whole whatever summer time does.
std::int64_t wall(const Build& build, std::int64_t utcMs) {
    return base::civilToMs(base::toLocal(utcMs, build.say.zone()));
}

std::int64_t mondayOf(std::int64_t wallMs) {
    base::CivilTime t = base::civilFromMs(wallMs);
    const int back = base::weekday(t);
    t.hour = t.minute = t.second = t.millisecond = 0;
    return base::civilToMs(t) - back * kDayMs;
}

// The axis: where each bar begins, one more at the end.
std::vector<std::int64_t> axisOf(const Build& build) {
    std::int64_t first = wall(build, *build.patterns.firstMs);
    std::int64_t last = wall(build, *build.patterns.lastMs);
    const std::int64_t earliest = first - kReachMs, latest = last + kReachMs;
    for (const model::Milestone& m : build.milestones) {
        const std::int64_t at = wall(build, m.time.utcMs);
        if (at >= earliest) first = std::min(first, at);
        if (at <= latest) last = std::max(last, at);
    }
    std::vector<std::int64_t> starts;
    for (std::int64_t at = mondayOf(first); at <= last; at += kWeekMs) starts.push_back(at);
    starts.push_back(starts.back() + kWeekMs);
    if (starts.size() <= kMostWeeks + 1) return starts;
    starts.clear();
    base::CivilTime month = base::civilFromMs(first);
    month.day = 1;
    month.hour = month.minute = month.second = month.millisecond = 0;
    for (bool done = false; !done;) {
        starts.push_back(base::civilToMs(month));
        done = starts.back() > last;
        month.year += month.month / 12;
        month.month = month.month % 12 + 1;
    }
    return starts;
}

double positionOn(const std::vector<std::int64_t>& starts, std::int64_t at) {
    const auto next = std::upper_bound(starts.begin(), starts.end(), at);
    if (next == starts.begin() || next == starts.end()) return -1;
    const auto begin = std::prev(next);
    return static_cast<double>(begin - starts.begin()) +
           static_cast<double>(at - *begin) / static_cast<double>(*next - *begin);
}

bool isBar(const Build& build, const query::Contact& contact) {
    if (contact.item != 0) return true; // a message or a call
    return build.form.groupOf(contact.type) == "contact";
}

void contactsOnto(Build& build, const std::vector<std::int64_t>& starts) {
    Overview& o = build.document.overview;
    std::map<std::string, DotRow> rows;
    for (const query::Contact& contact : build.patterns.contacts) {
        const double position = positionOn(starts, wall(build, contact.timeMs));
        if (position < 0) continue;
        if (isBar(build, contact)) {
            ++o.bars[static_cast<std::size_t>(position)].contacts;
            ++o.barTotal;
        } else {
            rows[build.form.groupOf(contact.type)].dots.push_back({position, contact.fromMemory});
        }
    }
    for (const TypeGroup& group : build.form.groups) {
        const auto it = rows.find(group.code);
        if (it == rows.end()) continue;
        it->second.label = build.form.groupName(group.code, build.say.language());
        o.dotRows.push_back(std::move(it->second));
    }
}

void markersOnto(Build& build, const std::vector<std::int64_t>& starts) {
    for (const model::Milestone& m : build.milestones) {
        if (!splits(m.kind) && m.kind != model::MilestoneKind::LoggingBegun) continue;
        const double position = positionOn(starts, wall(build, m.time.utcMs));
        if (position < 0) continue;
        build.document.overview.markers.push_back(
            {position, build.say.milestone(m) + " " + build.say.dayMonthNumbers(m.time.utcMs),
             m.kind == model::MilestoneKind::RestrainingOrder, build.milestoneLabels[m.id]});
    }
}

void wordsOnto(Build& build, bool isMonthly) {
    Overview& o = build.document.overview;
    o.barHeading = isMonthly ? build.tr("Contacts month by month") : build.tr("Contacts week by week");
    o.barUnit = isMonthly ? build.tr("a month") : build.tr("a week");
    o.barNote =
        isMonthly ? build.tr("Each bar is one month.") : build.tr("Each bar is one week from Monday.");
    if (!o.dotRows.empty())
        o.barNote += " " + build.tr("Each square is one contact; an open one is from memory only.");
    for (const model::Milestone& m : build.milestones)
        if (m.kind == model::MilestoneKind::LoggingBegun)
            o.barNote +=
                " " +
                base::fill(build.tr("The log was begun on %1; older incidents were entered afterwards."),
                           {build.say.date(m.time.utcMs)});
    o.markerNote = build.document.isFull ? build.tr("M1, M2 and so on: page {page:steps}.")
                                         : build.tr("M1, M2 and so on: in the log.");
    const query::BeforeAfter* order = build.firstOrder();
    if (order == nullptr) return;
    o.afterOrderTitle =
        build.say.trn("After the order: %1 contact", "After the order: %1 contacts", order->after);
    if (order->firstAfterDays)
        o.afterOrderText = base::fill(build.tr("the first after %1"),
                                      {build.say.trn("%1 day", "%1 days", *order->firstAfterDays)});
}

} // namespace

void buildChart(Build& build) {
    const std::vector<std::int64_t> starts = axisOf(build);
    const bool isMonthly = starts[1] - starts[0] > kWeekMs;
    Overview& o = build.document.overview;
    int month = 0;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        // A month's name stands under the first bar that lies in it for the most part.
        const base::CivilTime begin = base::civilFromMs(starts[i] + (isMonthly ? 0 : 3 * kDayMs));
        ChartBar bar;
        if (begin.month != month) {
            month = begin.month;
            bar.label = isMonthly && begin.month == 1 ? std::to_string(begin.year)
                                                      : base::monthName(begin.month, build.say.language());
        }
        o.bars.push_back(bar);
    }
    contactsOnto(build, starts);
    markersOnto(build, starts);
    wordsOnto(build, isMonthly);
}

} // namespace core::report
