// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The formats one by one, as stored (not turned), for picture.cpp. Not for other folders.

#include "core/image/picture.h"

namespace core::image {

// `reason` is always set on failure; on success it is set where the picture is not whole.
std::optional<Picture> decodeJpeg(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodePng(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodeHeif(std::string_view bytes, const DecodeLimits& limits, std::string& reason);

std::optional<Picture> decodeWebp(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodeGif(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodeTiff(std::string_view bytes, const DecodeLimits& limits, std::string& reason);

// The first thumbnail of a HEIC or AVIF, upright by what it says itself, under the limits alone; `whole`
// becomes the upright size of the picture it belongs to.
std::optional<Picture> decodeHeifThumbnail(std::string_view bytes, const DecodeLimits& limits,
                                           PictureSize& whole);

std::optional<PictureSize> heifSize(std::string_view bytes);
std::optional<PictureSize> webpSize(std::string_view bytes);
std::optional<PictureSize> gifSize(std::string_view bytes);
std::optional<PictureSize> tiffSize(std::string_view bytes);

// Decodes every row and finds nothing to complain about.
bool decodesWithoutWarning(std::string_view jpeg);

// Rows of 8-bit RGBA, not premultiplied.
void layOnWhite(const std::uint8_t* rgba, std::uint8_t* rgb, std::size_t pixels);

// True for both sides above zero and not too many pixels.
bool fits(std::uint64_t width, std::uint64_t height, const DecodeLimits& limits);

} // namespace core::image
