// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether the bytes of a picture or a film say where it was made: Exif, XMP, QuickTime. A search for their
// marks anywhere in the bytes, so that it does not depend on the container; not the reading of the place.

#include <string_view>

namespace core::image {

// Errs on the side of yes: where a text of a PNG is packed and may hold a place, it does.
// GPS entries of Exif count but for the version of the block, which says nothing.
bool carriesPlace(std::string_view bytes);

} // namespace core::image
