// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the timeline is told about one incident or item: who it is, its lane, when, and for how long it may
// have been. Not its text: labels come from the owner of the case, when they are to be drawn.

#include "core/model/item.h"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace core::timeline {

// From top to bottom.
enum class Lane : std::uint8_t { Incident, Sms, Call, Email, Chat, Photo, Other };
inline constexpr std::size_t kLanes = 7;
inline constexpr std::array<Lane, kLanes> kAllLanes{Lane::Incident, Lane::Sms,   Lane::Call, Lane::Email,
                                                    Lane::Chat,     Lane::Photo, Lane::Other};

inline constexpr std::size_t indexOf(Lane lane) { return static_cast<std::size_t>(lane); }

// Sms and Mms share a lane, Photo and Video too; sound, documents and notes are Other.
Lane laneOf(model::ItemKind kind);

// Incidents and items are numbered on their own, so an id alone does not say which is meant.
struct EntryRef {
    model::Id id = 0;
    bool incident = false;
    auto operator<=>(const EntryRef&) const = default;
};

struct Entry {
    model::Id id = 0;
    Lane lane = Lane::Other;
    std::optional<std::int64_t> startMs; // UTC; none = undated
    std::int64_t spanMs = 0;             // imprecise: the whole possible span; lasting: how long it took
    bool lasting = false;                // the span is known duration (drawn filled), not doubt (hatched)
};

struct Milestone {
    std::int64_t timeMs = 0;
    std::string label;    // "Tilhold 22. apr.", as it is drawn
    bool isOrder = false; // an order of the authorities: its flag is placed before all others
};

struct TimeRange {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0; // exclusive
    bool operator==(const TimeRange&) const = default;
};

} // namespace core::timeline
