// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the log: the cells of one incident. What an audience may not see never gets into a cell.
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/marks.h"
#include "core/report/witness_contacts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace core::report {

namespace {

const std::string kNothing = "–";
constexpr std::size_t kQuotedGraphemes = 120;
constexpr std::size_t kTicksFrom = 3; // messages, for a strip to tell more than the words

// The evidence of one incident, as its row needs it.
struct Evidence {
    std::vector<query::ItemRow> contacts; // messages and calls of the other side, by time
    std::map<model::ItemKind, int> counts;
    bool hasLinks = false; // to messages or calls, excluded ones too: then they alone are counted
};

bool isMessageOrCall(model::ItemKind kind) {
    return kind == model::ItemKind::Sms || kind == model::ItemKind::Mms || kind == model::ItemKind::Call ||
           kind == model::ItemKind::Chat || kind == model::ItemKind::Email;
}

Evidence evidenceOf(const Build& build, const model::Incident& incident) {
    Evidence e;
    for (query::ItemRow& row : build.reader.rows(incident.items)) {
        e.hasLinks = e.hasLinks || isMessageOrCall(row.kind) || row.kind == model::ItemKind::Mms;
        if (row.excluded || isContextOf(row)) continue;
        const model::ItemKind kind = row.kind == model::ItemKind::Mms ? model::ItemKind::Sms : row.kind;
        ++e.counts[kind];
        if (isMessageOrCall(kind)) e.contacts.push_back(std::move(row));
    }
    return e;
}

Line plain(std::string text) { return {{{std::move(text), false}}, LineStyle::Plain}; }
Line bold(std::string text) { return {{{std::move(text), true}}, LineStyle::Plain}; }
Line small(std::string text) { return {{{std::move(text), false}}, LineStyle::Small}; }
Cell orNothing(Cell cell) { return cell.empty() ? Cell{plain(kNothing)} : std::move(cell); }

Cell whenCell(const Build& build, const model::Incident& n) {
    const Phrases& say = build.say;
    Cell cell{bold(say.dayOfTable(n.start))};
    const std::string time = say.timeOfDay(n.start, n.end);
    const bool isExact =
        base::hasClockTime(n.start) && !n.start.about && n.start.precision != base::Precision::Hour;
    if (n.start.precision <= base::Precision::Day) cell.push_back(isExact ? plain(time) : bold(time));
    std::string source = base::fill(build.tr("time: %1"), {say.timeSource(n.timeSource)});
    const bool fromPeople =
        n.timeSource == model::TimeSource::OwnMemory || n.timeSource == model::TimeSource::Witness;
    if (fromPeople && n.createdMs > 0) {
        const int days = say.calendarDays(n.start.utcMs, n.createdMs);
        source += ", " + (days <= 0 ? build.tr("written the same day")
                                    : say.trn("written %1 day later", "written %1 days later", days));
    }
    cell.push_back(small(source));
    if (const model::Milestone* order = build.orderAt(n.start.utcMs))
        cell.push_back(bold(say.afterOrder(order->kind, say.calendarDays(order->time.utcMs, n.start.utcMs))));
    return cell;
}

// Without the examples in brackets: a cell of the log is narrow.
std::string typeName(const Build& build, const std::string& code) {
    const std::string name = build.form.typeName(code, build.say.language());
    return name.substr(0, name.find(" ("));
}

Cell typeCell(const Build& build, const model::Incident& n) {
    Cell cell{bold(typeName(build, n.type))};
    for (const std::string& extra : n.extraTypes) cell.push_back(plain(typeName(build, extra)));
    if (!n.channel.empty() && n.channel != n.type) cell.push_back(plain(build.say.channel(n.channel)));
    return cell;
}

std::string quoted(const Build& build, const std::string& text) {
    std::string line; // a cell has no room for empty lines
    for (const char c : shortened(text, kQuotedGraphemes)) {
        const bool isBlank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (isBlank && !line.empty() && line.back() == ' ') continue;
        line += isBlank ? ' ' : c;
    }
    return build.danish() ? "»" + line + "«" : "“" + line + "”";
}

// "12 SMS kl. 22.04–23.51."
std::string countLine(const Build& build, const Evidence& e, const model::Incident& n) {
    std::vector<std::string> counts;
    for (const auto& [kind, count] : e.counts)
        if (isMessageOrCall(kind)) counts.push_back(build.say.countedItems(kind, count));
    std::string line = joined(counts, ", ");
    if (line.empty() && n.count > 1 && !e.hasLinks)
        line = build.say.trn("%1 contact", "%1 contacts", n.count);
    if (line.empty()) return {};
    std::vector<std::int64_t> times;
    for (const query::ItemRow& row : e.contacts)
        if (row.time && base::hasClockTime(*row.time)) times.push_back(row.time->utcMs);
    if (!times.empty() && build.say.calendarDays(times.front(), times.back()) == 0)
        line += " " + build.say.clockRange(times.front(), times.back());
    return line + ".";
}

int missedCalls(const Evidence& e) {
    return static_cast<int>(
        std::count_if(e.contacts.begin(), e.contacts.end(), [](const query::ItemRow& row) {
            return row.kind == model::ItemKind::Call && row.call.type == model::CallType::Missed;
        }));
}

Cell whatCell(const Build& build, const model::Incident& n, const Evidence& e) {
    Cell cell;
    const std::string counted = countLine(build, e, n);
    const bool isMany = e.contacts.size() != 1;
    if (!counted.empty() && isMany) cell.push_back(bold(counted));
    if (const int missed = missedCalls(e); missed > 0 && missed == static_cast<int>(e.contacts.size()))
        cell.push_back(plain(missed == 1 ? build.tr("The call was not answered.")
                                         : build.tr("None of the calls was answered.")));
    if (!n.title.empty()) cell.push_back(cell.empty() ? bold(n.title) : plain(n.title));
    if (!n.description.empty()) cell.push_back(plain(n.description));
    if (!n.quote.empty()) cell.push_back(plain(quoted(build, n.quote)));
    const bool ownWords = !n.description.empty() || !n.quote.empty();
    if (e.contacts.size() == 1 && !ownWords) {
        const auto item = build.reader.item(e.contacts.front().id);
        if (item && !item->subject.empty() && query::isSubjectWritten(item->kind))
            cell.push_back(plain(quoted(build, item->subject)));
        if (item && !item->fullText.empty()) cell.push_back(plain(quoted(build, item->fullText)));
        if (cell.empty() && !counted.empty()) cell.push_back(plain(counted));
    }
    std::string words;
    for (const Line& line : cell)
        for (const Run& run : line.runs) words += run.text + " ";
    if (const std::string emoji = build.form.emojiIn(words, build.say.language()); !emoji.empty())
        cell.push_back(small(base::fill(build.tr("emoji: %1"), {emoji})));
    for (const auto& [kind, count] : e.counts)
        if (!isMessageOrCall(kind)) cell.push_back(small(build.say.countedItems(kind, count)));
    std::vector<std::string> others;
    for (const std::string& target : n.targets)
        if (target != "me") others.push_back(build.say.target(target));
    if (!others.empty())
        cell.push_back(small(base::fill(build.tr("directed at: %1"), {joined(others, ", ")})));
    return orNothing(std::move(cell));
}

Cell placeCell(const Build& build, const model::Incident& n) {
    Cell cell;
    if (!n.placeType.empty()) cell.push_back(plain(build.say.place(n.placeType)));
    if (build.options.audience == Audience::Police && !n.placeText.empty())
        cell.push_back(plain(n.placeText));
    return orNothing(std::move(cell));
}

Cell whoCell(const Build& build, const model::Incident& n, const Evidence& e) {
    Cell cell;
    const query::PartyRow* row = build.party(n.party);
    const bool fromItems = row == nullptr && !e.contacts.empty();
    const model::PartyRole role = row != nullptr ? row->role
                                  : fromItems    ? e.contacts.front().from.partyRole
                                                 : model::PartyRole::Unknown;
    const model::Id party = row != nullptr ? row->id : (fromItems ? e.contacts.front().from.party : 0);
    cell.push_back(plain(capitalized(build.roleName(role, party))));
    std::vector<std::string> how;
    for (const std::string& code : n.identifiedBy) how.push_back(build.say.identifiedBy(code));
    const bool isFromOffender =
        !e.contacts.empty() && e.contacts.front().from.partyRole == model::PartyRole::Offender;
    if (how.empty() && n.identifiedText.empty() && isFromOffender)
        how.push_back(build.say.identifiedBy(e.contacts.front().kind == model::ItemKind::Email  ? "email"
                                             : e.contacts.front().kind == model::ItemKind::Chat ? "profile"
                                                                                                : "number"));
    if (!n.identifiedText.empty()) how.push_back(n.identifiedText);
    if (!how.empty()) cell.push_back(plain(joined(how, "; ")));
    return cell;
}

Cell witnessCell(const Build& build, const model::Incident& n) {
    if (n.witnesses.empty()) return {plain(kNothing)};
    return {plain(build.options.audience == Audience::Police
                      ? n.witnesses
                      : withoutContacts(n.witnesses, build.tr("(contact left out)")))};
}

Cell reactionCell(const Build& build, const model::Incident& n) {
    Cell cell;
    const std::string text =
        joined({build.say.response(n.response), n.responseText, build.say.fear(n.fear), n.impact}, " ");
    if (!text.empty()) cell.push_back(plain(text));
    return orNothing(std::move(cell));
}

// May break after its second hyphen and nowhere else: "9999-73110-" "00417-25".
std::string caseNumber(std::string text) {
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string::npos ? first : text.find('-', first + 1);
    if (second != std::string::npos) text.insert(second + 1, "\u200b");
    return text;
}

Cell reportedCell(const Build& build, const model::Incident& n) {
    if (!n.reported && n.reportNumber.empty()) return {plain(build.tr("No"))};
    Cell cell{plain(build.tr("Yes"))};
    if (!n.reportNumber.empty()) cell.push_back(plain(caseNumber(n.reportNumber)));
    return cell;
}

std::optional<TimeStrip> stripOf(const Build& build, const Evidence& e) {
    TimeStrip strip;
    for (const query::ItemRow& row : e.contacts) {
        if (!row.time || !base::hasClockTime(*row.time)) return std::nullopt;
        const base::CivilTime t = base::toLocal(row.time->utcMs, build.say.zone());
        strip.hours.push_back(t.hour + t.minute / 60.0 + t.second / 3600.0);
    }
    if (strip.hours.size() < kTicksFrom) return std::nullopt;
    if (build.say.calendarDays(e.contacts.front().time->utcMs, e.contacts.back().time->utcMs) != 0)
        return std::nullopt;
    strip.firstHour = static_cast<int>(std::floor(*std::min_element(strip.hours.begin(), strip.hours.end())));
    strip.lastHour = static_cast<int>(std::ceil(*std::max_element(strip.hours.begin(), strip.hours.end())));
    strip.lastHour = std::max(strip.lastHour, strip.firstHour + 1);
    for (int hour = strip.firstHour; hour <= strip.lastHour; ++hour) {
        const std::string h = (hour < 10 ? "0" : "") + std::to_string(hour);
        strip.labels.push_back(build.danish() ? "kl.\u00a0" + h : h + ":00");
    }
    return strip;
}

} // namespace

LogRow makeRow(Build& build, const model::Incident& n) {
    const Evidence evidence = evidenceOf(build, n);
    LogRow row;
    row.incident = n.number;
    row.label = std::to_string(n.number);
    row.exhibits = build.exhibitsOf(n);
    row.afterOrder = build.orderAt(n.start.utcMs) != nullptr;
    row.strip = stripOf(build, evidence);
    for (const Column& column : build.document.columns) {
        if (column.key == "number")
            row.cells.push_back({bold(row.label)});
        else if (column.key == "when")
            row.cells.push_back(whenCell(build, n));
        else if (column.key == "type")
            row.cells.push_back(typeCell(build, n));
        else if (column.key == "what")
            row.cells.push_back(whatCell(build, n, evidence));
        else if (column.key == "place")
            row.cells.push_back(placeCell(build, n));
        else if (column.key == "who")
            row.cells.push_back(whoCell(build, n, evidence));
        else if (column.key == "witnesses")
            row.cells.push_back(witnessCell(build, n));
        else if (column.key == "reaction")
            row.cells.push_back(reactionCell(build, n));
        else if (column.key == "reported")
            row.cells.push_back(reportedCell(build, n));
        else
            row.cells.push_back(row.exhibits.empty() ? Cell{plain(kNothing)} : Cell{});
    }
    return row;
}

} // namespace core::report
