// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plain counts over the contacts of the log: before and after a milestone, a week, weekday by hour, channel,
// target. No score, no threshold, no smoothing; what could not be counted is said.
//
// A contact is one message or call in an incident (sent by the offender, not excluded), or a hand-written
// incident without items. Incident::count is never asked.

#include "core/query/case_reader.h"

#include <array>

namespace core::query {

struct Contact {
    model::Id incident = 0;
    model::Id item = 0; // 0 for a hand-written incident
    std::int64_t timeMs = 0;
    bool hasClockTime = true;
    bool fromMemory = false;
    std::string channel; // sms, call, email, chat, or the incident's own
    std::string type;    // incident type code
};

struct BeforeAfter {
    model::Milestone milestone;
    int before = 0, after = 0;
    double beforePerWeek = 0,
           afterPerWeek = 0;           // whole period to the first and last contact; 0 where under a day
    std::optional<int> firstAfterDays; // calendar days from the milestone to the first contact after it
};

struct Week {
    std::int64_t mondayMs = 0; // local midnight
    int messagesAndCalls = 0;
    std::map<std::string, int> groups; // type group -> contacts that are no messages or calls
};

struct Patterns {
    std::vector<Contact> contacts;                    // by time
    std::vector<Week> weeks;                          // without gaps from first to last
    std::array<std::array<int, 24>, 7> weekdayHour{}; // [Monday = 0][hour]
    int withoutClock = 0;
    int nightContacts = 0; // 22 to 06
    std::map<std::string, int> channels;
    std::map<std::string, int> targets;
    std::vector<BeforeAfter> beforeAfter; // by time of the milestone
    std::string peakDay;                  // local day with most contacts, "2025-04-05"
    int peakCount = 0;
    int activeDays = 0;
    int longestGapDays = 0; // calendar days without contact between two active days
    std::optional<std::int64_t> firstMs, lastMs;
};

Patterns patterns(const CaseReader& reader, const std::vector<model::Incident>& incidents);

} // namespace core::query
