// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and calls of an exhibit in the order of time, with what stands around them.
#include "core/base/zone.h"
#include "core/report/item_people.h"
#include "core/report/item_texts.h"

#include <algorithm>
#include <limits>
#include <set>

namespace core::report {

namespace {

Message makeMessage(Build& build, const query::ItemDetail& item, bool isContext) {
    Message m;
    m.isContext = isContext;
    m.isNotice = item.kind == model::ItemKind::Notice;
    m.fromOffender = !isContext;
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
    if (!item.subject.empty() && query::isSubjectWritten(item.kind)) m.text = item.subject + "\n" + m.text;
    if (item.kind == model::ItemKind::Call) {
        m.text = build.say.callType(item.call.type);
        if (item.call.durationSeconds > 0) m.text += ", " + duration(build, item.call.durationSeconds);
    }
    m.notes = itemNotes(build, item, m.pictures);
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
            if (own.insert(item.id).second) context.push_back(item);
        };
        build.reader.eachItem(filter, add);
        filter.direction.reset();
        filter.kinds = {model::ItemKind::Notice};
        build.reader.eachItem(filter, add);
    }
    return context;
}
// The keys of what an exhibit rests on; those of its items are there already, with their words.
void addSource(Build& build, const query::SourceRow& source, ExhibitPart& part) {
    const std::string key = build.sourceKey(source);
    const auto isKey = [&](const SourceNote& note) { return note.key == key; };
    if (std::any_of(part.sources.begin(), part.sources.end(), isKey)) return;
    const auto note = std::find_if(build.document.files.begin(), build.document.files.end(), isKey);
    part.sources.push_back({note->key, note->name, note->text, note->sha256});
}
} // namespace

bool isContextOf(const query::ItemRow& item) {
    return item.direction == model::Direction::Out || item.kind == model::ItemKind::Notice;
}
void addConversation(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    struct Entry {
        const query::ItemDetail* item;
        bool isContext;
    };
    const std::vector<query::ItemDetail> context = contextOf(build, items);
    std::vector<Entry> entries;
    entries.reserve(items.size() + context.size());
    for (const auto& item : items) entries.push_back({&item, isContextOf(item)});
    for (const auto& item : context) entries.push_back({&item, true});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const auto none = std::numeric_limits<std::int64_t>::max(); // undated last
        return (a.item->time ? a.item->time->utcMs : none) < (b.item->time ? b.item->time->utcMs : none);
    });
    for (const Entry& entry : entries) {
        addSource(build, entry.item->source, part); // of a message that is context only
        Message message = makeMessage(build, *entry.item, entry.isContext);
        if (!entry.isContext) {
            message.label = build.labelOf(entry.item->id);
            message.incidents = build.incidentsWith(entry.item->id);
        }
        part.items.push_back(entry.item->id);
        part.messages.push_back(std::move(message));
    }
}
} // namespace core::report
