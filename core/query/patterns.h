// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plain counts over the contacts of the log: before and after a milestone, weekday by hour, day, channel,
// target, place, and how the incidents are shown. No score, no threshold, no smoothing; what could not be
// counted is said. Over weeks and months: time_axis.h.
//
// A contact is one message or call in an incident (sent by the offender, not excluded), or a hand-written
// incident without items. Incident::count is never asked.

#include "core/query/case_reader.h"

#include <array>
#include <functional>
#include <set>

namespace core::query {

struct Contact {
    model::Id incident = 0;
    model::Id item = 0; // 0 for a hand-written incident
    std::int64_t timeMs = 0;
    bool hasClockTime = true;
    bool fromMemory = false;
    bool isVague = false; // known by month or year only: it stands at the beginning of that time
    std::string channel;  // sms, call, email, chat, or the incident's own
    std::string type;     // incident type code
};

struct BeforeAfter {
    model::Milestone milestone;
    int before = 0, after = 0;
    double beforePerWeek = 0,
           afterPerWeek = 0;           // whole period to the first and last contact; 0 where under a day
    std::optional<int> firstAfterDays; // calendar days from the milestone to the first contact after it
    // Two windows of the same length on either side: the shorter side of the whole period, which ends with
    // the last contact or a later milestone. Whole days by the calendar, whatever the clock was changed by. 0
    // days: a side is shorter than a week.
    int windowDays = 0, windowBefore = 0, windowAfter = 0;
    std::int64_t windowFromMs = 0, windowToMs = 0; // to before
};

// How the incidents are shown. Each stands in one of the first four.
struct EvidenceCover {
    int exhibitAndWitness = 0, exhibitOnly = 0, witnessOnly = 0, ownStatementOnly = 0;
    int reported = 0, reportedWithNumber = 0, fromMemory = 0;
    int incidents() const { return exhibitAndWitness + exhibitOnly + witnessOnly + ownStatementOnly; }
};

struct Patterns {
    std::vector<Contact> contacts;                    // by time
    std::array<std::array<int, 24>, 7> weekdayHour{}; // [Monday = 0][hour]
    int withoutClock = 0;
    int nightContacts = 0; // 22 to 06
    std::map<std::string, int> channels;
    std::map<std::string, int> targets;   // a contact can be directed at several
    std::map<std::string, int> places;    // place type; empty = not said
    std::map<std::int64_t, int> days;     // local day (days since 1970) -> contacts
    std::vector<BeforeAfter> beforeAfter; // by time of the milestone
    std::string peakDay;                  // local day with most contacts, "2025-04-05"
    int peakCount = 0;
    int activeDays = 0;
    int longestGapDays = 0;               // calendar days without contact between two active days
    std::optional<std::int64_t> gapBegin; // the first of those days
    std::optional<std::int64_t> firstMs, lastMs;
    // Linked to the incidents and not counted; each item once.
    int ownItems = 0;      // sent by the exposed person
    int excludedItems = 0; // taken out of the counting by the exposed person
    int undatedItems = 0;
    // Items that are a contact of the above in another export (repeats.h), linked or not -> that contact's.
    std::map<model::Id, model::Id> repeats;
    // Linked beside the offender's and sent by a third party: what stands around them, as in a group. Where
    // an incident has only such (he wrote through others), they are its contacts.
    std::set<model::Id> others;
    int vague = 0; // of the contacts
};

// Where "after" begins: nothing is counted there that may lie before the step, so from the end of the minute,
// hour or day that it is known by.
std::int64_t beginOfAfter(const model::Milestone& milestone, const std::string& zone);

Patterns patterns(const CaseReader& reader, const std::vector<model::Incident>& incidents);

EvidenceCover evidenceCover(const std::vector<model::Incident>& incidents,
                            const std::function<bool(const model::Incident&)>& hasExhibit);

} // namespace core::query
