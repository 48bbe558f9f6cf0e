// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the log: the cells of one incident. What an audience may not see never gets into a cell.
#include "core/report/evidence_time.h"
#include "core/report/item_texts.h"
#include "core/report/log_build.h"
#include "core/report/own_words.h"
#include "core/report/row_evidence.h"
#include "core/report/witness_contacts.h"

#include <algorithm>
#include <set>

namespace core::report {

namespace {

const std::string kNothing = "–";

Cell orNothing(Cell cell) { return cell.empty() ? Cell{plain(kNothing)} : std::move(cell); }

// Of an incident that began before the order: how many of its contacts are counted after it.
Cell partAfterOrder(const Build& build, const Evidence& e) {
    const auto isAfter = [&](const EvidenceContact& contact) {
        return contact.timeMs && build.orderAt(*contact.timeMs) != nullptr;
    };
    const auto after = std::count_if(e.contacts.begin(), e.contacts.end(), isAfter);
    if (after == 0) return {};
    const auto all = static_cast<long long>(e.contacts.size());
    return {bold(
        base::fill(build.tr("%1 of %2 after the order"), {build.say.number(after), build.say.number(all)}))};
}

Cell dateCell(const Build& build, const model::Incident& n, const Evidence& e) {
    Cell cell{bold(build.say.dayOfTable(n.start))};
    if (const model::Milestone* order = build.orderAt(n.start.utcMs)) {
        cell.push_back(bold(
            build.say.afterOrder(order->kind, build.say.calendarDays(order->time.utcMs, n.start.utcMs))));
        return cell;
    }
    const Cell part = partAfterOrder(build, e);
    cell.insert(cell.end(), part.begin(), part.end());
    return cell;
}

Cell timeCell(const Build& build, const model::Incident& n) {
    const Phrases& say = build.say;
    Cell cell;
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
    if (const std::string other = contradictionOf(build, n); !other.empty()) cell.push_back(bold(other));
    return cell;
}

Cell whenCell(const Build& build, const model::Incident& n, const Evidence& e) {
    Cell date = dateCell(build, n, e);
    const Cell time = timeCell(build, n);
    date.insert(date.begin() + 1, time.begin(), time.end());
    return date;
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

// What was written to several is not what was written to her.
std::string groupNote(const Build& build, const Evidence& e) {
    std::set<std::string> names;
    long long count = 0;
    for (const EvidenceContact& contact : e.contacts) {
        if (!contact.hasSubject || contact.kind != model::ItemKind::Chat) continue;
        const auto item = build.reader.item(contact.id);
        if (!item || groupOf(*item).empty()) continue;
        names.insert(groupOf(*item));
        ++count;
    }
    if (count == 0) return {};
    if (count < static_cast<long long>(e.contacts.size()) || names.size() > 1)
        return build.say.trn("%1 of them in a group conversation", "%1 of them in group conversations",
                             count);
    return base::fill(build.tr("in the group conversation %1"), {quoted(build, *names.begin())});
}

Cell whatCell(const Build& build, const model::Incident& n, const Evidence& e) {
    Cell cell;
    const std::string counted = countLine(build, e, n);
    const bool isMany = e.contacts.size() != 1;
    if (!counted.empty() && isMany) cell.push_back(bold(counted));
    if (const std::string calls = callsLine(build, e); !calls.empty()) cell.push_back(plain(calls));
    if (!n.title.empty()) cell.push_back(cell.empty() ? bold(n.title) : plain(n.title));
    if (!n.description.empty()) cell.push_back(plain(n.description));
    if (!n.quote.empty() && !build.form.log.has("quote")) cell.push_back(plain(quoted(build, n.quote)));
    for (Line& line : dayLines(build, e)) cell.push_back(std::move(line));
    const bool ownWords = !n.description.empty() || !n.quote.empty();
    if (e.contacts.size() > 1 && !ownWords && n.title.empty())
        if (const std::string words = lastWords(build, e); !words.empty()) cell.push_back(plain(words));
    if (e.contacts.size() == 1 && !ownWords) {
        const auto item = build.reader.item(e.contacts.front().id);
        if (item && !item->subject.empty() && groupOf(*item).empty())
            cell.push_back(plain(quoted(build, item->subject)));
        const OwnWords words = item ? ownWordsOf(*item) : OwnWords();
        if (!words.written.empty()) cell.push_back(plain(quoted(build, words.written)));
        if (cell.empty() && !counted.empty()) cell.push_back(plain(counted));
        if (item && item->kind != model::ItemKind::Call && !words.ofApp.empty())
            cell.push_back(small(words.ofApp));
    }
    if (const std::string group = groupNote(build, e); !group.empty()) cell.push_back(small(group));
    if (const std::string pictures = picturesLine(build, e); !pictures.empty())
        cell.push_back(small(pictures));
    std::string words;
    for (const Line& line : cell)
        for (const Run& run : line.runs) words += run.text + " ";
    if (const std::string emoji = build.form.emojiIn(words, build.say.language()); !emoji.empty())
        cell.push_back(small(base::fill(build.tr("emoji: %1"), {emoji})));
    for (const auto& [kind, count] : e.counts)
        if (!isMessageOrCall(kind)) cell.push_back(small(build.say.countedItems(kind, count)));
    std::vector<std::string> others;
    for (const std::string& target : n.targets) others.push_back(withoutCapital(build.say.target(target)));
    const bool isHerAlone = n.targets == std::vector<std::string>{"me"};
    if (!others.empty() && !isHerAlone && !build.form.log.has("target"))
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
                                  : fromItems    ? e.contacts.front().fromRole
                                                 : model::PartyRole::Unknown;
    const model::Id party = row != nullptr ? row->id : (fromItems ? e.contacts.front().fromParty : 0);
    cell.push_back(plain(capitalized(build.roleName(role, party))));
    std::vector<std::string> how;
    for (const std::string& code : n.identifiedBy) how.push_back(build.say.identifiedBy(code));
    const bool isFromOffender =
        !e.contacts.empty() && e.contacts.front().fromRole == model::PartyRole::Offender;
    if (how.empty() && n.identifiedText.empty() && isFromOffender)
        how.push_back(build.say.identifiedBy(e.contacts.front().identifiedBy));
    const std::string ways = joined(how, ", ");
    const std::string text = joined({ways, n.identifiedText}, ": ");
    if (!text.empty()) cell.push_back(plain(text));
    return cell;
}

Cell witnessCell(const Build& build, const model::Incident& n) {
    if (n.witnesses.empty()) return {plain(kNothing)};
    return {plain(build.options.audience == Audience::Police
                      ? n.witnesses
                      : withoutContacts(n.witnesses, build.tr("(contact left out)")))};
}

std::string responseText(const Build& build, const model::Incident& n) {
    return joined({build.say.response(n.response), n.responseText}, " ");
}
std::string effectText(const Build& build, const model::Incident& n) {
    return joined({build.say.fear(n.fear), n.impact}, " ");
}
Cell textCell(const std::string& text) { return {plain(text.empty() ? kNothing : text)}; }

Cell targetCell(const Build& build, const model::Incident& n) {
    std::vector<std::string> names;
    for (const std::string& target : n.targets) names.push_back(build.say.target(target));
    return textCell(joined(names, ", "));
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

// Were the police called, and what is the number of the report.
Cell policeCell(const Build& build, const model::Incident& n) {
    Cell cell = reportedCell(build, n);
    if (n.response == "called-police") cell.push_back(plain(build.say.response(n.response)));
    return cell;
}

// Who took the report: what is written about the step with the same number. Else it is left white, to be
// filled in by hand.
Cell officerCell(const Build& build, const model::Incident& n) {
    if (n.reportNumber.empty()) return {};
    for (const model::Milestone& m : build.milestones)
        if (m.reportNumber == n.reportNumber && !m.note.empty()) return {plain(m.note)};
    return {};
}

// A form without a column for the kind, or for the person, must not lose them.
Cell whatWithTheRest(const Build& build, const model::Incident& n, const Evidence& e) {
    const Form& form = build.form.log;
    Cell cell = whatCell(build, n, e);
    if (!form.has("type")) {
        const Cell type = typeCell(build, n);
        cell.insert(cell.begin(), type.begin(), type.begin() + 1);
    }
    if (!form.has("who")) {
        std::vector<std::string> words;
        for (const Line& line : whoCell(build, n, e)) words.push_back(line.runs.front().text);
        cell.push_back(small(joined(words, ": ")));
    }
    return cell;
}

Cell cellFor(const std::string& key, const Build& build, const model::Incident& n, const Evidence& e) {
    if (key == "number") return {bold(std::to_string(n.number))};
    if (key == "when") return whenCell(build, n, e);
    if (key == "date") return dateCell(build, n, e);
    if (key == "time") return timeCell(build, n);
    if (key == "type") return typeCell(build, n);
    if (key == "what") return whatWithTheRest(build, n, e);
    if (key == "quote") return textCell(n.quote.empty() ? n.quote : quoted(build, n.quote));
    if (key == "place") return placeCell(build, n);
    if (key == "target") return targetCell(build, n);
    if (key == "who") return whoCell(build, n, e);
    if (key == "witnesses") return witnessCell(build, n);
    if (key == "reaction") return textCell(joined({responseText(build, n), effectText(build, n)}, " "));
    if (key == "response") return textCell(responseText(build, n));
    if (key == "effect") return textCell(effectText(build, n));
    if (key == "reported") return reportedCell(build, n);
    if (key == "police") return policeCell(build, n);
    if (key == "officer") return officerCell(build, n);
    if (key == "written") return {plain(n.createdMs > 0 ? build.say.tableDate(n.createdMs) : kNothing)};
    if (key == "exhibit" && build.exhibitsOf(n).empty()) return {plain(kNothing)};
    return {}; // exhibits are set with their pages; "blank" is for writing by hand
}

// Each line is struck out by itself before; a street at the end of the title and a count below it may
// together read as something protected.
Cell struckAcross(const Build& build, Cell cell) {
    std::vector<std::string*> texts;
    for (Line& line : cell)
        for (Run& run : line.runs) texts.push_back(&run.text);
    build.reader.redactor().applyAcross(texts);
    return cell;
}

} // namespace

LogRow makeRow(Build& build, const model::Incident& n) {
    const Evidence evidence = evidenceOf(build, n);
    LogRow row;
    row.incident = n.number;
    row.label = std::to_string(n.number);
    row.exhibits = build.exhibitsOf(n);
    row.afterOrder = build.orderAt(n.start.utcMs) != nullptr;
    row.when = {build.say.dayNumber(n.start.utcMs), n.start.precision};
    row.strip = stripOf(build, evidence);
    for (const Column& column : build.document.columns)
        row.cells.push_back(struckAcross(build, cellFor(column.key, build, n, evidence)));
    return row;
}

} // namespace core::report
