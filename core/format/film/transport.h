// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MPEG transport streams (ISO/IEC 13818-1): .ts of recorders and doorbells, .mts and .m2ts of AVCHD cameras.
// A stream has no header and no length: both are found in its packets, at the begin, the end and between.

#include "core/format/film/media_info.h"
#include "core/format/film/window.h"

#include <string_view>

namespace core::format::film {

// Of a packet, bytes: 188, or 192 with a time before each; 0 where these are none.
std::size_t transportPacket(std::string_view head);

MediaInfo readTransport(Window& file);

// "2023-05-14 21:30:45 +01:00 DST", the clock that an AVCHD camera wrote into its pictures; empty where there
// is none. The zone is as the camera was set.
std::string cameraClock(std::string_view pictures);

} // namespace core::format::film
