// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Base64 as long as it is nothing but digits and line ends: the quick part of TransferDecoder, sixteen digits
// at once where the processor can. Not a decoder by itself: what is odd is left to that one.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace core::base {

inline constexpr std::uint8_t kBase64Junk = 255;
inline constexpr std::uint8_t kBase64Blank = 254;

constexpr std::array<std::uint8_t, 256> makeBase64Table() {
    std::array<std::uint8_t, 256> table{};
    for (auto& value : table) value = kBase64Junk;
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < digits.size(); ++i)
        table[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
    for (const char c : {' ', '\t', '\r', '\n'}) table[static_cast<unsigned char>(c)] = kBase64Blank;
    return table;
}
// 0 to 63 of a digit, kBase64Blank, kBase64Junk.
inline constexpr auto kBase64 = makeBase64Table();

inline constexpr std::size_t kDigitSlack = 16; // bytes that may be written beyond the last one decoded

// Decodes whole quanta with line ends between them; stops at what is neither. Both pointers move on.
void decodeDigits(const unsigned char*& from, const unsigned char* end, char*& to);

// The same by eight digits at most, as on any processor.
void decodeDigitsPlainly(const unsigned char*& from, const unsigned char* end, char*& to);

} // namespace core::base
