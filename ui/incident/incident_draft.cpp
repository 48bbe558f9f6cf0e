// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_draft.h"

#include "core/base/zone.h"
#include "core/model/identified_by.h"

#include <algorithm>

namespace ui::incident {

using core::base::Precision;
using core::base::Timestamp;
using core::model::CallType;
using core::model::Direction;
using core::model::ItemKind;
using core::query::ItemRow;

namespace {

std::string channelOf(ItemKind kind) {
    switch (kind) {
    case ItemKind::Sms:
    case ItemKind::Mms:
        return "sms";
    case ItemKind::Call:
        return "call";
    case ItemKind::Email:
        return "email";
    case ItemKind::Chat:
        return "chat";
    default:
        return {};
    }
}

bool isContact(const ItemRow& row) { return !channelOf(row.kind).empty() && row.direction != Direction::Out; }

bool isMissed(CallType type) {
    return type == CallType::Missed || type == CallType::Rejected || type == CallType::Blocked;
}

Timestamp localDay(std::int64_t utcMs, const std::string& zone) {
    core::base::CivilTime day = core::base::toLocal(utcMs, zone);
    day.hour = day.minute = day.second = day.millisecond = 0;
    return core::base::fromLocal(day, zone, Precision::Day);
}

// The offender's side of the rows: who it was and by what it is known.
void addPerson(core::model::Incident& incident, const std::vector<ItemRow>& rows) {
    for (const ItemRow& row : rows) {
        const auto& person = row.other.written.empty() ? row.from : row.other;
        if (person.partyRole != core::model::PartyRole::Offender) continue;
        incident.party = person.party;
        const std::string known = core::model::identifiedByOf(person.written);
        auto& by = incident.identifiedBy;
        if (std::find(by.begin(), by.end(), known) == by.end()) by.push_back(known);
    }
}

} // namespace

std::string typeOf(const ItemRow& row) {
    switch (row.kind) {
    case ItemKind::Sms:
    case ItemKind::Mms:
        return "sms";
    case ItemKind::Call:
        if (row.call.type == CallType::Voicemail) return "voicemail";
        return isMissed(row.call.type) ? "call_missed" : "call";
    case ItemKind::Email:
        return "email";
    case ItemKind::Chat:
        return "chat";
    default:
        return "other";
    }
}

core::model::Incident draftIncident(const std::vector<ItemRow>& rows, std::int64_t nowMs,
                                    const std::string& zone) {
    core::model::Incident incident;
    std::vector<ItemRow> dated;
    for (const ItemRow& row : rows) {
        incident.items.push_back(row.id);
        if (row.time) dated.push_back(row);
        if (isContact(row)) ++incident.count;
    }
    std::stable_sort(dated.begin(), dated.end(),
                     [](const ItemRow& a, const ItemRow& b) { return a.time->utcMs < b.time->utcMs; });
    if (dated.empty()) {
        incident.start = localDay(nowMs, zone);
    } else {
        incident.start = *dated.front().time;
        incident.timeSource = dated.front().timeSource;
        if (dated.back().time->utcMs > dated.front().time->utcMs) incident.end = dated.back().time;
    }
    if (!rows.empty()) {
        incident.type = typeOf(rows.front());
        incident.channel = channelOf(rows.front().kind);
        for (const ItemRow& row : rows) {
            auto& extra = incident.extraTypes;
            const std::string type = typeOf(row);
            const bool isKnown = type == incident.type || type == "other" ||
                                 std::find(extra.begin(), extra.end(), type) != extra.end();
            if (!isKnown) extra.push_back(type);
            if (channelOf(row.kind) != incident.channel) incident.channel.clear();
        }
    }
    addPerson(incident, rows);
    return incident;
}

} // namespace ui::incident
