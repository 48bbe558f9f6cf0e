// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture: must return with pixels that fit its size, or with a reason; and its small picture
// with pixels that fit what was asked for. Not as a film.
#include "core/image/small_picture.h"

#include <cstdlib>

using namespace core::image;

namespace {

void checkSmall(const Picture& picture, int fitWithin) {
    if (picture.width <= 0 || picture.height <= 0 || picture.width > fitWithin ||
        picture.height > fitWithin ||
        picture.rgb.size() !=
            static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3)
        std::abort();
}

} // namespace

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
    const auto thumbnail = thumbnailOf(bytes, static_cast<int>(size % 9), 96);
    if (thumbnail) checkSmall(*thumbnail, 96);
    // No limit to its pixels can be given there: what claims many is left alone.
    if (pictureFormat(bytes) == PictureFormat::Unknown || !stated || stated->width > 2000 ||
        stated->height > 2000)
        return 0;
    core::base::MemorySource source(bytes);
    const auto small = smallPicture(source, static_cast<int>(size % 9), 96);
    if (small) checkSmall(small->picture, 96);
    return 0;
}
