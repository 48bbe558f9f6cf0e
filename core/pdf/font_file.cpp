// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/font_file.h"

#include <cstdint>

#include <hb-ot.h>
#include <hb.h>

namespace core::pdf {
namespace {

bool hasTable(hb_face_t* face, hb_tag_t tag) {
    hb_blob_t* blob = hb_face_reference_table(face, tag);
    const bool found = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return found;
}

std::int16_t signedAt(const char* bytes) {
    const auto high = static_cast<std::uint8_t>(bytes[0]);
    const auto low = static_cast<std::uint8_t>(bytes[1]);
    return static_cast<std::int16_t>((high << 8) | low);
}

} // namespace

std::unique_ptr<FontFile> FontFile::open(const std::filesystem::path& path, unsigned index) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.string().c_str());
    if (!blob) return nullptr;
    hb_face_t* face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        return nullptr;
    }
    std::string name = path.stem().string();
    if (index > 0) name += "-" + std::to_string(index);
    return std::unique_ptr<FontFile>(new FontFile(face, std::move(name)));
}

FontFile::FontFile(hb_face_t* face, std::string name)
    : face_(face), font_(hb_font_create(face)), name_(std::move(name)), unitsPerEm_(hb_face_get_upem(face)),
      colorBitmaps_(hasTable(face, HB_TAG('C', 'B', 'D', 'T'))),
      cff_(hasTable(face, HB_TAG('C', 'F', 'F', ' '))) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font_, ' ', &glyph)) spaceGlyph_ = glyph;
}

FontFile::~FontFile() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

bool FontFile::covers(char32_t codePoint) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_, codePoint, &glyph) != 0;
}

double FontFile::glyphWidth(unsigned glyph) const {
    return 1000.0 * hb_font_get_glyph_h_advance(font_, glyph) / unitsPerEm_;
}

FaceMeasures FontFile::measures() const {
    FaceMeasures out;
    const double scale = 1000.0 / unitsPerEm_;
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_, &extents);
    out.ascent = extents.ascender * scale;
    out.descent = -extents.descender * scale;
    hb_position_t capHeight = 0;
    hb_ot_metrics_get_position_with_fallback(font_, HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
    out.capHeight = capHeight * scale;

    constexpr unsigned kBoxInHead = 36;
    hb_blob_t* head = hb_face_reference_table(face_, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(head, &length);
    if (length >= kBoxInHead + 8) {
        out.boxLeft = signedAt(bytes + kBoxInHead) * scale;
        out.boxBottom = signedAt(bytes + kBoxInHead + 2) * scale;
        out.boxRight = signedAt(bytes + kBoxInHead + 4) * scale;
        out.boxTop = signedAt(bytes + kBoxInHead + 6) * scale;
    }
    hb_blob_destroy(head);
    return out;
}

} // namespace core::pdf
