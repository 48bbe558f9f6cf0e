// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a thumbnail can show the picture it stands beside, by its shape. Internal to this folder.

#include "core/image/picture.h"

namespace core::image {

// The part of it that the picture fills: all of it, or what lies between two black bars of just the size that
// is left over. None where its shape is another one: then it shows something else, as after a crop by a
// program that left it alone.
std::optional<Picture> withoutBars(Picture thumbnail, PictureSize of);

} // namespace core::image
