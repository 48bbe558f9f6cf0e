// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/plain_value.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace core::format::sms {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHighs = kOnes * 0x80;

constexpr std::uint64_t eightOf(char c) { return kOnes * static_cast<unsigned char>(c); }

// The high bit of each byte that is zero; above the lowest one, of others too.
constexpr std::uint64_t zeros(std::uint64_t eight) { return (eight - kOnes) & ~eight & kHighs; }

// The same of each byte that is to be changed.
constexpr std::uint64_t changed(std::uint64_t eight) {
    const std::uint64_t controls = (eight - kOnes * 0x20) & ~eight & kHighs;
    return controls | zeros(eight ^ eightOf('&'));
}

} // namespace

ValueLook lookAtValue(std::string_view text, char quote) {
    ValueLook look;
    std::uint64_t odd = 0;
    std::uint64_t high = 0;
    bool isFound = false;
    while (!isFound && look.length < text.size()) {
        // Behind the end of the text there is a quote that does not count.
        std::uint64_t eight = eightOf(quote);
        const std::size_t left = text.size() - look.length;
        const char* at = text.data() + look.length;
        if (left >= sizeof eight)
            std::memcpy(&eight, at, sizeof eight);
        else
            std::memcpy(&eight, at, left);
        const std::uint64_t stops = zeros(eight ^ eightOf(quote)) | zeros(eight ^ eightOf('<'));
        const auto before = static_cast<unsigned>(std::countr_zero(stops)) / 8; // 8: none
        const std::uint64_t mask = before == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (before * 8)) - 1;
        odd |= changed(eight) & mask;
        high |= eight & kHighs & mask;
        look.length += before;
        isFound = before < 8;
    }
    look.isClosed = look.length < text.size() && text[look.length] == quote;
    look.isChanged = odd != 0;
    look.isAscii = high == 0;
    return look;
}

} // namespace core::format::sms
