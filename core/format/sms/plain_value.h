// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A look at an attribute value that lies in memory in one piece, eight bytes at a time: where it ends, and
// whether it stands there as it is to be read. Not a decoder: attribute_text.h.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core::format::sms {

// Eight bytes as they lie in memory, and tests of each that answer with its high bit.
struct EightBytes {
    static constexpr std::uint64_t kOnes = 0x0101010101010101U;
    static constexpr std::uint64_t kHighs = kOnes * 0x80;
    std::uint64_t bits = 0;

    static constexpr EightBytes of(char c) { return {kOnes * static_cast<unsigned char>(c)}; }
    // The lowest answer is right; above it there may be wrong ones.
    constexpr std::uint64_t are(char c) const {
        const std::uint64_t zero = bits ^ of(c).bits;
        return (zero - kOnes) & ~zero & kHighs;
    }
    constexpr std::uint64_t areControls() const { return (bits - kOnes * 0x20) & ~bits & kHighs; }
    constexpr std::uint64_t areHigh() const { return bits & kHighs; }
};

struct ValueLook {
    std::size_t length = 0; // up to the quote, or a "<"
    bool isClosed = false;  // the quote stands there
    bool isChanged = false; // a reference or a control character is in it
    bool isAscii = true;
};

inline ValueLook lookAtValue(std::string_view text, char quote) {
    ValueLook look;
    std::uint64_t changed = 0;
    std::uint64_t high = 0;
    std::size_t before = 8; // bytes before the end of the value
    for (; before == 8 && look.length < text.size(); look.length += before) {
        EightBytes eight = EightBytes::of(quote); // behind the end of the text a quote that does not count
        const char* at = text.data() + look.length;
        const std::size_t left = text.size() - look.length;
        if (left >= sizeof eight.bits)
            std::memcpy(&eight.bits, at, sizeof eight.bits);
        else
            std::memcpy(&eight.bits, at, left);
        before = static_cast<std::size_t>(std::countr_zero(eight.are(quote) | eight.are('<'))) / 8;
        const std::uint64_t mask = before == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (before * 8)) - 1;
        changed |= (eight.areControls() | eight.are('&')) & mask;
        high |= eight.areHigh() & mask;
    }
    look.isClosed = look.length < text.size() && text[look.length] == quote;
    look.isChanged = changed != 0;
    look.isAscii = high == 0;
    return look;
}

} // namespace core::format::sms
