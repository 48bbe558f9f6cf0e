// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of the log: what happened, when, how it is known. Everything but the date is optional
// (domain.md 7.2). Not an evidence item: an incident points at the items that show it.

#include "core/base/timestamp.h"
#include "core/model/item.h"

#include <optional>
#include <string>
#include <vector>

namespace core::model {

enum class IncidentStatus { Draft, Ready, LeftOut };

struct Incident {
    Id id = 0;
    int number = 0; // stable, from 1; 0 = not yet saved
    base::Timestamp start;
    std::optional<base::Timestamp> end;
    TimeSource timeSource = TimeSource::OwnMemory;
    std::string type = "other";          // code of core/model/incident_type.h
    std::vector<std::string> extraTypes; // codes
    std::string channel; // telephone, sms, chat, email, letter, physical, social, payment, other
    int count = 0;       // contacts it stands for; 0 where it was written by hand without items
    std::string title;
    std::string description;
    std::string quote;
    std::string placeType; // home, work, school, road, others, online, other; empty = not said
    std::string placeText;
    std::vector<std::string> targets; // me, children, family, partner, friends, workplace
    Id party = 0;                     // who; 0 = unknown
    std::vector<std::string>
        identifiedBy; // number, email, profile, voice, seen, writing, content, assumption
    std::string identifiedText;
    std::string witnesses;
    std::string response; // none, said-no, answered, blocked, called-police; empty = not said
    std::string responseText;
    int fear = -1; // 0 to 4; -1 = not said
    std::string impact;
    bool reported = false;
    std::string reportNumber; // journalnummer
    bool highlight = false;
    std::string privateNote; // never leaves the case
    std::string stillNeeded; // never leaves the case
    IncidentStatus status = IncidentStatus::Draft;
    std::string episodeKey; // of the episode it was accepted from; empty if written by hand
    std::string
        origin; // what else it was made of: "log:SHA256:ROW" of her own log; given once, when it is made
    std::int64_t createdMs = 0;
    std::int64_t changedMs = 0;
    std::vector<Id> items; // evidence, by time
};

const char* codeOf(IncidentStatus status);
std::optional<IncidentStatus> incidentStatusOf(std::string_view code);

} // namespace core::model
