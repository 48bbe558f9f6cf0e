// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which Noto files serve which script, as data. Not whether they are there: FontSet looks.

#include <span>
#include <string_view>

namespace core::pdf {

struct ScriptFont {
    std::string_view script; // ISO 15924
    std::string_view family; // file name without "-Regular.ttf"
};

// Every script's fonts, the better one first.
std::span<const ScriptFont> scriptFonts();

// For signs that belong to no script, in the order in which they are asked.
std::span<const std::string_view> symbolFonts();

} // namespace core::pdf
