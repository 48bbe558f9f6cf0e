// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a date line one by one: without comments, as numbers, as names of months and weekdays. Not
// what they mean together: mail_date.h.

#include <optional>
#include <string>
#include <string_view>

namespace core::format::mail {

// In lower case; comments and commas away, nested comments and quoted pairs too. A lone ")" stays.
std::string withoutComments(std::string_view text);
std::string_view cutWord(std::string_view& rest); // the first one, which is left behind; empty: there is none
std::optional<int> number(std::string_view word); // all digits, at most nine
int monthOf(std::string_view word);               // 1 to 12, from its first letters; 0 for none
bool isWeekday(std::string_view word);            // English

} // namespace core::format::mail
