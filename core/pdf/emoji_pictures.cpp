// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/emoji_pictures.h"

#include <hb-ot.h>
#include <hb.h>
#include <png.h>

namespace core::pdf {
namespace {

constexpr unsigned kMaxSide = 1024; // the font's own are 136 pixels wide

struct Pixels {
    std::vector<std::uint8_t> rgba;
    int width = 0;
    int height = 0;
};

std::optional<Pixels> decodePng(const char* bytes, std::size_t size) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, size)) return std::nullopt;
    image.format = PNG_FORMAT_RGBA;
    Pixels out;
    const bool sane =
        image.width > 0 && image.height > 0 && image.width <= kMaxSide && image.height <= kMaxSide;
    if (sane) out.rgba.resize(PNG_IMAGE_SIZE(image));
    const bool read = sane && png_image_finish_read(&image, nullptr, out.rgba.data(), 0, nullptr);
    out.width = static_cast<int>(image.width);
    out.height = static_cast<int>(image.height);
    png_image_free(&image);
    if (!read) return std::nullopt;
    return out;
}

} // namespace

std::optional<EmojiPicture> EmojiPictures::picture(const FontFile& font, std::uint32_t glyph) {
    if (const auto found = known_.find(glyph); found != known_.end()) return found->second;
    std::optional<EmojiPicture> out;
    hb_blob_t* blob = hb_ot_color_glyph_reference_png(font.font(), glyph);
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    hb_glyph_extents_t extents{};
    if (length > 0 && hb_font_get_glyph_extents(font.font(), glyph, &extents)) {
        if (const auto pixels = decodePng(bytes, length)) {
            const double em = font.unitsPerEm();
            out = EmojiPicture{images_.addTransparent(pixels->rgba, pixels->width, pixels->height),
                               extents.x_bearing / em, (extents.y_bearing + extents.height) / em,
                               extents.width / em, -extents.height / em};
        }
    }
    hb_blob_destroy(blob);
    known_.emplace(glyph, out);
    return out;
}

} // namespace core::pdf
