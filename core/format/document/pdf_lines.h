// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a page put into the lines that an eye sees: what stands on one baseline belongs together,
// though a reader goes down a table or a column first. Not how a PDF is read: pdf_text.h.

#include <cstddef>
#include <string>
#include <vector>

namespace core::format::document {

// Points from the upper left corner, y downwards.
struct PdfWord {
    std::string text; // UTF-8
    double left = 0, right = 0, bottom = 0, height = 0;
    int turn = 0; // quarters, clockwise

    enum class Before { Page, Line, Gap, Blank }; // what stands before it: a new page or line, a wide gap
    Before before = Before::Line;
    std::size_t place = 0; // among all words, line by line
};

// Sets `before` and `place`, the first of which is `first`, of the words of one page that come as they are
// read.
void setLines(std::vector<PdfWord>& words, std::size_t first);

} // namespace core::format::document
