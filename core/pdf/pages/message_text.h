// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a message or a mail as an exhibit shows them: a hundred empty lines in a row are not pages of
// nothing, and blanks alone are not an empty bubble; both are said in brackets, small. All else stands as it
// was written. Not what is quoted in the log: report/row_evidence.h.

#include "core/pdf/pages/stack.h"

#include <cstddef>
#include <string>
#include <vector>

namespace core::pdf::pages {

inline constexpr std::size_t kMostEmptyLines = 5; // in a row that are drawn as such

// Words, or in their place so many empty lines.
struct TextPiece {
    std::string words;
    std::size_t emptyLines = 0;
};
std::vector<TextPiece> piecesOf(const std::string& text);

// Nothing where `text` is empty. `gap` stands above the first of it.
void addMessageText(Sheet& sheet, Stack& stack, const std::string& text, const TextStyle& style, double width,
                    double gap = 0);

} // namespace core::pdf::pages
