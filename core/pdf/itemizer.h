// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cuts one line of source text (no line feeds) into runs of one font, script, direction and style, in the
// order of reading. Not the breaking into lines.

#include "core/pdf/word_store.h"

#include <unordered_map>

namespace core::pdf {

struct StyledText {
    std::u16string text;
    std::vector<TextStyle> styles;
    std::vector<std::uint16_t> styleOf; // for each unit of `text`
};

struct LogicalRun {
    std::size_t begin = 0; // in the whole text
    std::size_t end = 0;
    std::uint16_t style = 0;
    std::uint8_t level = 0; // of the bidirectional algorithm; odd = right to left
    RunKey key;
    const ShapedRun* word = nullptr;        // of the store; or
    std::shared_ptr<const ShapedRun> shape; // what its surroundings may have changed
    const ShapedRun& shaped() const { return word ? *word : *shape; }
};

// No letter that needs more than a lookup and kerning: Latin, Greek, Cyrillic and common punctuation.
bool isSimple(std::u16string_view text);

HanStyle hanStyle(std::u16string_view text, const std::string& language);

class Itemizer {
public:
    Itemizer(FontSet& fonts, Shaper& shaper, WordStore& words, std::string language)
        : fonts_(fonts), shaper_(shaper), words_(words), language_(std::move(language)) {}

    // `level`: the paragraph's direction, 0 or 1. The signs of an isolate (U+2066 to U+2069) are in no run.
    std::vector<LogicalRun> itemize(const StyledText& styled, std::size_t begin, std::size_t end, int level);

private:
    FontId fontOf(std::u16string_view grapheme, int script, Face face, HanStyle han);

    FontSet& fonts_;
    Shaper& shaper_;
    WordStore& words_;
    std::string language_;
    std::unordered_map<std::uint64_t, FontId> ofSingle_; // what the set of fonts has chosen for one letter
};

} // namespace core::pdf
