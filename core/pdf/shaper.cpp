// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/shaper.h"

#include "core/pdf/display_text.h"

#include <algorithm>

#include <hb.h>
#include <unicode/uscript.h>

namespace core::pdf {
namespace {

void measureInk(ShapedRun& run, hb_font_t* font, double unitsPerEm) {
    for (const Glyph& glyph : run.glyphs) {
        run.widthEm += glyph.advance / unitsPerEm;
        hb_glyph_extents_t extents{};
        if (!hb_font_get_glyph_extents(font, glyph.id, &extents)) continue;
        const double top = (glyph.dy + extents.y_bearing) / unitsPerEm;
        const double bottom = -(glyph.dy + extents.y_bearing + extents.height) / unitsPerEm;
        run.inkTopEm = std::max(run.inkTopEm, top);
        run.inkBottomEm = std::max(run.inkBottomEm, bottom);
    }
}

} // namespace

struct Shaper::State {
    FontSet& fonts;
    hb_language_t language;
    hb_buffer_t* buffer;
};

Shaper::Shaper(FontSet& fonts, const std::string& language)
    : state_(new State{fonts, hb_language_from_string(language.empty() ? "und" : language.c_str(), -1),
                       hb_buffer_create()}) {}

Shaper::~Shaper() { hb_buffer_destroy(state_->buffer); }

ShapedRun Shaper::shapeRun(std::u16string_view text, std::size_t begin, std::size_t end, const RunKey& key) {
    ShapedRun run;
    run.font = key.font;
    run.rightToLeft = key.rightToLeft;
    run.text = text.substr(begin, end - begin);
    if (key.font == kNoFont) {
        run.widthEm = 0;
        for (std::size_t pos = 0; pos < run.text.size(); nextCodePoint16(run.text, pos)) {
            run.widthEm += kMissingBoxEm;
        }
        return run;
    }
    const FontFile& file = state_->fonts.file(key.font);
    hb_buffer_t* buffer = state_->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.data()),
                        static_cast<int>(text.size()), static_cast<unsigned>(begin),
                        static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer, key.rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    const char* script = uscript_getShortName(static_cast<UScriptCode>(key.script));
    hb_buffer_set_script(buffer, hb_script_from_string(script ? script : "Zyyy", -1));
    hb_buffer_set_language(buffer, state_->language);
    hb_shape(file.font(), buffer, nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    run.glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        run.glyphs.push_back({infos[i].codepoint, infos[i].cluster - static_cast<std::uint32_t>(begin),
                              positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    }
    measureInk(run, file.font(), file.unitsPerEm());
    return run;
}

std::vector<ClusterWidth> clusterWidths(const ShapedRun& run, const FontSet& fonts) {
    std::vector<ClusterWidth> out;
    if (run.font == kNoFont) {
        for (std::size_t pos = 0; pos < run.text.size(); nextCodePoint16(run.text, pos)) {
            out.push_back({static_cast<std::uint32_t>(pos), kMissingBoxEm});
        }
        return out;
    }
    const double unitsPerEm = fonts.file(run.font).unitsPerEm();
    for (const Glyph& glyph : run.glyphs) {
        if (out.empty() || out.back().begin != glyph.cluster) out.push_back({glyph.cluster, 0});
        out.back().widthEm += glyph.advance / unitsPerEm;
    }
    if (run.rightToLeft) std::reverse(out.begin(), out.end());
    return out;
}

} // namespace core::pdf
