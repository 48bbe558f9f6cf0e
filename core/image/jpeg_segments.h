// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The marker segments of a JPEG (ITU-T T.81 annex B), without decoding anything.

#include "core/image/picture.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace core::image {

struct JpegSegment {
    std::uint8_t marker = 0; // 0xD8, 0xE1, 0xDA ...
    std::string_view bytes;  // from the 0xFF to the end of the segment; for a scan with its coded data
    bool afterFill = false;  // 0xFF fill bytes stood before it

    std::string_view payload() const { return bytes.size() < 4 ? std::string_view() : bytes.substr(4); }
};

// Steps through the file; none at its end and where it stops being a JPEG.
class JpegSegments {
public:
    explicit JpegSegments(std::string_view jpeg) : jpeg_(jpeg) {}
    std::optional<JpegSegment> next();

private:
    std::string_view jpeg_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

// SOF0 to SOF15 but for the three markers between that are none.
bool isStartOfFrame(std::uint8_t marker);

struct JpegFrame {
    std::uint8_t marker = 0;
    int precision = 0; // bits a sample
    PictureSize size;
    int components = 0;
};
std::optional<JpegFrame> frameOf(const JpegSegment& segment);

// The Exif block, from its byte order on; empty where the segment holds none.
std::string_view exifOf(const JpegSegment& segment);

} // namespace core::image
