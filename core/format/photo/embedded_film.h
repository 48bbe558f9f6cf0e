// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The few seconds of film that a phone puts behind a picture (motion photo). Not the film of a live photo,
// which is a file of its own: live_pair.h.

#include <cstddef>
#include <optional>
#include <string_view>

namespace core::format::photo {

struct FilmPlace {
    std::size_t offset = 0; // of the first box
    std::size_t length = 0; // all its boxes
};

// By what the picture says: the XMP of Google's camera and its followers, the trailer of Samsung's JPEGs, the
// box of Samsung's HEIC. The place is believed only where a film begins there.
std::optional<FilmPlace> embeddedFilm(std::string_view bytes, std::string_view xmp);

} // namespace core::format::photo
