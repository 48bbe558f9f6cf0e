// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Width and height of a HEIC or AVIF from its boxes. Not its pixels, and no other box.

#include "core/model/item.h"

#include <string_view>

namespace core::format::photo {

// Sets info.width and info.height to those of the primary picture; leaves them alone where the file does not
// say. ISO/IEC 23008-12, 6.5.3 (ispe).
void readHeifSize(std::string_view heif, model::PhotoInfo& info);

} // namespace core::format::photo
