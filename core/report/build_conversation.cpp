// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and calls of an exhibit in the order of time, with what stands around them.
#include "core/base/zone.h"
#include "core/report/item_people.h"
#include "core/report/item_texts.h"
#include "core/report/packed_messages.h"
#include "core/report/row_evidence.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace core::report {

namespace {

// No reader takes the time of a message from these: the exposed person stated it, against the file.
bool isStated(model::TimeSource source) {
    return source == model::TimeSource::OwnMemory || source == model::TimeSource::Witness ||
           source == model::TimeSource::SeenInPicture || source == model::TimeSource::Document;
}

std::string statedNote(const Build& build, const query::ItemDetail& item) {
    std::string written;
    for (std::size_t i = 1; i < item.times.size(); ++i) // the first is the one that is used
        written += (i > 1 ? "; " : "") + timeWithSource(build, item.times[i].time, item.times[i].source);
    return base::fill(build.tr("The time is stated by the exposed person (%1). In the file: %2."),
                      {build.say.timeSource(item.timeSource), written.empty() ? "–" : written});
}

// Where the other records are that were not counted: a reader can look them up.
std::string alsoIn(const Build& build, const query::ItemDetail& item) {
    const auto found = build.alsoIn.find(item.id);
    if (found == build.alsoIn.end()) return {};
    std::vector<std::string> places;
    for (const model::Id id : found->second)
        if (const auto other = build.reader.item(id))
            places.push_back(base::fill(
                build.tr("%1, record %2"),
                {other->source.name, build.say.number(static_cast<long long>(other->recordIndex))}));
    return places.empty() ? std::string()
                          : base::fill(build.tr("Also in %1; counted once"), {joined(places, "; ")});
}

// "M1" of what shows a step, "M1, M4" of several; empty for every other item.
std::string stepsShownBy(const Build& build, model::Id item) {
    std::vector<std::string> labels;
    for (const model::Milestone& m : build.milestones)
        if (m.item == item) labels.push_back(build.milestoneLabels.at(m.id));
    return joined(labels, ", ");
}

// What shows a step is no context of it. It counts as little.
std::string contextSender(const Build& build, const query::ItemDetail& item) {
    const std::string steps = stepsShownBy(build, item.id);
    if (steps.empty()) return senderLine(build, item, true);
    const std::string from =
        item.direction == model::Direction::Out
            ? base::fill(build.tr("From %1"), {build.roleName(model::PartyRole::Exposed, 0)})
            : senderLine(build, item, false);
    return base::fill(build.tr("%1 – step %2"), {from, steps});
}

Message makeMessage(Build& build, const query::ItemDetail& item, bool isContext, ExhibitPart& part) {
    Message m;
    m.isContext = isContext;
    m.isNotice = item.kind == model::ItemKind::Notice;
    m.fromOffender = item.direction != model::Direction::Out;
    if (item.time) {
        const base::Timestamp& t = *item.time;
        m.day = capitalized(build.say.longDay(t.utcMs));
        m.clock = base::hasClockTime(t) ? build.say.clock(t.utcMs, t.precision <= base::Precision::Second)
                                        : build.say.timeOfDay(t, std::nullopt);
        m.zoneNote = build.say.zoneNote(t.utcMs);
    } else {
        m.day = build.tr("Undated");
        m.clock = "–";
    }
    m.sourceNote = sourceNote(build, item);
    m.sender = m.isNotice  ? noticeSender(build, item)
               : isContext ? contextSender(build, item)
                           : senderLine(build, item, false);
    m.text = item.fullText;
    const std::string group = groupOf(item);
    if (!item.subject.empty() && group.empty()) m.text = item.subject + "\n" + m.text;
    if (item.kind == model::ItemKind::Call) {
        m.text = build.say.callType(item.call.type);
        if (item.call.durationSeconds > 0) m.text += ", " + duration(build, item.call.durationSeconds);
    }
    Attached attached{{}, isContext ? nullptr : &part};
    m.notes = itemNotes(build, item, attached);
    if (isStated(item.timeSource)) m.notes.push_back(statedNote(build, item));
    if (!group.empty() && !m.isNotice)
        m.notes.insert(m.notes.begin(),
                       base::fill(build.tr("In the group conversation %1"), {quoted(build, group)}));
    if (const std::string also = alsoIn(build, item); !also.empty()) m.notes.push_back(also);
    if (build.patterns.repeats.contains(item.id))
        m.notes.push_back(build.tr("The same stands here from another export, and is counted there."));
    m.pictures = std::move(attached.pictures);
    if (m.text.empty() && m.notes.empty()) m.notes.push_back(build.tr("Message without text"));
    return m;
}

// What stands in the exhibit, before its words are read.
struct Entry {
    model::Id id;
    std::optional<std::int64_t> timeMs;
    bool isContext;
    model::Id turn = 0; // among those of one time
};
using Ids = std::unordered_set<model::Id>;

query::ItemFilter messagesOf(model::Id party, std::int64_t firstMs, std::int64_t lastMs) {
    query::ItemFilter filter;
    filter.party = party;
    filter.fromMs = firstMs;
    filter.toMs = lastMs + 1;
    filter.kinds = {model::ItemKind::Sms, model::ItemKind::Mms, model::ItemKind::Chat, model::ItemKind::Call};
    return filter;
}

struct Stretch {
    std::int64_t first, last;
};
using Days = std::map<std::int64_t, Stretch>; // by the beginning of the local day

// Of each party that wrote: from its first to its last message of each day.
std::map<model::Id, Days> daysOf(const Build& build, const std::vector<ExhibitItem>& items) {
    std::map<model::Id, Days> parties;
    for (const ExhibitItem& item : items) {
        if (!item.timeMs || item.fromParty == 0 || item.direction == model::Direction::Out) continue;
        const std::int64_t at = *item.timeMs;
        const auto [it, isNew] = parties[item.fromParty].try_emplace(
            base::localDay(at, build.say.zone()).beginMs, Stretch{at, at});
        it->second.first = std::min(it->second.first, at);
        it->second.last = std::max(it->second.last, at);
    }
    return parties;
}

// Her own messages, and what the service wrote, between the first and the last of a local day, so that
// nothing is torn out of its context.
void addWithinDays(const Build& build, const std::vector<ExhibitItem>& items, Ids& known,
                   std::vector<Entry>& entries) {
    using Moments = std::vector<query::ItemMoment>;
    for (const auto& [party, days] : daysOf(build, items)) {
        query::ItemFilter filter = messagesOf(party, days.begin()->second.first, days.rbegin()->second.last);
        filter.direction = model::Direction::Out;
        const Moments own = build.reader.forCounting().moments(filter);
        filter.direction.reset();
        filter.kinds = {model::ItemKind::Notice};
        const Moments notices = build.reader.forCounting().moments(filter);
        for (const auto& [day, span] : days)
            for (const Moments* moments : {&own, &notices}) {
                auto it = std::lower_bound(
                    moments->begin(), moments->end(), span.first,
                    [](const query::ItemMoment& moment, std::int64_t ms) { return moment.timeMs < ms; });
                for (; it != moments->end() && it->timeMs <= span.last; ++it) {
                    if (build.leftOutItems.contains(it->id) || build.againItems.contains(it->id)) continue;
                    if (known.insert(it->id).second) entries.push_back({it->id, it->timeMs, true});
                }
            }
    }
}

// What is counted in a conversation with one party: item and time.
using Counted = std::unordered_map<model::Id, std::int64_t>;

// Those that stand within `each` places of one that counts, and near it in time.
void addNear(const Build& build, model::Id party, const Counted& counted,
             std::map<model::Id, std::int64_t>& near) {
    constexpr std::int64_t kFarthestMs = 48 * 3600 * 1000LL; // what lies farther off explains nothing
    const int each = build.options.exhibitForm.contextMessages;
    const auto [first, last] = std::minmax_element(
        counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    query::ItemFilter filter = messagesOf(party, first->second - kFarthestMs, last->second + kFarthestMs - 1);
    const std::vector<query::ItemMoment> all = build.reader.forCounting().moments(filter);
    const auto count = static_cast<int>(all.size());
    for (int i = 0; i < count; ++i) {
        const auto quoted = counted.find(all[static_cast<std::size_t>(i)].id);
        if (quoted == counted.end()) continue;
        for (int k = std::max(0, i - each); k < std::min(count, i + each + 1); ++k) {
            const query::ItemMoment& moment = all[static_cast<std::size_t>(k)];
            const bool isNear = std::llabs(*moment.timeMs - quoted->second) <= kFarthestMs;
            if (isNear && !counted.contains(moment.id)) near.emplace(moment.id, *moment.timeMs);
        }
    }
}

// What was said just before and after each message that counts, by either side, in the same conversation.
void addNeighbours(const Build& build, const std::vector<ExhibitItem>& items, Shows shows, const Ids& known,
                   std::vector<Entry>& entries) {
    if (build.options.exhibitForm.contextMessages <= 0) return;
    std::map<model::Id, Counted> parties;
    for (const ExhibitItem& item : items)
        if (item.timeMs && item.fromParty != 0 && !isContextOf(build, item))
            parties[item.fromParty].emplace(item.id, *item.timeMs);
    std::map<model::Id, std::int64_t> near;
    for (const auto& [party, counted] : parties) addNear(build, party, counted, near);
    for (const auto& [id, timeMs] : near) {
        const bool isElsewhere = shows == Shows::Conversations && build.labelOfItem.contains(id);
        const bool isNotShown = build.leftOutItems.contains(id) || build.againItems.contains(id);
        if (!known.contains(id) && !isElsewhere && !isNotShown) entries.push_back({id, timeMs, true});
    }
}

// By time, undated last.
std::vector<Entry> entriesOf(const Build& build, const std::vector<ExhibitItem>& items, Shows shows) {
    std::vector<Entry> entries;
    entries.reserve(items.size());
    Ids known;
    for (const ExhibitItem& item : items) {
        entries.push_back({item.id, item.timeMs, isContextOf(build, item)});
        known.insert(item.id);
    }
    addWithinDays(build, items, known, entries);
    addNeighbours(build, items, shows, known, entries);
    // Within one minute, which is all that some exports say, as they stand in the file: whether she had said
    // no before or after.
    for (Entry& entry : entries) entry.turn = build.fileOrder.turn(entry.id);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        constexpr auto kNone = std::numeric_limits<std::int64_t>::max();
        return std::pair(a.timeMs.value_or(kNone), a.turn) < std::pair(b.timeMs.value_or(kNone), b.turn);
    });
    return entries;
}

} // namespace

void addConversation(Build& build, const std::vector<ExhibitItem>& items, Shows shows, ExhibitPart& part) {
    part.asTable = build.options.exhibitForm.asTable;
    const auto messages = std::make_shared<PackedMessages>();
    const std::vector<Entry> entries = entriesOf(build, items, shows);
    part.items.reserve(entries.size());
    for (const Entry& entry : entries) {
        const auto item = build.reader.item(entry.id);
        if (!item) continue;
        addSource(build, item->source, part); // of a message that is context only
        Message message = makeMessage(build, *item, entry.isContext, part);
        if (!entry.isContext) {
            message.label = build.labelOf(item->id);
            message.incidents = build.incidentsWith(item->id);
        }
        part.items.push_back(item->id);
        messages->add(message);
    }
    part.messages = Messages(messages);
}

} // namespace core::report
