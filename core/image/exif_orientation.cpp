// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exif_orientation.h"

#include "core/image/jpeg_segments.h"
#include "core/image/tiff_blocks.h"

namespace core::image {

int exifOrientation(std::string_view jpeg) {
    constexpr std::uint32_t tag = 0x0112;
    JpegSegments segments(jpeg);
    while (const auto segment = segments.next()) {
        const std::string_view exif = exifOf(*segment);
        if (isStartOfFrame(segment->marker)) break;
        if (!exif.starts_with("MM") && !exif.starts_with("II")) continue;
        const TiffBlocks blocks(exif);
        const std::uint32_t value = blocks.value(blocks.first(), tag);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

} // namespace core::image
