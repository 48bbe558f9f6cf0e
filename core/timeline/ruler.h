// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two rows of the ruler over a view: ticks of the unit that fits, the next larger unit above it, fine
// ticks between, and the weekends. Words are made from a tick by tickText; nothing is measured but the room.

#include "core/base/date_format.h"
#include "core/timeline/calendar.h"
#include "core/timeline/time_scale.h"

#include <string>
#include <vector>

namespace core::timeline {

struct Tick {
    int x = 0;      // may lie left of the view for the first one, whose label then stands at the edge
    int room = 0;   // px from the label's place to the next tick
    int labelX = 0; // max(x, 0)
    std::int64_t ms = 0;
    std::int64_t nextMs = 0;
};

struct Shade {
    int x = 0;
    int width = 0;
};

struct RulerLayout {
    CalendarStep step;  // of the lower row
    CalendarStep upper; // of the upper row
    CalendarStep fine;  // of the ticks without labels; what a chosen range snaps to
    std::vector<Tick> lowerTicks;
    std::vector<Tick> upperTicks;
    std::vector<int> fineTicks;
    std::vector<Shade> weekends;
};

RulerLayout layoutRuler(const TimeScale& scale, int width, const std::string& zone, int minLabelPx);

// "14.00", "3.", "uge 11", "marts", "2. kvartal", "2024". Upper rows carry what the lower one leaves open:
// "lørdag den 3. maj 2025", "maj 2025".
std::string tickText(std::int64_t ms, CalendarStep step, bool upperRow, const std::string& zone,
                     base::Language language);

// The boundary of `step` nearest to `ms`.
std::int64_t snapped(std::int64_t ms, CalendarStep step, const std::string& zone);

} // namespace core::timeline
