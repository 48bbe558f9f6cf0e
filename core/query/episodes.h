// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Episodes: what one party sent through one channel on one local day, with exact counts. Derived, never
// stored; accepted ones become incidents (core/edit). Items already in an incident, excluded ones, and those
// that repeat one of another export (repeats.h) are left out.

#include "core/model/episode.h"
#include "core/query/case_reader.h"

namespace core::query {

enum class Channel { Messages, Calls, Email, Chat };
const char* codeOf(Channel channel); // "sms", "call", "email", "chat"

struct Episode {
    std::string key; // stable: "2025-05-03.sms.p1"
    model::Id party = 0;
    Channel channel = Channel::Messages;
    std::string day; // local, "2025-05-03"
    int count = 0;
    int missedCalls = 0; // of the count
    std::int64_t firstMs = 0, lastMs = 0;
    bool hasClockTime = true;
    base::Precision precision = base::Precision::Second;       // the vaguest of its items
    model::TimeSource timeSource = model::TimeSource::Unknown; // of the first item
    std::vector<model::Id> items;                              // by time
};

// Of the parties with the role Offender, oldest first.
std::vector<Episode> episodes(const CaseReader& reader);

// What core/edit takes: its times with the precision they have, the type by channel (all calls missed =
// missed calls).
model::EpisodeToAccept toAccept(const Episode& episode, const std::string& zone);

} // namespace core::query
