// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The three formats one by one, as stored (not turned), for picture.cpp. Not for other folders.

#include "core/image/picture.h"

namespace core::image {

// `reason` is always set on failure; on success it is set where the picture is not whole.
std::optional<Picture> decodeJpeg(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodePng(std::string_view bytes, const DecodeLimits& limits, std::string& reason);
std::optional<Picture> decodeHeif(std::string_view bytes, const DecodeLimits& limits, std::string& reason);

std::optional<PictureSize> heifSize(std::string_view bytes);

// Decodes every row and finds nothing to complain about.
bool decodesWithoutWarning(std::string_view jpeg);

// True for both sides above zero and not too many pixels.
bool fits(std::uint64_t width, std::uint64_t height, const DecodeLimits& limits);

} // namespace core::image
