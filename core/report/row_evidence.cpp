// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/row_evidence.h"

#include "core/base/utf8.h"
#include "core/base/visible_text.h"
#include "core/base/zone.h"
#include "core/model/identified_by.h"
#include "core/report/marks.h"
#include "core/report/own_words.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <unicode/uchar.h>

namespace core::report {

namespace {

constexpr std::size_t kQuotedGraphemes = 120;
constexpr std::size_t kMostOfAWord = 30; // code points; a longer piece without blanks is cut where it must be
constexpr std::size_t kTicksFrom = 3;    // messages, for a strip to tell more than the words

// `missed` of its calls.
std::string countsOf(const Build& build, const std::map<model::ItemKind, int>& counts, int missed) {
    std::vector<std::string> words;
    for (const auto& [kind, count] : counts) {
        if (!isMessageOrCall(kind)) continue;
        const bool isUnanswered = kind == model::ItemKind::Call && missed == count;
        words.push_back(isUnanswered ? build.say.trn("%1 unanswered call", "%1 unanswered calls", count)
                                     : build.say.countedItems(kind, count));
    }
    return joined(words, ", ");
}

bool parts(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == U'\u200b'; }

// Where the whole words of a text end that was cut at `cut`; `cut` where the last blank is far off, as in
// scripts that write none. What was struck out counts as one word.
std::size_t endOfWords(const std::string& text, std::size_t cut) {
    std::size_t end = 0, beyond = 0; // of the last word; code points after it
    bool isStruck = false, isWord = false;
    for (std::size_t pos = 0; pos <= cut && pos < text.size();) {
        const std::size_t at = pos;
        const std::string_view rest = std::string_view(text).substr(at);
        const char32_t c = base::nextCodePoint(text, pos);
        if (rest.starts_with(kStruckBegin)) isStruck = true;
        if (rest.starts_with(kStruckEnd)) isStruck = false;
        const bool isBlank = parts(c) && !isStruck;
        if (isBlank && isWord) {
            end = at;
            beyond = 0;
        }
        isWord = !isBlank;
        beyond += isWord ? 1 : 0;
    }
    return beyond > kMostOfAWord || end == 0 ? cut : end;
}

// The first words of a text. The sign that there is more is tied to the last of them, so that no line has it
// alone; without the blank it says that the word goes on.
std::string firstWords(const std::string& text) {
    static constexpr std::string_view kMore = "…", kMoreWords = "\u00a0…";
    const std::string cut = shortened(text, kQuotedGraphemes);
    if (cut == text) return text;
    const std::size_t atSign = cut.size() - kMore.size();
    const std::size_t end = endOfWords(text, atSign);
    std::size_t next = end;
    const bool isWholeWord = next < text.size() && parts(base::nextCodePoint(text, next));
    return text.substr(0, end).append(isWholeWord ? kMoreWords : kMore);
}

// Words that run from right to left keep their order to themselves: the marks around them stand where the
// words of the form put them, on whichever line they end.
std::string apart(std::string words) {
    if (base::runsLeftToRight(words)) return words;
    const std::string kFirstStrong = "\u2068", kPop = "\u2069";
    std::size_t open = 0; // isolates that the words themselves begin and do not end
    for (std::size_t pos = 0; pos < words.size();) {
        const char32_t c = base::nextCodePoint(words, pos);
        if (c >= 0x2066 && c <= 0x2068) ++open;
        if (c == 0x2069 && open > 0) --open;
    }
    words.insert(0, kFirstStrong);
    for (std::size_t i = 0; i <= open; ++i) words += kPop;
    return words;
}

// Some contacts of an incident, with what its row says of them.
struct Part {
    std::map<model::ItemKind, int> counts;
    int missed = 0;                          // calls
    std::optional<std::int64_t> first, last; // with a time of day
    std::set<std::int64_t> days;             // local midnights
};

void addTo(Part& part, const Build& build, const EvidenceContact& row) {
    ++part.counts[row.kind == model::ItemKind::Mms ? model::ItemKind::Sms : row.kind];
    part.missed += row.call == model::CallType::Missed ? 1 : 0;
    if (!row.timeMs) return;
    part.days.insert(base::localDay(*row.timeMs, build.say.zone()).beginMs);
    if (!row.hasClockTime) return;
    if (!part.first) part.first = row.timeMs;
    part.last = row.timeMs;
}

EvidenceContact contactOf(const query::ItemRow& row) {
    EvidenceContact contact;
    contact.id = row.id;
    contact.kind = row.kind;
    if (row.kind == model::ItemKind::Call) {
        contact.call = row.call.type;
        contact.callSeconds = row.call.durationSeconds;
    }
    contact.hasSubject = !row.subject.empty();
    contact.hasAttachments = row.attachments > 0;
    contact.identifiedBy = model::identifiedByOf(row.from.written);
    if (row.time) contact.timeMs = row.time->utcMs;
    contact.hasClockTime = row.time && base::hasClockTime(*row.time);
    contact.fromParty = row.from.party;
    contact.fromRole = row.from.partyRole;
    return contact;
}

} // namespace

bool isMessageOrCall(model::ItemKind kind) {
    return kind == model::ItemKind::Sms || kind == model::ItemKind::Mms || kind == model::ItemKind::Call ||
           kind == model::ItemKind::Chat || kind == model::ItemKind::Email;
}

Evidence evidenceOf(const Build& build, const model::Incident& incident) {
    Evidence e;
    build.reader.forCounting().eachRow(incident.items, [&](const query::ItemRow& row) {
        e.hasLinks = e.hasLinks || isMessageOrCall(row.kind) || row.kind == model::ItemKind::Mms;
        if (row.excluded || isContextOf(build, row)) return;
        const model::ItemKind kind = row.kind == model::ItemKind::Mms ? model::ItemKind::Sms : row.kind;
        ++e.counts[kind];
        if (isMessageOrCall(kind)) e.contacts.push_back(contactOf(row));
    });
    return e;
}

std::string quoted(const Build& build, const std::string& text) {
    std::string line; // a cell has no room for empty lines
    for (const char c : firstWords(text)) {
        const bool isBlank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (isBlank && !line.empty() && line.back() == ' ') continue;
        line += isBlank ? ' ' : c;
    }
    line = apart(std::move(line));
    return build.danish() ? "»" + line + "«" : "“" + line + "”";
}

std::string countLine(const Build& build, const Evidence& e, const model::Incident& n) {
    Part all;
    for (const EvidenceContact& row : e.contacts) addTo(all, build, row);
    std::string line = countsOf(build, e.counts, all.missed);
    if (line.empty() && n.count > 1 && !e.hasLinks)
        line = build.say.trn("%1 contact", "%1 contacts", n.count);
    if (line.empty()) return {};
    if (all.days.size() > 1)
        line += ", " + build.say.period(*all.days.begin(), *all.days.rbegin()) + " (" +
                build.say.trn("%1 day", "%1 days", static_cast<long long>(all.days.size())) + ")";
    else if (all.first)
        line += " " + build.say.clockRange(*all.first, *all.last);
    return line + ".";
}

Cell dayLines(const Build& build, const Evidence& e) {
    constexpr std::size_t kMostDays = 31;
    std::map<std::int64_t, Part> days;
    for (const EvidenceContact& row : e.contacts)
        if (row.timeMs) addTo(days[base::localDay(*row.timeMs, build.say.zone()).beginMs], build, row);
    if (days.size() < 2) return {};
    Cell cell;
    if (days.size() <= kMostDays) {
        for (const auto& [day, part] : days)
            cell.push_back(small(build.say.dayMonth(day) + ": " + countsOf(build, part.counts, part.missed) +
                                 (part.first ? " " + build.say.clockRange(*part.first, *part.last) : "") +
                                 "."));
        return cell;
    }
    std::map<std::pair<int, int>, Part> months;
    for (const EvidenceContact& row : e.contacts) {
        if (!row.timeMs) continue;
        const base::CivilTime t = base::toLocal(*row.timeMs, build.say.zone());
        addTo(months[{t.year, t.month}], build, row);
    }
    for (const auto& [month, part] : months)
        cell.push_back(
            small(build.say.monthYear(*part.days.begin()) + ": " + countsOf(build, part.counts, part.missed) +
                  ", " + build.say.trn("%1 day", "%1 days", static_cast<long long>(part.days.size())) + "."));
    return cell;
}

std::string lastWords(const Build& build, const Evidence& e) {
    for (auto row = e.contacts.rbegin(); row != e.contacts.rend(); ++row) {
        if (row->kind == model::ItemKind::Call) continue;
        const auto item = build.reader.item(row->id);
        if (!item) continue;
        if (const OwnWords words = ownWordsOf(*item); !words.written.empty())
            return base::fill(build.tr("The last: %1"), {quoted(build, words.written)});
    }
    return {};
}

// Not those that the export does not hold, nor those within the text of a mail: a letterhead is no picture
// that somebody sent. Only messages with attachments are read for it.
std::string picturesLine(const Build& build, const Evidence& e) {
    long long count = 0;
    for (const EvidenceContact& contact : e.contacts) {
        if (!contact.hasAttachments) continue;
        const auto item = build.reader.forCounting().item(contact.id);
        if (!item) continue;
        for (const query::AttachmentRow& file : item->attachmentList)
            count += file.type.starts_with("image/") && !file.isInline && !file.isMissing() ? 1 : 0;
    }
    return count == 0 ? std::string() : build.say.trn("%1 picture attached", "%1 pictures attached", count);
}

std::optional<TimeStrip> stripOf(const Build& build, const Evidence& e) {
    TimeStrip strip;
    for (const EvidenceContact& row : e.contacts) {
        if (!row.timeMs || !row.hasClockTime) return std::nullopt;
        const base::CivilTime t = base::toLocal(*row.timeMs, build.say.zone());
        strip.hours.push_back(t.hour + t.minute / 60.0 + t.second / 3600.0);
    }
    if (strip.hours.size() < kTicksFrom) return std::nullopt;
    if (build.say.calendarDays(*e.contacts.front().timeMs, *e.contacts.back().timeMs) != 0)
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

} // namespace core::report
