// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/rtf_packed.h"

#include "core/format/outlook/bytes.h"

#include <algorithm>
#include <array>

namespace core::format::outlook {

namespace {

constexpr std::size_t kPackedHeader = 16;
constexpr std::uint32_t kPacked = 0x75465A4C; // "LZFu"
constexpr std::uint32_t kPlain = 0x414C454D;  // "MELA"
constexpr std::size_t kWindow = 4096;

// What the window holds before the first byte.
constexpr std::string_view kBegin =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

} // namespace

std::string unpackRtf(std::string_view packed, std::size_t limit) {
    if (packed.size() < kPackedHeader) return {};
    const std::size_t size = std::min<std::size_t>(u32At(packed, 4), limit);
    const std::uint32_t kind = u32At(packed, 8);
    std::string_view in = packed.substr(kPackedHeader);
    if (kind == kPlain) return std::string(in.substr(0, size));
    if (kind != kPacked) return {};
    std::array<char, kWindow> window{};
    std::copy(kBegin.begin(), kBegin.end(), window.begin());
    std::size_t at = kBegin.size();
    std::string out;
    const auto put = [&](char c) {
        out += c;
        window.at(at) = c;
        at = (at + 1) % kWindow;
    };
    while (!in.empty() && out.size() < size) {
        const auto flags = static_cast<unsigned char>(in.front());
        in.remove_prefix(1);
        for (unsigned bit = 0; bit < 8 && !in.empty() && out.size() < size; ++bit) {
            if ((flags >> bit & 1U) == 0) {
                put(in.front());
                in.remove_prefix(1);
                continue;
            }
            if (in.size() < 2) return out;
            const unsigned word =
                static_cast<unsigned char>(in[0]) * 256U + static_cast<unsigned char>(in[1]);
            in.remove_prefix(2);
            std::size_t from = word >> 4U;
            if (from == at) return out; // the mark of the end
            for (std::size_t n = (word & 15U) + 2; n > 0; --n, from = (from + 1) % kWindow)
                put(window.at(from));
        }
    }
    return out;
}

} // namespace core::format::outlook
