// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture: must return with pixels that fit its size, or with a reason.
#include "core/image/picture.h"

#include <cstdlib>

using namespace core::image;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    DecodeLimits limits;
    limits.maxPixels = 1'000'000;
    limits.fitWithin = size % 2 == 0 ? 64 : 0;
    std::string reason;
    const auto picture = decodePicture(bytes, static_cast<int>(size % 9), limits, &reason);
    if (!picture && reason.empty()) std::abort();
    if (picture && picture->rgb.size() != static_cast<std::size_t>(picture->width) *
                                              static_cast<std::size_t>(picture->height) * 3)
        std::abort();
    pictureSize(bytes);
    const auto stated = pictureSize(bytes);
    if (stated && stated->width < 2000 && stated->height < 2000) isSoundJpeg(bytes);
    withoutMetadata(bytes);
    return 0;
}
