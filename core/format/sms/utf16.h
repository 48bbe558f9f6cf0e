// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Exports that were saved again as UTF-16, as text editors on Windows do: known by their first bytes, turned
// into UTF-8 unit by unit. A surrogate half without its other stays one, in three bytes; AttributeText
// replaces and counts it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::sms {

enum class ByteOrder { Little, Big };

inline constexpr std::size_t kUtf16Head = 4; // bytes that utf16Order looks at

// By the byte order mark, or the zero beside the first "<". None: not UTF-16.
std::optional<ByteOrder> utf16Order(std::string_view head);

// Appends `bytes` as UTF-8 and says how many were used: all but half a unit, and but the first half of a pair
// at the end unless `isEnd`.
std::size_t appendUtf16(std::string& out, std::string_view bytes, ByteOrder order, bool isEnd);

} // namespace core::format::sms
