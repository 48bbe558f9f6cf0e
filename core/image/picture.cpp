// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture.h"

#include "core/image/codecs.h"
#include "core/image/jpeg_segments.h"
#include "core/image/transform.h"

#include <algorithm>
#include <array>
#include <new>

namespace core::image {

namespace {

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<PictureSize> jpegSize(std::string_view bytes) {
    JpegSegments segments(bytes);
    while (const auto segment = segments.next())
        if (const auto frame = frameOf(*segment)) {
            if (frame->size.width == 0 || frame->size.height == 0) return std::nullopt;
            return frame->size;
        }
    return std::nullopt;
}

std::optional<PictureSize> pngSize(std::string_view bytes) {
    constexpr std::uint32_t largest = 0x7FFFFFFF;
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    const std::uint32_t width = bigEndian(bytes, 16);
    const std::uint32_t height = bigEndian(bytes, 20);
    if (width == 0 || height == 0 || width > largest || height > largest) return std::nullopt;
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

std::optional<Picture> decodeStored(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    switch (pictureFormat(bytes)) {
    case PictureFormat::Jpeg:
        return decodeJpeg(bytes, limits, reason);
    case PictureFormat::Png:
        return decodePng(bytes, limits, reason);
    case PictureFormat::Heif:
        return decodeHeif(bytes, limits, reason);
    case PictureFormat::Unknown:
        break;
    }
    reason = "not a JPEG, PNG or HEIC";
    return std::nullopt;
}

} // namespace

bool fits(std::uint64_t width, std::uint64_t height, const DecodeLimits& limits) {
    return width > 0 && height > 0 && width <= limits.maxPixels && height <= limits.maxPixels / width;
}

PictureFormat pictureFormat(std::string_view bytes) {
    constexpr std::array<std::string_view, 9> brands{"heic", "heix", "heim", "heis", "mif1",
                                                     "msf1", "hevc", "hevx", "avif"};
    if (bytes.starts_with("\xFF\xD8\xFF")) return PictureFormat::Jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return PictureFormat::Png;
    if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
        std::find(brands.begin(), brands.end(), bytes.substr(8, 4)) != brands.end())
        return PictureFormat::Heif;
    return PictureFormat::Unknown;
}

std::optional<PictureSize> pictureSize(std::string_view bytes) {
    switch (pictureFormat(bytes)) {
    case PictureFormat::Jpeg:
        return jpegSize(bytes);
    case PictureFormat::Png:
        return pngSize(bytes);
    case PictureFormat::Heif:
        return heifSize(bytes);
    case PictureFormat::Unknown:
        break;
    }
    return std::nullopt;
}

std::optional<Picture> decodePicture(std::string_view bytes, int orientation, const DecodeLimits& limits,
                                     std::string* reason) {
    std::string why;
    std::optional<Picture> picture;
    try {
        picture = decodeStored(bytes, limits, why);
        if (picture) {
            // HEIC carries its own turning, and its decoder has done it: an EXIF value would do it twice.
            const bool turnsItself = pictureFormat(bytes) == PictureFormat::Heif;
            picture = turnedUpright(shrunkToFit(std::move(*picture), limits.fitWithin),
                                    turnsItself ? 1 : orientation);
        }
    } catch (const std::bad_alloc&) {
        picture.reset();
        why = "out of memory";
    }
    if (reason != nullptr) *reason = why;
    return picture;
}

} // namespace core::image
