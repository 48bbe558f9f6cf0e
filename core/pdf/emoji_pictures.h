// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The colour pictures of emoji glyphs, taken from the bitmap font when first drawn. Not their text.

#include "core/pdf/font_file.h"
#include "core/pdf/image_store.h"

#include <optional>

namespace core::pdf {

struct EmojiPicture {
    ImageId image = -1;
    double left = 0, bottom = 0, width = 0, height = 0; // em, from the glyph's origin
};

class EmojiPictures {
public:
    explicit EmojiPictures(ImageStore& images) : images_(images) {}
    // None for a glyph without a picture (a selector, a joiner).
    std::optional<EmojiPicture> picture(const FontFile& font, std::uint32_t glyph);

private:
    ImageStore& images_;
    std::map<std::uint32_t, std::optional<EmojiPicture>> known_;
};

} // namespace core::pdf
