// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The texts that cameras and phones put into a film: place, maker, time with its zone. Not the times of the
// standard itself: iso_media.h.

#include "core/format/film/media_info.h"

#include <optional>
#include <string_view>

namespace core::format::film {

// Reads the content of a udta box (QuickTime's ©xyz and the like, 3GPP's loci, iTunes' ilst).
void readUserData(std::string_view udta, MediaInfo& info);

// Reads the content of a meta box with keys (com.apple.quicktime.*, com.android.*).
void readKeys(std::string_view meta, MediaInfo& info);

// "+55.6760+012.5683+010.000/" (ISO 6709). None for 0,0 and for what is no place on earth.
std::optional<model::Gps> placeOf(std::string_view text);

} // namespace core::format::film
