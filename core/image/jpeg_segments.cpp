// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_segments.h"

namespace core::image {

namespace {

constexpr std::uint8_t kStart = 0xD8;
constexpr std::uint8_t kEnd = 0xD9;
constexpr std::uint8_t kScan = 0xDA;

std::uint8_t byteAt(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }
int wordAt(std::string_view text, std::size_t at) { return byteAt(text, at) << 8 | byteAt(text, at + 1); }

bool standsAlone(std::uint8_t marker) {
    return marker == kStart || marker == kEnd || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

// Where the coded data that begins at `from` ends: at the next marker that is neither stuffing nor a restart.
std::size_t endOfCodedData(std::string_view jpeg, std::size_t from) {
    for (;;) {
        const std::size_t at = jpeg.find('\xFF', from);
        if (at == std::string_view::npos || at + 1 >= jpeg.size()) return jpeg.size();
        const std::uint8_t next = byteAt(jpeg, at + 1);
        if (next == 0xFF)
            from = at + 1;
        else if (next == 0 || (next >= 0xD0 && next <= 0xD7))
            from = at + 2;
        else
            return at;
    }
}

} // namespace

std::optional<JpegSegment> JpegSegments::next() {
    if (ended_ || at_ + 2 > jpeg_.size() || byteAt(jpeg_, at_) != 0xFF) return std::nullopt;
    JpegSegment segment;
    while (at_ + 2 < jpeg_.size() && byteAt(jpeg_, at_ + 1) == 0xFF) {
        segment.afterFill = true;
        ++at_;
    }
    segment.marker = byteAt(jpeg_, at_ + 1);
    if (segment.marker == 0 || segment.marker == 0xFF || (at_ == 0) != (segment.marker == kStart))
        return std::nullopt;
    std::size_t end = at_ + 2;
    if (!standsAlone(segment.marker)) {
        if (at_ + 4 > jpeg_.size()) return std::nullopt;
        const int length = wordAt(jpeg_, at_ + 2);
        end = at_ + 2 + static_cast<std::size_t>(length);
        if (length < 2 || end > jpeg_.size()) return std::nullopt;
        if (segment.marker == kScan) end = endOfCodedData(jpeg_, end);
    }
    ended_ = segment.marker == kEnd;
    segment.bytes = jpeg_.substr(at_, end - at_);
    at_ = end;
    return segment;
}

bool isStartOfFrame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<JpegFrame> frameOf(const JpegSegment& segment) {
    const std::string_view data = segment.payload();
    if (!isStartOfFrame(segment.marker) || data.size() < 6) return std::nullopt;
    JpegFrame frame;
    frame.marker = segment.marker;
    frame.precision = byteAt(data, 0);
    frame.size = {wordAt(data, 3), wordAt(data, 1)};
    frame.components = byteAt(data, 5);
    return frame;
}

std::string_view exifOf(const JpegSegment& segment) {
    constexpr std::string_view mark("Exif\0\0", 6);
    const std::string_view data = segment.payload();
    return segment.marker == 0xE1 && data.starts_with(mark) ? data.substr(mark.size()) : std::string_view();
}

} // namespace core::image
