// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cuts a font file down to the glyphs in use (hb-subset). Not PDF objects.

#include "core/pdf/font_file.h"

#include <cstdint>
#include <map>
#include <set>

namespace core::pdf {

struct FontSubset {
    std::string bytes;                            // sfnt, or the bare CFF table
    std::map<std::uint32_t, std::uint32_t> newId; // by the glyph's number in the whole font
};

// Throws base::Error(Internal) where the font cannot be cut.
FontSubset subsetFont(const FontFile& file, const std::set<std::uint32_t>& glyphs);

} // namespace core::pdf
