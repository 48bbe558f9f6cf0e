// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <libheif/heif.h>

namespace core::image {

namespace {

using Context = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using Handle = std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)>;
using Image = std::unique_ptr<heif_image, decltype(&heif_image_release)>;
using Options = std::unique_ptr<heif_decoding_options, decltype(&heif_decoding_options_free)>;

// The limit as the library at run time takes it: from 1.19 on the square of the number is the area, before
// that it is the longest side, and a panorama is long. (The newer call for it would tie the program to 1.19.)
int sideLimit(std::uint64_t maxPixels) {
    constexpr std::uint32_t areaSince = 0x01130000; // 1.19.0
    constexpr int longestSide = 32768;
    if (heif_get_version_number() < areaSince) return longestSide;
    return static_cast<int>(std::sqrt(static_cast<double>(maxPixels)));
}

// The primary picture; null with the reason. The context must outlive it.
Handle primaryPicture(heif_context* context, std::string_view bytes, std::uint64_t maxPixels,
                      std::string& reason) {
    Handle none(nullptr, heif_image_handle_release);
    heif_context_set_maximum_image_size_limit(context, sideLimit(maxPixels));
    heif_error error =
        heif_context_read_from_memory_without_copy(context, bytes.data(), bytes.size(), nullptr);
    heif_image_handle* handle = nullptr;
    if (error.code == heif_error_Ok) error = heif_context_get_primary_image_handle(context, &handle);
    if (error.code != heif_error_Ok) {
        reason = error.message;
        return none;
    }
    return {handle, heif_image_handle_release};
}

// As decoded: the library turns by what the item itself says.
PictureSize uprightSize(const heif_image_handle* handle) {
    return {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
}

void copyRows(const std::uint8_t* plane, std::size_t stride, bool hasAlpha, Picture& picture) {
    const auto width = static_cast<std::size_t>(picture.width);
    std::uint8_t* to = picture.rgb.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        const std::uint8_t* from = plane + y * stride;
        if (!hasAlpha) {
            to = std::copy(from, from + width * 3, to);
            continue;
        }
        for (std::size_t x = 0; x < width; ++x, from += 4)
            for (std::size_t c = 0; c < 3; ++c)
                *to++ = static_cast<std::uint8_t>((from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
    }
}

std::optional<Picture> pixelsOf(const heif_image_handle* handle, const DecodeLimits& limits,
                                std::string& reason) {
    const Options options(heif_decoding_options_alloc(), heif_decoding_options_free);
    if (!options) {
        reason = "out of memory";
        return std::nullopt;
    }
    const PictureSize size = uprightSize(handle);
    if (size.width <= 0 || size.height <= 0 ||
        !fits(static_cast<std::uint64_t>(size.width), static_cast<std::uint64_t>(size.height), limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    options->convert_hdr_to_8bit = 1;
    const bool hasAlpha = heif_image_handle_has_alpha_channel(handle) != 0;
    heif_image* decoded = nullptr;
    const heif_error error = heif_decode_image(
        handle, &decoded, heif_colorspace_RGB,
        hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const Image image(decoded, heif_image_release);
    if (error.code != heif_error_Ok || !image) {
        reason = error.message == nullptr ? "cannot be decoded" : error.message;
        return std::nullopt;
    }
    int stride = 0;
    const std::uint8_t* plane = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    Picture picture{heif_image_get_width(image.get(), heif_channel_interleaved),
                    heif_image_get_height(image.get(), heif_channel_interleaved),
                    {}};
    if (plane == nullptr || picture.width <= 0 || picture.height <= 0 ||
        stride < picture.width * (hasAlpha ? 4 : 3)) {
        reason = "no pixels";
        return std::nullopt;
    }
    picture.rgb.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                       3);
    copyRows(plane, static_cast<std::size_t>(stride), hasAlpha, picture);
    return picture;
}

} // namespace

std::optional<PictureSize> heifSize(std::string_view bytes) {
    const Context context(heif_context_alloc(), heif_context_free);
    std::string reason;
    if (!context) return std::nullopt;
    const Handle handle = primaryPicture(context.get(), bytes, DecodeLimits().maxPixels, reason);
    if (!handle) return std::nullopt;
    const PictureSize size{heif_image_handle_get_ispe_width(handle.get()),
                           heif_image_handle_get_ispe_height(handle.get())};
    if (size.width <= 0 || size.height <= 0) return std::nullopt;
    return size;
}

std::optional<Picture> decodeHeif(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    const Context context(heif_context_alloc(), heif_context_free);
    if (!context) {
        reason = "out of memory";
        return std::nullopt;
    }
    const Handle handle = primaryPicture(context.get(), bytes, limits.maxPixels, reason);
    return handle ? pixelsOf(handle.get(), limits, reason) : std::nullopt;
}

std::optional<Picture> decodeHeifThumbnail(std::string_view bytes, const DecodeLimits& limits,
                                           PictureSize& whole) {
    const Context context(heif_context_alloc(), heif_context_free);
    if (!context) return std::nullopt;
    std::string reason;
    const Handle primary = primaryPicture(context.get(), bytes, DecodeLimits().maxPixels, reason);
    heif_item_id id = 0;
    if (!primary || heif_image_handle_get_list_of_thumbnail_IDs(primary.get(), &id, 1) < 1)
        return std::nullopt;
    whole = uprightSize(primary.get());
    heif_image_handle* handle = nullptr;
    const heif_error error = heif_image_handle_get_thumbnail(primary.get(), id, &handle);
    const Handle thumbnail(handle, heif_image_handle_release);
    if (error.code != heif_error_Ok || !thumbnail) return std::nullopt;
    return pixelsOf(thumbnail.get(), limits, reason);
}

} // namespace core::image
