// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which way up a JPEG says it is, for pictures whose metadata nobody has read. Nothing else of Exif.

#include <string_view>

namespace core::image {

// 1 to 8 (Exif 2.32, 4.6.4, Orientation); 1 where it is not said or not readable, and for anything but a
// JPEG.
int exifOrientation(std::string_view jpeg);

} // namespace core::image
