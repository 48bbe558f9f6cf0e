// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of written dates in Danish, English and German, folded as foldForSearch does. Only words: what
// they do to a date is written_date.cpp's.

#include <string>
#include <string_view>

namespace core::format::table {

// Folded, all kinds of blanks as one, without marks of direction: as the words below are asked for.
std::string plainWords(std::string_view text);

int monthOf(std::string_view word);       // 1 to 12; 0: no month
bool isDateFiller(std::string_view word); // days of the week and little words: nothing that changes the time
bool isShortWeekday(std::string_view word); // "mo", "di": before a date only

} // namespace core::format::table
