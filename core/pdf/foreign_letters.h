// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which letter a simple font of a PDF means by a code or the name of a glyph, where it has no map of its own.
// The letters of western Europe only.

#include <string>
#include <string_view>

namespace core::pdf {

std::string letterOfCode(unsigned char code);     // by WinAnsiEncoding; UTF-8
std::string letterOfGlyph(std::string_view name); // empty where it is not known

} // namespace core::pdf
