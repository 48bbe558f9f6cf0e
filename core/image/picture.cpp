// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture.h"

#include "core/image/codecs.h"
#include "core/image/exif_orientation.h"
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

bool isStillBrand(std::string_view brand) {
    constexpr std::array<std::string_view, 10> brands{"heic", "heix", "heim", "heis", "mif1",
                                                      "msf1", "hevc", "hevx", "avif", "avis"};
    return std::find(brands.begin(), brands.end(), brand) != brands.end();
}

std::optional<Picture> decodeStored(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    switch (pictureFormat(bytes)) {
    case PictureFormat::Jpeg:
        return decodeJpeg(bytes, limits, reason);
    case PictureFormat::Png:
        return decodePng(bytes, limits, reason);
    case PictureFormat::Heif:
        return decodeHeif(bytes, limits, reason);
    case PictureFormat::Webp:
        return decodeWebp(bytes, limits, reason);
    case PictureFormat::Gif:
        return decodeGif(bytes, limits, reason);
    case PictureFormat::Tiff:
        return decodeTiff(bytes, limits, reason);
    case PictureFormat::Unknown:
        break;
    }
    reason = "not a picture of a known kind";
    return std::nullopt;
}

} // namespace

bool fits(std::uint64_t width, std::uint64_t height, const DecodeLimits& limits) {
    return width > 0 && height > 0 && width <= limits.maxPixels && height <= limits.maxPixels / width;
}

void layOnWhite(const std::uint8_t* rgba, std::uint8_t* rgb, std::size_t pixels) {
    for (std::size_t i = 0; i < pixels; ++i, rgba += 4, rgb += 3)
        for (std::size_t c = 0; c < 3; ++c)
            rgb[c] = static_cast<std::uint8_t>((rgba[c] * rgba[3] + 255 * (255 - rgba[3]) + 127) / 255);
}

PictureFormat pictureFormat(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF")) return PictureFormat::Jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return PictureFormat::Png;
    if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" && isStillBrand(bytes.substr(8, 4)))
        return PictureFormat::Heif;
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
        return PictureFormat::Webp;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return PictureFormat::Gif;
    for (const std::string_view mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
        if (bytes.starts_with(mark)) return PictureFormat::Tiff;
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
    case PictureFormat::Webp:
        return webpSize(bytes);
    case PictureFormat::Gif:
        return gifSize(bytes);
    case PictureFormat::Tiff:
        return tiffSize(bytes);
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
            const int turn = turnsItself ? 1 : orientation == 0 ? exifOrientation(bytes) : orientation;
            picture = turnedUpright(shrunkToFit(std::move(*picture), limits.fitWithin), turn);
        }
    } catch (const std::bad_alloc&) {
        picture.reset();
        why = "out of memory";
    }
    if (reason != nullptr) *reason = why;
    return picture;
}

} // namespace core::image
