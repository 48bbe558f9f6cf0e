// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of tables in Danish, English and German: headers, directions, kinds, numbers that were withheld.
// All are compared folded (base::foldForSearch), without signs at their ends.

#include "core/format/table/mapping.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::table {

template <typename Words>
bool isOneOf(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Folded, with blanks and signs at both ends away.
std::string wordOf(std::string_view text);

// "Varighed (mm:ss)" -> "varighed"; what stands in brackets goes to `inBrackets`.
std::string headerWord(std::string_view header, std::string* inBrackets = nullptr);

std::optional<Role> roleOfHeader(std::string_view header);
bool isCalledNumberHeader(std::string_view header); // a list of what was dialled
bool isEventHeader(std::string_view header);        // of somebody's own log
bool isMoneyHeader(std::string_view header);        // an account, no log
bool isSubjectHeader(std::string_view header);      // a list of mails

struct SaidWay {
    model::Direction direction = model::Direction::Unknown;
    std::optional<model::CallType> call; // where it says more than the direction
};
std::optional<SaidWay> wayOf(std::string_view cell);

// Sms, Mms or Call; Document for what is no contact (data traffic). None for an unknown word.
std::optional<model::ItemKind> kindOf(std::string_view cell);

bool isWithheld(std::string_view number); // "Hemmeligt nummer", "Ukendt"
bool isSumWord(std::string_view cell);    // "I alt"

} // namespace core::format::table
