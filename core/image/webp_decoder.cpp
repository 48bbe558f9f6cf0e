// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <memory>

#include <webp/decode.h>
#include <webp/demux.h>

namespace core::image {

namespace {

using Demuxer = std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)>;
using Pixels = std::unique_ptr<std::uint8_t, decltype(&WebPFree)>;

const std::uint8_t* bytesOf(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

// The first picture of a moving one; of another the picture itself.
std::optional<std::string_view> firstFrame(std::string_view bytes) {
    const WebPData data{bytesOf(bytes), bytes.size()};
    const Demuxer demuxer(WebPDemux(&data), WebPDemuxDelete);
    WebPIterator frame{};
    if (!demuxer || WebPDemuxGetFrame(demuxer.get(), 1, &frame) == 0) return std::nullopt;
    const std::string_view found(reinterpret_cast<const char*>(frame.fragment.bytes), frame.fragment.size);
    WebPDemuxReleaseIterator(&frame);
    return found; // it lies in `bytes`
}

} // namespace

std::optional<PictureSize> webpSize(std::string_view bytes) {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(bytesOf(bytes), bytes.size(), &features) != VP8_STATUS_OK) return std::nullopt;
    if (features.width <= 0 || features.height <= 0) return std::nullopt;
    return PictureSize{features.width, features.height};
}

std::optional<Picture> decodeWebp(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    const auto frame = firstFrame(bytes);
    const auto size = frame ? webpSize(*frame) : std::nullopt;
    if (!size) {
        reason = "no picture in it";
        return std::nullopt;
    }
    if (!fits(static_cast<std::uint64_t>(size->width), static_cast<std::uint64_t>(size->height), limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    int width = 0;
    int height = 0;
    const Pixels rgba(WebPDecodeRGBA(bytesOf(*frame), frame->size(), &width, &height), WebPFree);
    if (!rgba || width <= 0 || height <= 0) {
        reason = "cannot be decoded";
        return std::nullopt;
    }
    Picture picture{width, height, {}};
    const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    picture.rgb.resize(pixels * 3);
    layOnWhite(rgba.get(), picture.rgb.data(), pixels);
    return picture;
}

} // namespace core::image
