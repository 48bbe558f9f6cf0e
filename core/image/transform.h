// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns and shrinks pixels. Not decoding.

#include "core/image/picture.h"

namespace core::image {

// EXIF 1 to 8; anything else leaves the picture as it is.
Picture turnedUpright(Picture picture, int orientation);

// So that neither side is longer; every pixel of the source counts by its area. Never enlarges.
Picture shrunkToFit(Picture picture, int fitWithin);

} // namespace core::image
