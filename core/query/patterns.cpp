// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/patterns.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/store/database.h"

#include <algorithm>
#include <set>

namespace core::query {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

// The local calendar day as a number that can be subtracted.
std::int64_t dayNumber(std::int64_t utcMs, const std::string& zone) {
    base::CivilTime day = base::toLocal(utcMs, zone);
    day.hour = day.minute = day.second = day.millisecond = 0;
    return base::civilToMs(day) / kDayMs;
}

std::string channelOfKind(std::string_view kind) {
    if (kind == "sms" || kind == "mms") return "sms";
    return std::string(kind);
}

bool isMessageOrCall(const std::string& channel) {
    return channel == "sms" || channel == "call" || channel == "email" || channel == "chat";
}

std::vector<Contact> contactsOf(const CaseReader& reader, const std::vector<model::Incident>& incidents) {
    auto query = reader.database().prepare("SELECT kind, time_ms, precision, direction, excluded FROM item "
                                           "WHERE id = ?");
    std::vector<Contact> contacts;
    std::set<model::Id> seen; // an item in two incidents is one contact
    for (const model::Incident& incident : incidents) {
        bool any = false, anyExcluded = false;
        for (const model::Id item : incident.items) {
            query.with(item);
            if (!query.step() || query.isNull(1)) continue;
            const std::string channel = channelOfKind(query.textView(0));
            if (!isMessageOrCall(channel) || query.textView(3) == "out") continue;
            if (query.integer(4) != 0) {
                anyExcluded = true;
                continue;
            }
            any = true;
            if (!seen.insert(item).second) continue;
            Contact contact;
            contact.incident = incident.id;
            contact.item = item;
            contact.timeMs = query.integer(1);
            contact.hasClockTime = query.integer(2) <= static_cast<int>(base::Precision::Hour);
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
        contact.fromMemory = incident.timeSource == model::TimeSource::OwnMemory;
        contact.channel = incident.channel.empty() ? "other" : incident.channel;
        contact.type = incident.type;
        contacts.push_back(contact);
    }
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact& a, const Contact& b) { return a.timeMs < b.timeMs; });
    return contacts;
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
    std::map<std::int64_t, int> days;
    for (const Contact& contact : p.contacts) ++days[dayNumber(contact.timeMs, zone)];
    p.activeDays = static_cast<int>(days.size());
    std::optional<std::int64_t> last;
    for (const auto& [day, count] : days) {
        if (count > p.peakCount) {
            p.peakCount = count;
            p.peakDay = base::formatDateTable(base::civilFromMs(day * kDayMs), base::Language::English);
        }
        if (last) p.longestGapDays = std::max(p.longestGapDays, static_cast<int>(day - *last) - 1);
        last = day;
    }
}

void countWeeks(Patterns& p, const std::string& zone) {
    const auto monday = [&](std::int64_t ms) {
        base::CivilTime day = base::toLocal(ms, zone);
        const int back = base::weekday(day);
        day.hour = day.minute = day.second = day.millisecond = 0;
        return base::civilToMs(day) - back * kDayMs; // civil milliseconds
    };
    const std::int64_t first = monday(*p.firstMs);
    const auto weeks = static_cast<std::size_t>((monday(*p.lastMs) - first) / (7 * kDayMs)) + 1;
    p.weeks.resize(weeks);
    for (std::size_t i = 0; i < weeks; ++i) {
        const base::CivilTime day = base::civilFromMs(first + static_cast<std::int64_t>(i) * 7 * kDayMs);
        p.weeks[i].mondayMs = base::fromLocal(day, zone, base::Precision::Day).utcMs;
    }
    for (const Contact& contact : p.contacts) {
        Week& week = p.weeks[static_cast<std::size_t>((monday(contact.timeMs) - first) / (7 * kDayMs))];
        if (isMessageOrCall(contact.channel))
            ++week.messagesAndCalls;
        else
            ++week.groups[contact.type];
    }
}

double perWeek(int count, std::int64_t spanMs) {
    return spanMs < kDayMs ? 0 : count / (static_cast<double>(spanMs) / (7.0 * kDayMs));
}

BeforeAfter countAround(const Patterns& p, const model::Milestone& milestone, const std::string& zone) {
    BeforeAfter result;
    result.milestone = milestone;
    // A milestone known by its day only splits at the end of that day: nothing is counted as "after" that may
    // lie before.
    const std::int64_t split = base::hasClockTime(milestone.time)
                                   ? milestone.time.utcMs
                                   : milestone.time.utcMs + base::spanMs(milestone.time, zone);
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
    return result;
}

} // namespace

Patterns patterns(const CaseReader& reader, const std::vector<model::Incident>& incidents) {
    Patterns p;
    const std::string zone = reader.zone();
    p.contacts = contactsOf(reader, incidents);
    if (p.contacts.empty()) return p;
    p.firstMs = p.contacts.front().timeMs;
    p.lastMs = p.contacts.back().timeMs;
    countHours(p, zone);
    countDays(p, zone);
    countWeeks(p, zone);
    std::map<model::Id, const model::Incident*> byId;
    for (const model::Incident& incident : incidents) byId[incident.id] = &incident;
    for (const Contact& contact : p.contacts) {
        const auto& targets = byId[contact.incident]->targets;
        if (targets.empty()) ++p.targets["me"];
        for (const std::string& target : targets) ++p.targets[target];
    }
    for (const model::Milestone& milestone : reader.milestones())
        p.beforeAfter.push_back(countAround(p, milestone, zone));
    return p;
}

} // namespace core::query
