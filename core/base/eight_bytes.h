// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Eight bytes of a text looked at together. A test answers with the high bit of each byte for which it holds.
// Not for text in another form than it lies in memory.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace core::base {

struct EightBytes {
    static constexpr std::uint64_t kOnes = 0x0101010101010101U;
    static constexpr std::uint64_t kHighs = kOnes * 0x80;

    std::uint64_t bits = 0; // the first byte is the lowest
    static_assert(std::endian::native == std::endian::little);

    static EightBytes at(const char* bytes) {
        EightBytes eight;
        std::memcpy(&eight.bits, bytes, sizeof eight.bits);
        return eight;
    }
    static constexpr EightBytes of(char c) { return {kOnes * static_cast<unsigned char>(c)}; }
    void write(char* to) const { std::memcpy(to, &bits, sizeof bits); }

    // The lowest answer is right; above it there may be wrong ones.
    constexpr std::uint64_t are(char c) const {
        const std::uint64_t zero = bits ^ of(c).bits;
        return (zero - kOnes) & ~zero & kHighs;
    }
    constexpr std::uint64_t areControls() const { return (bits - kOnes * 0x20) & ~bits & kHighs; }
    constexpr std::uint64_t areHigh() const { return bits & kHighs; } // beyond ASCII; each answer is right

    // How many bytes stand before the first for which a test holds: 8 where it holds for none.
    static constexpr std::size_t before(std::uint64_t answers) {
        return static_cast<std::size_t>(std::countr_zero(answers)) / 8;
    }
    // For how many a test holds, of whose answers each is right.
    static constexpr std::size_t count(std::uint64_t answers) { return (answers >> 7U) * kOnes >> 56U; }
};

} // namespace core::base
