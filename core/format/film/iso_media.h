// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MP4, MOV, M4V, 3GP, M4A: the boxes about the film, at the head or at the tail. Never its frames.

#include "core/format/film/media_info.h"
#include "core/format/film/window.h"

#include <string_view>

namespace core::format::film {

// By its first bytes: a film or a recording, and no still picture.
bool isIsoMedia(std::string_view head);

MediaInfo readIsoMedia(Window& file);

} // namespace core::format::film
