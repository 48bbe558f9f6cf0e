// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which way up a JPEG says it is, for attachments whose metadata nobody has read. Nothing else of EXIF.

#include <string_view>

namespace core::pdf::pages {

// 1 to 8; 1 where it is not said or not readable.
int exifOrientation(std::string_view jpeg);

} // namespace core::pdf::pages
