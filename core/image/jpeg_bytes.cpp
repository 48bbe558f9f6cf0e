// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"
#include "core/image/jpeg_segments.h"

namespace core::image {

namespace {

using namespace std::string_view_literals;

bool isMetadata(std::uint8_t marker) {
    const bool isComment = marker == 0xFE;
    return isComment || (marker >= 0xE0 && marker <= 0xEF) || (marker >= 0xF0 && marker <= 0xFD);
}

void appendWithLength(std::string& out, std::uint8_t marker, std::string_view payload) {
    const std::size_t length = payload.size() + 2;
    out += '\xFF';
    out += static_cast<char>(marker);
    out += static_cast<char>(length >> 8);
    out += static_cast<char>(length & 0xFF);
    out += payload;
}

// What has to stay of an application segment: how the samples are to be read, and nothing behind it. A JFIF
// header can carry a thumbnail of its own.
void appendEssence(std::string& out, const JpegSegment& segment) {
    constexpr std::size_t jfifWithoutThumbnail = 14;
    constexpr std::size_t adobe = 12;
    const std::string_view payload = segment.payload();
    if (segment.marker == 0xE0 && payload.starts_with("JFIF\0"sv) && payload.size() >= jfifWithoutThumbnail) {
        std::string header(payload.substr(0, jfifWithoutThumbnail));
        header[12] = header[13] = '\0';
        appendWithLength(out, 0xE0, header);
    } else if (segment.marker == 0xEE && payload.starts_with("Adobe") && payload.size() >= adobe) {
        appendWithLength(out, 0xEE, payload.substr(0, adobe));
    }
}

} // namespace

bool hasSoundSegments(std::string_view jpeg) {
    JpegSegments segments(jpeg);
    int frames = 0;
    bool ended = false;
    while (const auto segment = segments.next()) {
        if (segment->afterFill) return false;
        ended = segment->marker == 0xD9;
        if (!isStartOfFrame(segment->marker)) continue;
        const auto frame = frameOf(*segment);
        const bool isHuffman = frame && frame->marker <= 0xC2; // SOF0, SOF1, SOF2
        if (++frames > 1 || !isHuffman || frame->precision != 8) return false;
        if (frame->components != 1 && frame->components != 3) return false;
        if (frame->size.width == 0 || frame->size.height == 0) return false;
    }
    return frames == 1 && ended;
}

bool isSoundJpeg(std::string_view jpeg) { return hasSoundSegments(jpeg) && decodesWithoutWarning(jpeg); }

std::string withoutMetadata(std::string_view jpeg) {
    std::string out;
    JpegSegments segments(jpeg);
    bool ended = false;
    while (const auto segment = segments.next()) {
        if (out.empty()) out.reserve(jpeg.size());
        if (isMetadata(segment->marker))
            appendEssence(out, *segment);
        else
            out += segment->bytes;
        ended = segment->marker == 0xD9;
    }
    if (!out.empty() && !ended) out += "\xFF\xD9";
    return out;
}

} // namespace core::image
