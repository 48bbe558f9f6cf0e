// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overview_chart.h"

#include "core/base/zone.h"
#include "core/report/log_build.h"

namespace core::report {

namespace {

void contactsOnto(Build& build, const query::TimeAxis& axis) {
    Overview& o = build.document.overview;
    std::map<std::string, DotRow> rows;
    for (const query::Contact& contact : build.patterns.contacts) {
        const auto position = axis.positionOf(contact.timeMs);
        if (!position) continue;
        if (isMessageOrCall(build, contact)) {
            ++o.bars[static_cast<std::size_t>(*position)].contacts;
            ++o.barTotal;
        } else {
            rows[build.form.groupOf(contact.type)].dots.push_back({*position, contact.fromMemory});
        }
    }
    for (const TypeGroup& group : build.form.groups) {
        const auto it = rows.find(group.code);
        if (it == rows.end()) continue;
        it->second.label = build.form.groupName(group.code, build.say.language());
        o.dotRows.push_back(std::move(it->second));
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
    if (const std::string begun = aboutLogging(build); !begun.empty()) o.barNote += " " + begun;
    o.squareNote =
        build.tr("A number over a square: so many stand in it; half open: some are from memory only.");
    o.markerNote = build.document.isFull ? build.tr("M1, M2 and so on: page {page:steps}.")
                                         : build.tr("M1, M2 and so on: in the log.");
    const query::BeforeAfter* order = build.firstOrder();
    if (order == nullptr) return;
    o.afterOrderTitle =
        build.say.trn("After the order: %1 contact", "After the order: %1 contacts", order->after);
    if (order->firstAfterDays)
        o.afterOrderText =
            base::fill(build.tr("the first: %1"), {build.say.daysAfter(*order->firstAfterDays)});
}

} // namespace

// What was written down long after it happened is said in numbers: the case holds when.
std::string aboutLogging(const Build& build) {
    constexpr int kLongDays = 7;
    const auto begun =
        std::find_if(build.milestones.begin(), build.milestones.end(),
                     [](const model::Milestone& m) { return m.kind == model::MilestoneKind::LoggingBegun; });
    if (begun == build.milestones.end()) return {};
    const auto late =
        std::count_if(build.incidents.begin(), build.incidents.end(), [&](const model::Incident& n) {
            const std::int64_t span = base::spanMs(n.start, build.say.zone());
            const std::int64_t end = n.start.utcMs + std::max<std::int64_t>(span - 1, 0); // at the latest
            return n.episodeKey.empty() && n.createdMs > 0 &&
                   build.say.calendarDays(end, n.createdMs) > kLongDays;
        });
    std::string text = base::fill(build.tr("The log was begun on %1."), {build.say.date(begun->time.utcMs)});
    if (late > 0)
        text +=
            " " + build.say.trn("%1 incident was written down more than a week after it happened.",
                                "%1 incidents were written down more than a week after they happened.", late);
    return text;
}

std::vector<MarkerLine> markersOn(const Build& build, const query::TimeAxis& axis) {
    std::vector<MarkerLine> markers;
    for (const model::Milestone& m : build.milestones) {
        if (!splits(m.kind) && m.kind != model::MilestoneKind::LoggingBegun) continue;
        const auto position = axis.positionOf(m.time.utcMs);
        if (!position) continue;
        markers.push_back({*position, build.say.milestone(m) + " " + build.say.dayMonthNumbers(m.time.utcMs),
                           m.kind == model::MilestoneKind::RestrainingOrder, build.milestoneLabels.at(m.id)});
    }
    return markers;
}

std::vector<std::string> monthLabels(const Build& build, const query::TimeAxis& axis) {
    constexpr std::int64_t kMiddleOfWeekMs = 3 * 86'400'000LL;
    std::vector<std::string> labels;
    int month = 0;
    for (std::size_t i = 0; i < axis.periods(); ++i) {
        // A month's name stands under the first week that lies in it for the most part.
        const base::CivilTime begin =
            base::civilFromMs(axis.starts[i] + (axis.isMonthly ? 0 : kMiddleOfWeekMs));
        labels.push_back(begin.month == month ? std::string()
                                              : base::monthName(begin.month, build.say.language()) + " " +
                                                    std::to_string(begin.year));
        month = begin.month;
    }
    return labels;
}

bool isMessageOrCall(const Build& build, const query::Contact& contact) {
    if (contact.item != 0) return true;
    return build.form.groupOf(contact.type) == "contact";
}

void buildChart(Build& build) {
    const query::TimeAxis axis =
        query::timeAxis(*build.patterns.firstMs, *build.patterns.lastMs, build.milestones, build.say.zone(),
                        query::AxisUnit::Fitting);
    Overview& o = build.document.overview;
    for (std::string& label : monthLabels(build, axis)) o.bars.push_back({std::move(label), 0});
    contactsOnto(build, axis);
    o.markers = markersOn(build, axis);
    wordsOnto(build, axis.isMonthly);
}

} // namespace core::report
