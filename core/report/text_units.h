// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The letters and digits of a text as a search for protected terms sees them: folded, without what cannot be
// seen, with the bytes they came from. Not the search: redactor.h.

#include <cstddef>
#include <string_view>
#include <vector>

namespace core::report {

struct TextUnit {
    char32_t letter; // folded; digits of every script are '0' to '9'
    std::size_t begin, end;
    int gap; // visible signs between it and the unit before: blanks, punctuation, emoji
};

enum class TextReading {
    Plain,
    Decoded, // "%C3%A6", "&#230;", "&aelig;" and "\u00e6" stand for the letter that they name
};

std::vector<TextUnit> unitsOf(std::string_view text, TextReading reading = TextReading::Plain);

// False where both readings of a text are the same.
bool mayBeEncoded(std::string_view text);

inline bool isDigitUnit(const TextUnit& unit) { return unit.letter >= '0' && unit.letter <= '9'; }

} // namespace core::report
