// SPDX-License-Identifier: GPL-3.0-or-later
// The page of figures: totals, the heat map, channels and targets, before and after each step.
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/overview_chart.h"

#include <algorithm>
#include <set>

namespace core::report {

namespace {

constexpr std::size_t kChannelRows = 9, kTargetRows = 6, kStepRows = 7; // what the page holds

void subtitle(Build& build) {
    const query::Patterns& p = build.patterns;
    Overview& o = build.document.overview;
    if (!p.firstMs) {
        o.subtitle = build.tr("There are no incidents in the log yet.");
        return;
    }
    o.subtitle = joined({build.say.period(*p.firstMs, *p.lastMs),
                         build.say.trn("contact on %1 day", "contacts on %1 days", p.activeDays),
                         p.longestGapDays == 0 ? std::string()
                                               : build.say.trn("longest pause %1 day",
                                                               "longest pause %1 days", p.longestGapDays)},
                        " · ");
}

model::ItemKind kindOf(const std::string& channel) {
    if (channel == "call") return model::ItemKind::Call;
    if (channel == "email") return model::ItemKind::Email;
    if (channel == "chat") return model::ItemKind::Chat;
    return model::ItemKind::Sms;
}

// Of the day with most contacts: ": 27 opkald, 7 SMS. Nr. 34, 35, bilag 11."
Figure peakReferences(const Build& build) {
    std::set<int> numbers, exhibits;
    std::map<model::ItemKind, int> kinds; // messages and calls
    for (const query::Contact& contact : build.patterns.contacts) {
        const auto day =
            base::formatDateTable(base::toLocal(contact.timeMs, build.say.zone()), base::Language::English);
        if (day != build.patterns.peakDay) continue;
        if (contact.item != 0) ++kinds[kindOf(contact.channel)];
        for (const model::Incident& n : build.incidents)
            if (n.id == contact.incident) numbers.insert(n.number);
        for (const ItemNumbers::Pair& each : build.exhibitsOfItem.of(contact.item))
            exhibits.insert(each.number);
    }
    const auto list = [](const std::set<int>& set) {
        std::vector<std::string> text;
        text.reserve(set.size());
        for (const int n : set) text.push_back(std::to_string(n));
        if (text.size() > 4) text = {text.front() + "–" + text.back()};
        return joined(text, ", ");
    };
    std::string out = base::fill(build.tr("no. %1"), {list(numbers)});
    if (!exhibits.empty()) out += ", " + base::fill(build.tr("exhibit %1"), {list(exhibits)});
    std::vector<std::string> counts;
    counts.reserve(kinds.size());
    for (const auto& [kind, count] : kinds) counts.push_back(build.say.countedItems(kind, count));
    return {{},
            {},
            (counts.empty() ? ". " : ": " + joined(counts, ", ") + ". ") + capitalized(out) + ".",
            numbers.empty() ? std::string() : std::to_string(*numbers.begin())};
}

Figure peakFigure(const Build& build) {
    const query::Patterns& p = build.patterns;
    Figure figure = peakReferences(build);
    const auto peak = base::parseDate(p.peakDay);
    figure.text = peak ? capitalized(base::formatDateLong(*peak, build.say.language())) + figure.text : "";
    figure.number = build.say.number(p.peakCount);
    figure.caption = p.peakCount == 1 ? build.tr("contact on one day") : build.tr("contacts on one day");
    return figure;
}

Figure afterOrderFigure(const Build& build) {
    const query::BeforeAfter* order = build.firstOrder();
    std::string text = build.tr("None so far.");
    if (order->firstAfterDays)
        text = base::fill(build.tr("The first: %1. %2 before it in all."),
                          {build.say.daysAfter(*order->firstAfterDays), build.say.number(order->before)});
    return {build.say.number(order->after),
            order->after == 1 ? build.tr("contact after the order") : build.tr("contacts after the order"),
            text, build.milestoneLabels.at(order->milestone.id)};
}

void figures(Build& build) {
    const query::Patterns& p = build.patterns;
    const LogDocument& d = build.document;
    auto& figures = build.document.overview.figures;
    figures.push_back({build.say.number(d.incidents),
                       d.incidents == 1 ? build.tr("incident") : build.tr("incidents"),
                       build.tr("An incident is one row of the log.")});
    figures.push_back({build.say.number(d.contacts),
                       d.contacts == 1 ? build.tr("contact") : build.tr("contacts"),
                       build.tr("One message, one call or one appearance.")});
    if (d.contacts > 1) figures.push_back(peakFigure(build)); // one contact has neither peak nor pause
    if (build.firstOrder() != nullptr)
        figures.push_back(afterOrderFigure(build));
    else if (p.activeDays > 1)
        figures.push_back(
            {build.say.number(p.longestGapDays),
             p.longestGapDays == 1 ? build.tr("day without contact") : build.tr("days without contact"),
             build.tr("The longest pause between two contacts.")});
}
void heatMap(Build& build) {
    const query::Patterns& p = build.patterns;
    Overview& o = build.document.overview;
    for (int day = 0; day < 7; ++day)
        o.weekdays.push_back(capitalized(base::weekdayName(day, build.say.language())));
    for (const auto& row : p.weekdayHour) o.weekdayHour.emplace_back(row.begin(), row.end());
    const int known = static_cast<int>(p.contacts.size()) - p.withoutClock;
    const int percent = known == 0 ? 0 : (p.nightContacts * 100 + known / 2) / known;
    o.hourNote =
        build.say.trn("%1 contact with a known time of day", "%1 contacts with a known time of day", known);
    if (p.withoutClock > 0)
        o.hourNote += "; " + build.say.trn("%1 without an exact one is left out",
                                           "%1 without an exact one are left out", p.withoutClock);
    o.hourNote += ".";
    if (p.nightContacts > 0)
        o.hourNote += " " + base::fill(build.tr("%1 (%2) between 22:00 and 06:00."),
                                       {build.say.number(p.nightContacts),
                                        std::to_string(percent) + (build.danish() ? "\u00a0%" : "%")});
}

std::vector<NamedCount> ranked(const std::map<std::string, int>& counts, std::size_t rows,
                               const std::string& rest) {
    std::vector<NamedCount> list;
    list.reserve(counts.size());
    for (const auto& [name, count] : counts) list.push_back({name, count});
    std::stable_sort(list.begin(), list.end(),
                     [](const NamedCount& a, const NamedCount& b) { return a.count > b.count; });
    if (list.size() <= rows) return list;
    NamedCount others{rest, 0};
    for (std::size_t i = rows - 1; i < list.size(); ++i) others.count += list[i].count;
    list.resize(rows - 1);
    list.push_back(others);
    return list;
}

void sideTables(Build& build) {
    Overview& o = build.document.overview;
    std::map<std::string, int> channels, targets; // two codes may have one word
    for (const auto& [code, n] : build.patterns.channels) channels[build.say.contactChannel(code)] += n;
    int sum = 0;
    for (const auto& [code, n] : build.patterns.targets) {
        targets[build.say.target(code)] += n;
        sum += n;
    }
    o.channels = ranked(channels, kChannelRows, build.tr("Other"));
    o.targets = ranked(targets, kTargetRows, build.tr("Other"));
    if (sum != build.document.contacts) o.targetNote = build.tr("A contact can be directed at several.");
}

void beforeAfter(Build& build) {
    Overview& o = build.document.overview;
    std::vector<const query::BeforeAfter*> rows;
    for (const query::BeforeAfter& around : build.patterns.beforeAfter)
        if (splits(around.milestone.kind)) rows.push_back(&around);
    if (rows.empty()) return;
    o.beforeAfter.push_back({"", build.tr("Contacts\nbefore"), build.tr("a week"),
                             build.tr("Contacts\nafter"), build.tr("a week"), build.tr("First\nafter")});
    if (rows.size() > kStepRows) {
        const auto more = static_cast<long long>(rows.size() - kStepRows);
        o.beforeAfterNote =
            build.document.isFull
                ? build.say.trn("%1 more step: page {page:steps}.", "%1 more steps: page {page:steps}.", more)
                : build.say.trn("%1 more step: in the log.", "%1 more steps: in the log.", more);
    }
    while (rows.size() > kStepRows) { // orders stay
        const auto least = std::find_if(rows.rbegin(), rows.rend(), [](const query::BeforeAfter* r) {
            return !isOrder(r->milestone.kind) && r->milestone.kind != model::MilestoneKind::ClearNo;
        });
        rows.erase(least == rows.rend() ? rows.end() - 1 : std::next(least).base());
    }
    for (const query::BeforeAfter* r : rows) {
        if (r->milestone.kind == model::MilestoneKind::RestrainingOrder && o.boldRow == 0)
            o.boldRow = o.beforeAfter.size();
        const auto rate = [&](double perWeek) {
            return perWeek > 0 ? base::formatDecimal(perWeek, 1, build.say.language()) : std::string("–");
        };
        o.beforeAfter.push_back(
            {build.say.milestone(r->milestone) + ", " + build.say.dayMonth(r->milestone.time.utcMs),
             build.say.number(r->before), rate(r->beforePerWeek), build.say.number(r->after),
             rate(r->afterPerWeek),
             r->firstAfterDays ? build.say.trn("%1 day", "%1 days", *r->firstAfterDays) : std::string("–")});
    }
}

std::string documentation(const Build& build) {
    const query::EvidenceCover c = query::evidenceCover(
        build.incidents, [&](const model::Incident& n) { return !build.exhibitsOf(n).empty(); });
    return base::fill(
        build.tr("Documentation: %1 of %2 incidents have exhibits · %3 have witnesses · %4 are reported · "
                 "%5 are dated from memory."),
        {build.say.number(c.exhibitAndWitness + c.exhibitOnly), build.say.number(build.document.incidents),
         build.say.number(c.exhibitAndWitness + c.witnessOnly), build.say.number(c.reported),
         build.say.number(c.fromMemory)});
}

void foot(Build& build) {
    std::vector<std::string> parts;
    if (build.incidents.size() > 1) parts.push_back(documentation(build)); // of one its row says it
    if (build.document.isFull && build.patterns.contacts.size() >= kLeastForFigures)
        parts.push_back(build.tr("Tables: page {page:patterns}."));
    build.document.overview.foot = joined(parts, " ");
}

} // namespace

void buildOverview(Build& build) {
    subtitle(build);
    figures(build);
    if (!build.patterns.contacts.empty()) buildChart(build);
    heatMap(build);
    sideTables(build);
    beforeAfter(build);
    foot(build);
}

} // namespace core::report
