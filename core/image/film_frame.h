// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pictures out of a film, under limits, upright: for the list and the PDF, where a picture stands for it.
// Not playing, and not metadata: the film reader of core/format reads times, length and turning.

#include "core/base/byte_source.h"
#include "core/image/picture.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::image {

struct FilmLimits {
    DecodeLimits picture;
    std::uint64_t mostBytes = 128 * 1024 * 1024; // that are read of the film, its tables among them
    std::chrono::milliseconds mostTime{5000};    // looked at between two frames
};

// The first picture that can be decoded, of MP4, MOV, 3GP, Matroska, WebM, AVI, WMV and MPEG transport
// streams. `orientation` is EXIF 1 to
// 8, as the film reader gives it. None for a recording without pictures and for whatever cannot be decoded
// within the limits; `reason`, if given, says why in English. Throws what the source throws. On any thread.
std::optional<Picture> filmFrame(base::SeekableSource& source, int orientation, const FilmLimits& limits,
                                 std::string* reason = nullptr);

struct FilmStill {
    Picture picture;
    double seconds = 0; // into the film, of the picture itself
};

// Up to `count` pictures spread evenly over the film, in order; fewer where it is short or partly damaged,
// none for what filmFrame gives none of. The limits are for all of them together.
std::vector<FilmStill> filmStills(base::SeekableSource& source, int orientation, int count,
                                  const FilmLimits& limits);

// By its first bytes, at least 12: whether filmFrame can know what it is.
bool looksLikeFilm(std::string_view head);

} // namespace core::image
