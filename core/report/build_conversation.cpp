// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and calls of an exhibit in the order of time, with what stands around them.
#include "core/base/zone.h"
#include "core/report/item_people.h"
#include "core/report/item_texts.h"
#include "core/report/row_evidence.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace core::report {

namespace {

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
    m.sender = m.isNotice ? noticeSender(build, item) : senderLine(build, item, isContext);
    m.text = item.fullText;
    const std::string group = groupOf(item);
    if (!item.subject.empty() && group.empty()) m.text = item.subject + "\n" + m.text;
    if (item.kind == model::ItemKind::Call) {
        m.text = build.say.callType(item.call.type);
        if (item.call.durationSeconds > 0) m.text += ", " + duration(build, item.call.durationSeconds);
    }
    Attached attached{{}, isContext ? nullptr : &part};
    m.notes = itemNotes(build, item, attached);
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

// Her own messages, and what the service wrote, between the first and the last of a local day, so that
// nothing is torn out of its context.
std::vector<query::ItemDetail> contextOf(const Build& build, const std::vector<query::ItemDetail>& items) {
    struct Span {
        std::int64_t first, last;
    };
    std::map<std::pair<model::Id, std::int64_t>, Span> days; // by party and local day
    std::set<model::Id> own;
    for (const query::ItemDetail& item : items) {
        own.insert(item.id);
        if (!item.time || item.from.party == 0 || item.direction == model::Direction::Out) continue;
        const std::int64_t day = base::localDay(item.time->utcMs, build.say.zone()).beginMs;
        const auto [it, isNew] =
            days.try_emplace({item.from.party, day}, Span{item.time->utcMs, item.time->utcMs});
        it->second.first = std::min(it->second.first, item.time->utcMs);
        it->second.last = std::max(it->second.last, item.time->utcMs);
    }
    std::vector<query::ItemDetail> context;
    for (const auto& [key, span] : days) {
        query::ItemFilter filter;
        filter.party = key.first;
        filter.direction = model::Direction::Out;
        filter.fromMs = span.first;
        filter.toMs = span.last + 1;
        filter.kinds = {model::ItemKind::Sms, model::ItemKind::Mms, model::ItemKind::Chat,
                        model::ItemKind::Call};
        const auto add = [&](const query::ItemDetail& item) {
            if (build.leftOutItems.contains(item.id) || build.againItems.contains(item.id)) return;
            if (own.insert(item.id).second) context.push_back(item);
        };
        build.reader.eachItem(filter, add);
        filter.direction.reset();
        filter.kinds = {model::ItemKind::Notice};
        build.reader.eachItem(filter, add);
    }
    return context;
}

// What is counted in a conversation with one party: item and time.
using Counted = std::map<model::Id, std::int64_t>;

// Those that stand within `each` places of one that counts, and near it in time.
void addNear(const Build& build, model::Id party, const Counted& counted, std::set<model::Id>& near) {
    constexpr std::int64_t kFarthestMs = 48 * 3600 * 1000LL; // what lies farther off explains nothing
    const int each = build.options.exhibitForm.contextMessages;
    query::ItemFilter filter;
    filter.party = party;
    filter.kinds = {model::ItemKind::Sms, model::ItemKind::Mms, model::ItemKind::Chat, model::ItemKind::Call};
    const auto [first, last] = std::minmax_element(
        counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    filter.fromMs = first->second - kFarthestMs;
    filter.toMs = last->second + kFarthestMs;
    const std::vector<query::ItemRow> all = build.reader.rows(build.reader.forCounting().itemIds(filter));
    const auto count = static_cast<int>(all.size());
    for (int i = 0; i < count; ++i) {
        const auto quoted = counted.find(all[static_cast<std::size_t>(i)].id);
        if (quoted == counted.end()) continue;
        for (int k = std::max(0, i - each); k < std::min(count, i + each + 1); ++k) {
            const query::ItemRow& row = all[static_cast<std::size_t>(k)];
            if (row.time && std::llabs(row.time->utcMs - quoted->second) <= kFarthestMs) near.insert(row.id);
        }
    }
}

// What was said just before and after each message that counts, by either side, in the same conversation.
void addNeighbours(const Build& build, const std::vector<query::ItemDetail>& items, Shows shows,
                   std::vector<query::ItemDetail>& context) {
    if (build.options.exhibitForm.contextMessages <= 0) return;
    std::map<model::Id, Counted> parties;
    std::set<model::Id> near, shown;
    for (const query::ItemDetail& item : context) shown.insert(item.id);
    for (const query::ItemDetail& item : items) {
        shown.insert(item.id);
        if (item.time && item.from.party != 0 && !isContextOf(build, item))
            parties[item.from.party].emplace(item.id, item.time->utcMs);
    }
    for (const auto& [party, counted] : parties) addNear(build, party, counted, near);
    for (const model::Id id : near) {
        const bool isElsewhere = shows == Shows::Conversations && build.labelOfItem.contains(id);
        const bool isNotShown = build.leftOutItems.contains(id) || build.againItems.contains(id);
        if (shown.contains(id) || isElsewhere || isNotShown) continue;
        if (auto item = build.reader.item(id)) context.push_back(std::move(*item));
    }
}

} // namespace

bool isContextOf(const Build& build, const query::ItemRow& item) {
    return item.direction == model::Direction::Out || item.kind == model::ItemKind::Notice ||
           build.patterns.repeats.contains(item.id) || build.patterns.others.contains(item.id);
}

void addConversation(Build& build, const std::vector<query::ItemDetail>& items, Shows shows,
                     ExhibitPart& part) {
    struct Entry {
        const query::ItemDetail* item;
        bool isContext;
    };
    std::vector<query::ItemDetail> context = contextOf(build, items);
    addNeighbours(build, items, shows, context);
    part.asTable = build.options.exhibitForm.asTable;
    std::vector<Entry> entries;
    entries.reserve(items.size() + context.size());
    for (const auto& item : items) entries.push_back({&item, isContextOf(build, item)});
    for (const auto& item : context) entries.push_back({&item, true});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const auto none = std::numeric_limits<std::int64_t>::max(); // undated last
        return (a.item->time ? a.item->time->utcMs : none) < (b.item->time ? b.item->time->utcMs : none);
    });
    for (const Entry& entry : entries) {
        addSource(build, entry.item->source, part); // of a message that is context only
        Message message = makeMessage(build, *entry.item, entry.isContext, part);
        if (!entry.isContext) {
            message.label = build.labelOf(entry.item->id);
            message.incidents = build.incidentsWith(entry.item->id);
        }
        part.items.push_back(entry.item->id);
        part.messages.push_back(std::move(message));
    }
}

} // namespace core::report
