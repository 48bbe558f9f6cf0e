// SPDX-License-Identifier: GPL-3.0-or-later
// The log itself: columns, one row an incident, milestones between them, typical examples, official steps.
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/packed_rows.h"
#include "core/report/row_evidence.h"

#include <algorithm>

namespace core::report {

namespace {

void buildColumns(Build& build) {
    for (const FormColumn& column : build.form.log.columns)
        build.document.columns.push_back(
            {column.key, column.heading.in(build.say.language()), column.widthMm});
}

bool isNothing(const Cell& cell, const std::string& none) {
    return cell.size() == 1 && cell.front().runs.size() == 1 && cell.front().runs.front().text == none;
}

// Which columns say something in a row of an incident.
void noteWhatIsSaid(const LogRow& row, const LogDocument& d, std::vector<bool>& says) {
    for (std::size_t c = 0; c < d.columns.size(); ++c)
        says[c] = says[c] || !isNothing(row.cells[c], d.words.none) ||
                  (d.columns[c].key == "exhibit" && !row.exhibits.empty());
}

// They keep their place, as the form wants it, and give their width to what happened.
void narrowColumns(LogDocument& d, const std::vector<std::size_t>& empty) {
    constexpr double kNarrow = 13; // mm: a short heading, hyphenated where it has to be
    const auto what = std::find_if(d.columns.begin(), d.columns.end(),
                                   [](const Column& column) { return column.key == "what"; });
    if (what == d.columns.end()) return;
    for (const std::size_t c : empty) {
        Column& column = d.columns[c];
        if (column.widthMm <= kNarrow || column.key == "what") continue;
        what->widthMm += column.widthMm - kNarrow;
        column.widthMm = kNarrow;
    }
}

// Else a reader asks whether they were left out.
std::string columnNote(const Build& build, const std::vector<std::size_t>& empty) {
    std::vector<std::string> headings;
    headings.reserve(empty.size());
    for (const std::size_t c : empty) headings.push_back(quoted(build, build.document.columns[c].heading));
    if (headings.empty()) return {};
    const std::string last = headings.back();
    headings.pop_back();
    const std::string list =
        headings.empty() ? last : base::fill(build.tr("%1 or %2"), {joined(headings, ", "), last});
    return base::fill(build.tr("Nothing is entered under %1 in any row of this log."), {list});
}

// Where the log calls witnesses by a letter and a number.
std::string witnessLegend(const Build& build) {
    const bool any =
        std::any_of(build.incidents.begin(), build.incidents.end(),
                    [](const model::Incident& n) { return witnessKey(n.witnesses).starts_with('V'); });
    if (!any) return {};
    return build.document.isFull ? build.tr("V = witness, see p. {page:parties}") : build.tr("V = witness");
}

std::string logNote(const Build& build) {
    std::vector<std::string> parts;
    for (const model::Milestone& m : build.milestones) {
        if (!isOrder(m.kind)) continue;
        parts.push_back(base::fill(build.tr("bar on the left: after an order, first on %1"),
                                   {build.say.date(m.time.utcMs)}));
        break;
    }
    if (const std::string witnesses = witnessLegend(build); !witnesses.empty()) parts.push_back(witnesses);
    if (!build.milestones.empty())
        parts.push_back(build.document.isFull
                            ? build.tr("M = step by authorities or own step, see p. {page:steps}")
                            : build.tr("M = step by authorities or own step"));
    parts.push_back(build.danish() && build.say.zone() == base::kDefaultZone
                        ? build.tr("all times are Danish time")
                        : base::fill(build.tr("all times are in the zone %1"), {build.say.zone()}));
    parts.push_back(build.tr("the source of the time stands under it"));
    std::string note;
    for (const BothLanguages& line : build.form.log.notes) note += line.in(build.say.language()) + "\n";
    return note + capitalized(joined(parts, "  ·  "));
}

// What a row is made from.
struct RowOrigin {
    const model::Incident* incident = nullptr; // or
    const model::Milestone* milestone = nullptr;
};

// Both lists by time, in the order of the log.
std::vector<RowOrigin> originsOfRows(const Build& build) {
    std::vector<RowOrigin> list;
    auto milestone = build.milestones.begin();
    const auto takeMilestones = [&](std::int64_t before) {
        for (; milestone != build.milestones.end(); ++milestone) {
            if (before >= 0 && beginOfAfter(*milestone, build.say.zone()) > before) break;
            if (splits(milestone->kind)) list.push_back({nullptr, &*milestone});
        }
    };
    for (const model::Incident& incident : build.incidents) {
        takeMilestones(incident.start.utcMs);
        list.push_back({&incident, nullptr});
    }
    takeMilestones(-1);
    if (build.newestFirst()) std::reverse(list.begin(), list.end());
    return list;
}

// Which columns say nothing in any row; none where the log has none.
std::vector<std::size_t> makeRows(Build& build) {
    LogDocument& d = build.document;
    const auto rows = std::make_shared<PackedRows>();
    std::vector<bool> says(d.columns.size(), build.incidents.empty());
    for (const RowOrigin& origin : originsOfRows(build)) {
        if (origin.milestone != nullptr) {
            rows->add(makeMilestoneRow(build, *origin.milestone, true));
            continue;
        }
        const LogRow row = makeRow(build, *origin.incident);
        noteWhatIsSaid(row, d, says);
        rows->add(row);
    }
    d.rows = LogRows(rows);
    std::vector<std::size_t> empty;
    for (std::size_t c = 0; c < says.size(); ++c)
        if (!says[c]) empty.push_back(c);
    return empty;
}

} // namespace

void buildRows(Build& build) {
    LogDocument& d = build.document;
    buildColumns(build);
    d.logOrder = build.newestFirst() ? build.tr("newest first") : build.tr("oldest first");
    const std::vector<std::size_t> empty = makeRows(build);
    narrowColumns(d, empty);
    d.columnNote = columnNote(build, empty);
    d.logNote = logNote(build);
    for (const model::Incident& incident : build.incidents)
        if (incident.highlight) d.examples.push_back(makeRow(build, incident));
    if (d.isFull)
        for (const model::Milestone& m : build.milestones)
            d.steps.push_back(makeMilestoneRow(build, m, false));
}

LogRow makeMilestoneRow(Build& build, const model::Milestone& m, bool withCounts) {
    const Phrases& say = build.say;
    LogRow row;
    row.isMilestone = true;
    row.label = build.milestoneLabels[m.id];
    row.when = {say.dayNumber(m.time.utcMs), m.time.precision};
    std::string when = say.dayOfTable(m.time);
    if (m.time.precision <= base::Precision::Day) when = capitalized(say.longDay(m.time.utcMs));
    if (base::hasClockTime(m.time)) when += " " + say.atClock(m.time.utcMs);
    row.cells.push_back({{{{when, true}, {"   ", false}, {say.milestone(m), true}}, LineStyle::Plain}});

    std::vector<std::string> details;
    if (const auto end = base::parseDate(m.validTo))
        details.push_back(
            base::fill(build.tr("valid until %1"), {base::formatDateTable(*end, say.language())}));
    if (!m.reportNumber.empty()) details.push_back(base::fill(build.tr("case no. %1"), {m.reportNumber}));
    if (!withCounts && !m.note.empty()) details.push_back(m.note);
    row.cells.push_back({{{{capitalized(joined(details, " · ")), false}}, LineStyle::Plain}});

    std::string counts;
    const query::BeforeAfter* around = build.aroundOf(m.id);
    if (withCounts && around != nullptr) {
        const std::string after = build.say.trn("%1 contact after", "%1 contacts after", around->after);
        const std::string before = build.say.number(around->before);
        counts = build.newestFirst() ? base::fill(build.tr("above: %1 · below: %2 before"), {after, before})
                                     : base::fill(build.tr("above: %1 before · below: %2"), {before, after});
    }
    if (!withCounts && around != nullptr)
        counts = say.trn("%1 contact before", "%1 contacts before", around->before) + " · " +
                 say.trn("%1 contact after", "%1 contacts after", around->after);
    row.cells.push_back({{{{counts, false}}, LineStyle::Plain}});
    if (m.item != 0)
        for (const ItemNumbers::Pair& each : build.exhibitsOfItem.of(m.item))
            row.exhibits.push_back(each.number);
    return row;
}

} // namespace core::report
