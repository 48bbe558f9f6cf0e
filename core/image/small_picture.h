// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small picture that stands for a photo or a film, upright, in little time: what the camera has put into
// the file where that can be trusted to show the same, else the picture itself decoded small. For the time
// line. Not for looking at evidence: that is decodePicture.

#include "core/base/byte_source.h"
#include "core/image/picture.h"

namespace core::image {

enum class SmallFrom { Thumbnail, Picture, Film };

struct SmallPicture {
    Picture picture;
    SmallFrom from = SmallFrom::Picture;
};

// The first bytes of a file in which the thumbnail of a JPEG is looked for: one piece of an original.
inline constexpr std::size_t kThumbnailHead = 256 * 1024;

// No side longer than `fitWithin`. `orientation` as for decodePicture and filmFrame. Of a JPEG with a
// thumbnail only the head is read, of anything else as much as decoding takes. None for what cannot be
// decoded within the limits. Throws what the source throws. On any thread.
std::optional<SmallPicture> smallPicture(base::SeekableSource& source, int orientation, int fitWithin);

// The Exif thumbnail of a JPEG of which `head` is the beginning, without the black bars that make it as high
// or wide as others; at most `fitWithin` long. None where there is none, where it is less than half of that,
// and where it may not show what the picture shows: damaged, of another shape, or older than a change of the
// picture that Exif tells of.
std::optional<Picture> thumbnailOf(std::string_view head, int orientation, int fitWithin);

} // namespace core::image
