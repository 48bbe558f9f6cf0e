// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long a call was, in the words of the phone.

#include <cstdint>
#include <optional>
#include <string_view>

namespace core::format::whatsapp {

// "6 min", "1 t 5 min", "37 sek.", "1:05" (minutes and seconds), "1:02:03". Seconds; none where it is nothing
// of the kind.
std::optional<std::int64_t> durationOf(std::string_view text);

// What stands behind "Voice call, ": the text behind the first comma, full stop or bracket. Empty: nothing.
std::string_view afterCallWords(std::string_view text);

} // namespace core::format::whatsapp
