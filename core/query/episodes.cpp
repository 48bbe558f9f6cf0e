// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/episodes.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/query/repeats.h"
#include "core/store/database.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace core::query {

const char* codeOf(Channel channel) {
    switch (channel) {
    case Channel::Messages:
        return "sms";
    case Channel::Calls:
        return "call";
    case Channel::Email:
        return "email";
    case Channel::Chat:
        return "chat";
    }
    return "sms";
}

namespace {

std::optional<Channel> channelOf(model::ItemKind kind) {
    switch (kind) {
    case model::ItemKind::Sms:
    case model::ItemKind::Mms:
        return Channel::Messages;
    case model::ItemKind::Call:
        return Channel::Calls;
    case model::ItemKind::Email:
        return Channel::Email;
    case model::ItemKind::Chat:
        return Channel::Chat;
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<Episode> episodes(const CaseReader& reader) {
    auto query = reader.database().prepare(
        "SELECT i.id, i.kind, i.time_ms, i.precision, i.call_type, f.party_id, i.time_source FROM party y "
        "CROSS JOIN identifier f ON f.party_id = y.id " // in this order, not through all items
        "CROSS JOIN item_identifier l ON l.identifier_id = f.id AND l.is_sender "
        "CROSS JOIN item i ON i.id = l.item_id AND i.from_id = f.id "
        "WHERE y.role = 'offender' AND i.direction <> 'out' AND i.excluded = 0 AND i.time_ms IS NOT NULL "
        "AND i.precision <= ? " // a vaguer time has no day
        "AND NOT EXISTS (SELECT 1 FROM incident_item l WHERE l.item_id = i.id) ORDER BY i.time_ms, i.id");
    query.bind(1, static_cast<int>(base::Precision::Day));
    const std::string zone = reader.zone();
    std::map<std::tuple<std::string, Channel, model::Id>, Episode> found; // by day, channel, party
    const std::map<model::Id, model::Id> again = repeats(reader);
    while (query.step()) {
        if (again.contains(query.integer(0))) continue;
        const auto kind = model::itemKindOf(query.textView(1));
        const auto channel = kind ? channelOf(*kind) : std::nullopt;
        if (!channel) continue;
        const std::int64_t time = query.integer(2);
        const std::string day = base::formatDateTable(base::toLocal(time, zone), base::Language::English);
        const model::Id party = query.integer(5);
        Episode& e = found[{day, *channel, party}];
        if (e.count == 0) {
            e.party = party;
            e.channel = *channel;
            e.day = day;
            e.key = day + "." + codeOf(*channel) + ".p" + std::to_string(party);
            e.firstMs = time;
            e.timeSource = model::timeSourceOf(query.textView(6)).value_or(model::TimeSource::Unknown);
        }
        ++e.count;
        e.lastMs = time;
        const auto precision = static_cast<base::Precision>(query.integer(3));
        e.precision = std::max(e.precision, precision);
        e.hasClockTime = e.hasClockTime && precision <= base::Precision::Hour;
        const auto call = model::callTypeOf(query.textView(4));
        if (call == model::CallType::Missed || call == model::CallType::Rejected ||
            call == model::CallType::Blocked)
            ++e.missedCalls;
        e.items.push_back(query.integer(0));
    }
    std::vector<Episode> list;
    list.reserve(found.size());
    for (auto& [key, episode] : found) list.push_back(std::move(episode));
    std::sort(list.begin(), list.end(), [](const Episode& a, const Episode& b) {
        return std::tie(a.firstMs, a.key) < std::tie(b.firstMs, b.key);
    });
    return list;
}

namespace {

const char* typeOf(const Episode& episode) {
    switch (episode.channel) {
    case Channel::Messages:
        return "sms";
    case Channel::Calls:
        return episode.missedCalls == episode.count ? "call_missed" : "call";
    case Channel::Email:
        return "email";
    case Channel::Chat:
        return "chat";
    }
    return "other";
}

} // namespace

model::EpisodeToAccept toAccept(const Episode& episode, const std::string& zone) {
    model::EpisodeToAccept accept;
    accept.key = episode.key;
    accept.party = episode.party;
    accept.channel = codeOf(episode.channel);
    accept.type = typeOf(episode);
    accept.count = episode.count;
    accept.items = episode.items;
    accept.first.utcMs = episode.firstMs;
    accept.first.zone = zone;
    accept.first.precision = episode.hasClockTime ? episode.precision : base::Precision::Day;
    accept.last = accept.first;
    accept.last.utcMs = episode.lastMs;
    accept.timeSource = episode.timeSource;
    return accept;
}

} // namespace core::query
