// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_font.h"

namespace core::pdf {
namespace {

constexpr std::size_t kMaxCodes = 65'000; // two bytes each; then a further font with the same file begins

std::u16string keyOf(std::uint32_t glyph, std::u16string_view text) {
    std::u16string key;
    key.reserve(text.size() + 1);
    key += static_cast<char16_t>(glyph); // a font has at most 65,536 glyphs
    key += text;
    return key;
}

} // namespace

GlyphCode PdfFonts::code(FontId file, std::uint32_t glyph, std::u16string_view text) {
    auto current = current_.find(file);
    if (current == current_.end()) {
        fonts_.push_back({file, files_.file(file).isCff(), {}, {}});
        current = current_.emplace(file, static_cast<int>(fonts_.size() - 1)).first;
    }
    PdfFont* font = &fonts_[static_cast<std::size_t>(current->second)];
    if (font->codesAreGlyphs) {
        auto [entry, isNew] = font->entries.try_emplace(glyph);
        if (isNew) entry->second = {glyph, std::u16string(text), files_.file(file).glyphWidth(glyph)};
        return {current->second, glyph, entry->second.text != text, entry->second.width};
    }
    std::u16string key = keyOf(glyph, text);
    if (const auto found = font->codeOf.find(key); found != font->codeOf.end()) {
        return {current->second, found->second, false, font->entries.at(found->second).width};
    }
    if (font->entries.size() >= kMaxCodes) {
        fonts_.push_back({file, false, {}, {}});
        current->second = static_cast<int>(fonts_.size() - 1);
        font = &fonts_.back();
    }
    const auto code = static_cast<unsigned>(font->entries.size() + 1); // 0 is .notdef
    const double width = files_.file(file).glyphWidth(glyph);
    font->entries.emplace(code, CidEntry{glyph, std::u16string(text), width});
    font->codeOf.emplace(std::move(key), code);
    return {current->second, code, false, width};
}

} // namespace core::pdf
