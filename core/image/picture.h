// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pixels out of the bytes of a picture, under limits, upright; of a moving one the first. For the list, the
// detail pane and the PDF. Not metadata: the photo reader of core/format reads times and places.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::image {

enum class PictureFormat { Unknown, Jpeg, Png, Heif, Webp, Gif, Tiff };

struct PictureSize {
    int width = 0; // pixels as stored
    int height = 0;
    bool operator==(const PictureSize&) const = default;
};

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; // 3 bytes a pixel, rows without padding; transparency is laid on white
};

struct DecodeLimits {
    std::uint64_t maxPixels = 120'000'000; // refused beyond: a small file can claim 2^31 pixels
    int fitWithin = 0;                     // > 0: scaled down so that neither side is longer (in pixels)
};

PictureFormat pictureFormat(std::string_view bytes); // by its first bytes

// Width and height from the header, without decoding. None where it is no picture we know.
std::optional<PictureSize> pictureSize(std::string_view bytes);

// Decodes and turns upright. `orientation` is EXIF 1 to 8, 0 for what a JPEG says itself
// (HEIC and AVIF turn themselves). None for anything
// that cannot be decoded within the limits; `reason`, if given, says why in English. A truncated JPEG gives
// what there is, with reason.
std::optional<Picture> decodePicture(std::string_view bytes, int orientation, const DecodeLimits& limits,
                                     std::string* reason = nullptr);

// JPEG bytes of a picture; quality 1 to 100.
std::string encodeJpeg(const Picture& picture, int quality);

// True where the bytes may go into a PDF as they are: baseline or progressive Huffman JPEG, 8 bit, 1 or 3
// components, decodable to its last row.
bool isSoundJpeg(std::string_view jpeg);
// That but for the last: what the segments tell, without decoding.
bool hasSoundSegments(std::string_view jpeg);

// The same JPEG without APPn (but APP0 and Adobe's APP14) and COM segments: no EXIF, GPS, XMP, thumbnails.
std::string withoutMetadata(std::string_view jpeg);

} // namespace core::image
