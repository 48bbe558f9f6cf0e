// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/patterns.h"

#include "core/base/civil.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/query/repeats.h"
#include "core/store/database.h"

#include <algorithm>
#include <set>

namespace core::query {

namespace {

constexpr int kLeastWindow = 7; // days

// The local calendar day as a number that can be subtracted.
std::int64_t dayNumber(std::int64_t utcMs, const std::string& zone) {
    base::CivilTime day = base::toLocal(utcMs, zone);
    day.hour = day.minute = day.second = day.millisecond = 0;
    return base::civilToMs(day) / base::kDayMs;
}

std::string channelOfKind(std::string_view kind) {
    if (kind == "sms" || kind == "mms") return "sms";
    return std::string(kind);
}

bool isMessageOrCall(const std::string& channel) {
    return channel == "sms" || channel == "call" || channel == "email" || channel == "chat";
}

bool isVague(base::Precision precision) { return precision >= base::Precision::Month; }

// What an incident of these has in another export, and only that: which of the two is counted does not depend
// on incidents that are left out.
std::map<model::Id, model::Id> repeatsOf(const CaseReader& reader,
                                         const std::vector<model::Incident>& incidents) {
    std::set<model::Id> linked;
    std::map<model::Id, model::Id> again = repeats(reader);
    for (const model::Incident& incident : incidents)
        linked.insert(incident.items.begin(), incident.items.end());
    std::erase_if(again, [&](const auto& pair) { return !linked.contains(pair.second); });
    return again;
}

std::set<model::Id> othersOf(const CaseReader& reader, const std::vector<model::Incident>& incidents) {
    auto third =
        reader.database().prepare("SELECT i.id FROM party y CROSS JOIN identifier f ON f.party_id = y.id "
                                  "CROSS JOIN item_identifier l ON l.identifier_id = f.id AND l.is_sender "
                                  "CROSS JOIN item i ON i.id = l.item_id AND i.from_id = f.id "
                                  "WHERE y.role = ? AND i.kind IN ('sms', 'mms', 'chat', 'call', 'email')");
    third.bind(1, store::Borrowed{model::codeOf(model::PartyRole::ThirdParty)});
    std::set<model::Id> sent, others, alone;
    while (third.step()) sent.insert(third.integer(0));
    if (sent.empty()) return others;
    auto his = reader.database().prepare(
        "SELECT 1 FROM incident_item l JOIN item i ON i.id = l.item_id JOIN identifier f ON f.id = i.from_id "
        "JOIN party y ON y.id = f.party_id WHERE l.incident_id = ? AND y.role = 'offender' "
        "AND i.direction <> 'out' AND i.excluded = 0 LIMIT 1");
    for (const model::Incident& incident : incidents) {
        std::vector<model::Id> here;
        for (const model::Id item : incident.items)
            if (sent.contains(item)) here.push_back(item);
        if (here.empty()) continue;
        const bool isBesideHis = his.with(incident.id).step();
        his.reset();
        (isBesideHis ? others : alone).insert(here.begin(), here.end());
    }
    for (const model::Id item : alone) others.erase(item);
    return others;
}

// Contacts by time, and what was not counted.
void countContacts(Patterns& p, const CaseReader& reader, const std::vector<model::Incident>& incidents) {
    auto query = reader.database().prepare("SELECT kind, time_ms, precision, direction, excluded FROM item "
                                           "WHERE id = ?");
    std::vector<Contact>& contacts = p.contacts;
    std::set<model::Id> seen; // an item in two incidents is one contact
    for (const model::Incident& incident : incidents) {
        bool any = false, anyExcluded = false;
        for (const model::Id item : incident.items) {
            query.with(item);
            if (!query.step()) continue;
            const std::string channel = channelOfKind(query.textView(0));
            if (!isMessageOrCall(channel)) continue;
            const bool isOwn = query.textView(3) == "out", isExcluded = query.integer(4) != 0;
            if (p.others.contains(item)) continue;
            const bool isUndated = query.isNull(1), isNew = seen.insert(item).second;
            if (!isOwn && !isUndated && isExcluded) anyExcluded = true;
            if (isOwn || isUndated || isExcluded) {
                if (isNew) ++(isOwn ? p.ownItems : isExcluded ? p.excludedItems : p.undatedItems);
                continue;
            }
            any = true;
            if (!isNew || p.repeats.contains(item)) continue;
            Contact contact;
            contact.incident = incident.id;
            contact.item = item;
            contact.timeMs = query.integer(1);
            contact.hasClockTime = query.integer(2) <= static_cast<int>(base::Precision::Hour);
            contact.isVague = isVague(static_cast<base::Precision>(query.integer(2)));
            contact.channel = channel;
            contact.type = incident.type;
            contacts.push_back(contact);
        }
        // An incident that stood for its messages stands for nothing when she has excluded them all; one that
        // happened in person happened all the same.
        const bool wasItsItems = !incident.episodeKey.empty() || isMessageOrCall(incident.channel);
        if (any || (anyExcluded && wasItsItems)) continue;
        Contact contact;
        contact.incident = incident.id;
        contact.timeMs = incident.start.utcMs;
        contact.hasClockTime = base::hasClockTime(incident.start) && !incident.start.about;
        contact.isVague = isVague(incident.start.precision);
        contact.fromMemory = incident.timeSource == model::TimeSource::OwnMemory;
        contact.channel = incident.channel.empty() ? "other" : incident.channel;
        contact.type = incident.type;
        contacts.push_back(contact);
    }
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact& a, const Contact& b) { return a.timeMs < b.timeMs; });
    p.vague = static_cast<int>(
        std::count_if(contacts.begin(), contacts.end(), [](const Contact& c) { return c.isVague; }));
}

void countHours(Patterns& p, const std::string& zone) {
    for (const Contact& contact : p.contacts) {
        ++p.channels[contact.channel];
        if (!contact.hasClockTime) {
            ++p.withoutClock;
            continue;
        }
        const base::CivilTime local = base::toLocal(contact.timeMs, zone);
        ++p.weekdayHour[static_cast<std::size_t>(base::weekday(local))][static_cast<std::size_t>(local.hour)];
        if (local.hour >= 22 || local.hour < 6) ++p.nightContacts;
    }
}

void countDays(Patterns& p, const std::string& zone) {
    for (const Contact& contact : p.contacts) ++p.days[dayNumber(contact.timeMs, zone)];
    p.activeDays = static_cast<int>(p.days.size());
    std::optional<std::int64_t> last;
    for (const auto& [day, count] : p.days) {
        if (count > p.peakCount) {
            p.peakCount = count;
            p.peakDay = base::formatDateTable(base::civilFromMs(day * base::kDayMs), base::Language::English);
        }
        if (last && day - *last - 1 > p.longestGapDays) {
            p.longestGapDays = static_cast<int>(day - *last) - 1;
            p.gapBegin = *last + 1;
        }
        last = day;
    }
}

double perWeek(int count, std::int64_t spanMs) {
    return spanMs < base::kDayMs ? 0 : count / (static_cast<double>(spanMs) / (7.0 * base::kDayMs));
}

// The same time of day so many days later or earlier.
std::int64_t daysOn(std::int64_t utcMs, int days, const std::string& zone) {
    const std::int64_t local = base::civilToMs(base::toLocal(utcMs, zone)) + days * base::kDayMs;
    return base::fromLocal(base::civilFromMs(local), zone, base::Precision::Second).utcMs;
}

// `endMs`: of the whole period.
BeforeAfter countAround(const Patterns& p, const model::Milestone& milestone, std::int64_t endMs,
                        const std::string& zone) {
    BeforeAfter result;
    result.milestone = milestone;
    const std::int64_t split = beginOfAfter(milestone, zone);
    for (const Contact& contact : p.contacts) {
        if (contact.timeMs < split) {
            ++result.before;
            continue;
        }
        ++result.after;
        if (!result.firstAfterDays)
            result.firstAfterDays =
                static_cast<int>(dayNumber(contact.timeMs, zone) - dayNumber(milestone.time.utcMs, zone));
    }
    result.beforePerWeek = perWeek(result.before, split - *p.firstMs);
    result.afterPerWeek = perWeek(result.after, *p.lastMs - split);
    int days = static_cast<int>(std::min(split - *p.firstMs, endMs - split) / base::kDayMs) + 1;
    while (days >= kLeastWindow &&
           (daysOn(split, -days, zone) < *p.firstMs || daysOn(split, days, zone) > endMs))
        --days;
    if (days < kLeastWindow) return result;
    result.windowDays = days;
    result.windowFromMs = daysOn(split, -days, zone);
    result.windowToMs = daysOn(split, days, zone);
    for (const Contact& contact : p.contacts) {
        if (contact.timeMs >= result.windowFromMs && contact.timeMs < split) ++result.windowBefore;
        if (contact.timeMs >= split && contact.timeMs < result.windowToMs) ++result.windowAfter;
    }
    return result;
}

} // namespace

std::int64_t beginOfAfter(const model::Milestone& milestone, const std::string& zone) {
    constexpr std::int64_t kMinuteMs = 60'000;
    const base::Timestamp& time = milestone.time;
    return time.utcMs + (time.precision == base::Precision::Minute ? kMinuteMs : base::spanMs(time, zone));
}

Patterns patterns(const CaseReader& reader, const std::vector<model::Incident>& incidents) {
    Patterns p;
    const std::string zone = reader.zone();
    p.repeats = repeatsOf(reader, incidents);
    p.others = othersOf(reader, incidents);
    countContacts(p, reader, incidents);
    if (p.contacts.empty()) return p;
    p.firstMs = p.contacts.front().timeMs;
    p.lastMs = p.contacts.back().timeMs;
    countHours(p, zone);
    countDays(p, zone);
    std::map<model::Id, const model::Incident*> byId;
    for (const model::Incident& incident : incidents) byId[incident.id] = &incident;
    for (const Contact& contact : p.contacts) {
        ++p.places[byId[contact.incident]->placeType];
        const auto& targets = byId[contact.incident]->targets;
        if (targets.empty()) ++p.targets["me"];
        for (const std::string& target : targets) ++p.targets[target];
    }
    const std::vector<model::Milestone> milestones = reader.milestones();
    std::int64_t end = *p.lastMs;
    for (const model::Milestone& milestone : milestones) end = std::max(end, milestone.time.utcMs);
    for (const model::Milestone& milestone : milestones)
        p.beforeAfter.push_back(countAround(p, milestone, end, zone));
    return p;
}

EvidenceCover evidenceCover(const std::vector<model::Incident>& incidents,
                            const std::function<bool(const model::Incident&)>& hasExhibit) {
    EvidenceCover cover;
    for (const model::Incident& n : incidents) {
        const bool exhibit = hasExhibit(n), witness = !n.witnesses.empty();
        ++(exhibit && witness ? cover.exhibitAndWitness
           : exhibit          ? cover.exhibitOnly
           : witness          ? cover.witnessOnly
                              : cover.ownStatementOnly);
        cover.reported += n.reported || !n.reportNumber.empty() ? 1 : 0;
        cover.reportedWithNumber += n.reportNumber.empty() ? 0 : 1;
        cover.fromMemory += n.timeSource == model::TimeSource::OwnMemory ? 1 : 0;
    }
    return cover;
}

} // namespace core::query
