// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a PDF line by line, as they stand on its pages, with what is protected struck out. Not the
// text by which it is searched, which goes down one column after another.

#include "core/report/redacted_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace core::report {

struct LaidWord {
    enum class Before { Page, Line, Gap, Blank };
    std::string text;
    std::size_t place = 0; // line by line
    Before before = Before::Line;
};

// `words` in the order of reading: a term may go on in the next of them, or in the next line of its column.
// None where fewer than `leastStruck` places were struck out, or where letters that stand one by one still
// make a term.
std::optional<std::string> textInLines(const RedactedReader& reader, std::vector<LaidWord> words,
                                       int leastStruck);

int placesStruck(const std::string& text);
// What is left when what was struck out is gone: letters that a PDF sets one by one are no words to the
// redactor.
bool isLeftOver(const Redactor& redactor, std::string text);

} // namespace core::report
