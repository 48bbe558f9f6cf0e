// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Base64 as mails carry it, written without the program's own code. Not a decoder.

#include <string>
#include <string_view>

namespace tests {

// In lines of 76 digits; no line end behind the last unless it is full.
inline std::string base64(std::string_view bytes, std::string_view lineEnd = "\r\n") {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k > bytes.size() ? '=' : kDigits[bits >> (18 - 6 * k) & 63U];
        if (i % 57 == 54) out += lineEnd;
    }
    return out;
}

} // namespace tests
