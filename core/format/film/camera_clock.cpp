// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of AVCHD cameras: "modified digital video pack metadata" in user data between the pictures of
// H.264 (Annex D), as ExifTool's H264 tags describe it.
#include "core/format/film/transport.h"

#include <cstdio>

namespace core::format::film {

namespace {

using namespace std::string_view_literals;

constexpr auto kMark = "\x17\xEE\x8C\x60\xF8\x4D\x11\xD9\x8C\xD6\x08\x00\x20\x0C\x9A\x66MDPM"sv;
constexpr std::size_t kMostPacks = 64;
constexpr unsigned kZoneAndMonth = 0x18, kDayAndClock = 0x19;

// Without the byte that keeps three zeros from standing together (7.4.1).
std::string plainBytes(std::string_view bytes, std::size_t most) {
    std::string out;
    int zeros = 0;
    for (std::size_t i = 0; i < bytes.size() && out.size() < most; ++i) {
        if (zeros >= 2 && bytes[i] == 3) {
            zeros = 0;
            continue;
        }
        zeros = bytes[i] == 0 ? zeros + 1 : 0;
        out += bytes[i];
    }
    return out;
}

// Two decimal digits in one byte; -1 for what are none.
int decimal(char c) {
    const auto byte = static_cast<unsigned char>(c);
    const int tens = byte >> 4U;
    const int ones = byte & 15U;
    return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
}

std::string written(std::string_view date, std::string_view clock) {
    int parts[7];
    for (int i = 0; i < 3; ++i) parts[i] = decimal(date[static_cast<std::size_t>(i) + 1]);
    for (int i = 0; i < 4; ++i) parts[i + 3] = decimal(clock[static_cast<std::size_t>(i)]);
    for (const int part : parts)
        if (part < 0) return {};
    char text[64];
    std::snprintf(text, sizeof text, "%02d%02d-%02d-%02d %02d:%02d:%02d", parts[0], parts[1], parts[2],
                  parts[3], parts[4], parts[5], parts[6]);
    const auto zone = static_cast<unsigned char>(date[0]);
    if (zone == 0xFF) return text;
    char offset[16];
    std::snprintf(offset, sizeof offset, " %c%02u:%s%s", (zone & 0x20U) != 0 ? '-' : '+', (zone >> 1U) & 15U,
                  (zone & 1U) != 0 ? "30" : "00", (zone & 0x40U) != 0 ? " DST" : "");
    return std::string(text) + offset;
}

} // namespace

std::string cameraClock(std::string_view pictures) {
    const std::size_t found = pictures.find(kMark);
    if (found == std::string_view::npos) return {};
    const std::string bytes = plainBytes(pictures.substr(found), kMark.size() + 1 + 5 * kMostPacks);
    std::string_view date;
    std::string_view packs = std::string_view(bytes).substr(kMark.size());
    std::size_t count = packs.empty() ? 0 : static_cast<unsigned char>(packs.front());
    if (!packs.empty()) packs.remove_prefix(1);
    for (; count > 0 && packs.size() >= 5; --count, packs.remove_prefix(5)) {
        const unsigned tag = static_cast<unsigned char>(packs[0]);
        if (tag == kZoneAndMonth) date = packs.substr(1, 4);
        if (tag == kDayAndClock && !date.empty()) return written(date, packs.substr(1, 4));
    }
    return {};
}

} // namespace core::format::film
