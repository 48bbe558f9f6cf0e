// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/iphone/backup_name.h"

#include <array>
#include <bit>
#include <cstdint>

namespace core::format::iphone {

namespace {

using State = std::array<std::uint32_t, 5>;

// FIPS 180-4, 6.1.2.
void addBlock(State& state, std::string_view block) {
    std::array<std::uint32_t, 80> w{};
    for (std::size_t t = 0; t < 16; ++t)
        for (std::size_t i = 0; i < 4; ++i) w[t] = w[t] << 8U | static_cast<unsigned char>(block[t * 4 + i]);
    for (std::size_t t = 16; t < 80; ++t) w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t t = 0; t < 80; ++t) {
        std::uint32_t f = b ^ c ^ d;
        std::uint32_t k = t < 40 ? 0x6ED9EBA1U : 0xCA62C1D6U;
        if (t < 20) {
            f = (b & c) | (~b & d);
            k = 0x5A827999U;
        } else if (t >= 40 && t < 60) {
            f = (b & c) | (b & d) | (c & d);
            k = 0x8F1BBCDCU;
        }
        const std::uint32_t next = std::rotl(a, 5) + f + e + k + w[t];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

} // namespace

std::string backupName(std::string_view domain, std::string_view path) {
    std::string bytes = std::string(domain) + "-" + std::string(path);
    const std::uint64_t bits = bytes.size() * 8;
    bytes += '\x80';
    bytes.append((120 - bytes.size() % 64) % 64, '\0');
    for (unsigned shift = 64; shift > 0; shift -= 8) bytes += static_cast<char>(bits >> (shift - 8) & 0xFFU);
    State state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
    for (std::size_t at = 0; at < bytes.size(); at += 64)
        addBlock(state, std::string_view(bytes).substr(at, 64));
    std::string name;
    for (const std::uint32_t word : state)
        for (unsigned shift = 32; shift > 0; shift -= 4)
            name += "0123456789abcdef"[word >> (shift - 4) & 0xFU];
    return name;
}

bool isBackupName(std::string_view fileName) {
    return fileName.size() == 40 && fileName.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace core::format::iphone
