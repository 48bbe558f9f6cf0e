// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plain values to bytes and back, for what is kept in memory by the process that wrote it: no format, never
// in a file, not checked.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::report {

class PackWriter {
public:
    explicit PackWriter(std::string& out) : out_(out) {}

    void number(std::uint64_t value) { // seven bits a byte
        for (; value >= 0x80; value >>= 7U) out_ += static_cast<char>(value | 0x80U);
        out_ += static_cast<char>(value);
    }
    void whole(int value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view text) {
        number(text.size());
        out_ += text;
    }
    void real(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(bits >> shift);
    }

private:
    std::string& out_;
};

// Of what a PackWriter wrote in this process.
class PackReader {
public:
    explicit PackReader(std::string_view in) : in_(in) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(in_.at(at_++));
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
    }
    int whole() { return static_cast<int>(static_cast<std::uint32_t>(number())); }
    std::size_t count() { return static_cast<std::size_t>(number()); }
    std::string_view piece() {
        const std::size_t size = count();
        at_ += size;
        return in_.substr(at_ - size, size);
    }
    std::string text() { return std::string(piece()); }
    double real() {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8)
            bits |= std::uint64_t{static_cast<unsigned char>(in_.at(at_++))} << shift;
        return std::bit_cast<double>(bits);
    }

private:
    std::string_view in_;
    std::size_t at_ = 0;
};

} // namespace core::report
