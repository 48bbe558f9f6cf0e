// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a film or a recording says about itself. Not judged here: which time is to be believed is
// media_times.h.

#include "core/model/item.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace core::format::film {

// What is known of the zone of a time in a header.
enum class HeaderZone {
    Unsure, // by the standard UTC; many cameras write their wall clock
    Utc,    // the program that wrote it is known to write UTC
    Local,  // the container has a wall clock there
};

struct MediaInfo {
    bool hasPictures = false; // moving ones; a cover is none
    bool hasSound = false;
    std::optional<std::int64_t> durationMs;
    model::PhotoInfo frame; // width and height as stored, orientation, place, camera

    std::string created; // written with its zone at the begin of the recording; empty where absent
    std::string header;  // a time in the header, "2023-05-14T19:30:45"
    std::string headerAsWritten;
    HeaderZone headerZone = HeaderZone::Unsure;
    bool headerMayBeEnd = false; // the phones of this kind write it when the recording ends
    bool headerIsNone = false;   // it holds 0, or the begin of a count: no clock was set

    std::string contentId; // that of Apple's live photos, shared with the picture
    std::string damage;    // what could not be read; empty = all could
    bool isShort = false;  // the file ends before its content does
};

// As units of 1/scale seconds. Lengths no recording has are left out.
inline void setDuration(MediaInfo& info, double units, double scale) {
    constexpr double longest = 400.0 * 24 * 3600 * 1000;
    if (units > 0 && scale > 0 && units * 1000 / scale <= longest)
        info.durationMs = static_cast<std::int64_t>(std::llround(units * 1000 / scale));
}

} // namespace core::format::film
