// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The metadata items of a HEIC or AVIF: where its EXIF and its XMP stand, before or behind the pixels.
// Not what they say.

#include <string>
#include <string_view>

namespace core::format::photo {

struct HeifItems {
    std::string exif; // from the byte order on, as a TIFF file begins; empty where there is none
    std::string xmp;
    bool hasTable = false; // false: it holds no list of items at all
};

// ISO/IEC 14496-12, 8.11.3 (iloc) and 8.11.6 (iinf); ISO/IEC 23008-12, A.2.1 and A.3.
HeifItems readHeifItems(std::string_view heif);

} // namespace core::format::photo
