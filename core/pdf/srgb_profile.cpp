// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/srgb_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace core::pdf {

namespace {

void append16(std::string& out, unsigned value) {
    out += static_cast<char>(value >> 8U & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
}

void append32(std::string& out, std::uint32_t value) {
    append16(out, value >> 16U);
    append16(out, value & 0xFFFFU);
}

void appendFixed(std::string& out, double value) { // s15Fixed16Number
    append32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string textTag(const std::string& text) {
    std::string out = "text";
    append32(out, 0);
    return out + text + '\0';
}

std::string descriptionTag(const std::string& text) {
    constexpr std::size_t kScriptCodeBytes = 67;
    std::string out = "desc";
    append32(out, 0);
    append32(out, static_cast<std::uint32_t>(text.size() + 1));
    out += text + '\0';
    append32(out, 0); // no Unicode text
    append32(out, 0);
    append16(out, 0); // nor one for old Macintoshes
    out.append(kScriptCodeBytes + 1, '\0');
    return out;
}

std::string colourTag(const std::array<double, 3>& xyz) {
    std::string out = "XYZ ";
    append32(out, 0);
    for (const double value : xyz) appendFixed(out, value);
    return out;
}

// The curve of IEC 61966-2-1.
std::string curveTag() {
    constexpr unsigned kPoints = 1024;
    std::string out = "curv";
    append32(out, 0);
    append32(out, kPoints);
    for (unsigned i = 0; i < kPoints; ++i) {
        const double v = static_cast<double>(i) / (kPoints - 1);
        const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        append16(out, static_cast<unsigned>(std::lround(linear * 65535)));
    }
    return out;
}

std::string header(std::size_t size) {
    std::string out;
    append32(out, static_cast<std::uint32_t>(size));
    append32(out, 0);           // no preferred module
    append32(out, 0x02400000U); // version
    out += "mntrRGB XYZ ";
    for (const unsigned part : {2025U, 1U, 1U, 0U, 0U, 0U}) append16(out, part);
    out += "acsp";
    out.append(28, '\0'); // platform, flags, device, attributes, intent
    for (const double value : {0.9642, 1.0, 0.8249}) appendFixed(out, value); // D50
    out.append(48, '\0');
    return out;
}

} // namespace

std::string srgbProfile() {
    // The primaries, adapted to D50.
    const std::string curve = curveTag();
    const std::vector<std::pair<std::string, std::string>> tags = {
        {"desc", descriptionTag("sRGB IEC61966-2.1")},
        {"cprt", textTag("No copyright, use freely")},
        {"wtpt", colourTag({0.9642, 1.0, 0.8249})},
        {"rXYZ", colourTag({0.43607, 0.22249, 0.01392})},
        {"gXYZ", colourTag({0.38515, 0.71687, 0.09708})},
        {"bXYZ", colourTag({0.14307, 0.06061, 0.71410})},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve}};
    constexpr std::size_t kHeader = 128, kEntry = 12;
    const std::size_t start = kHeader + 4 + kEntry * tags.size();
    std::string table, data;
    append32(table, static_cast<std::uint32_t>(tags.size()));
    std::size_t curveAt = 0;
    for (const auto& [name, bytes] : tags) {
        const bool isCurve = name.ends_with("TRC");
        std::size_t at = start + data.size();
        if (isCurve && curveAt > 0) at = curveAt; // the three share one
        table += name;
        append32(table, static_cast<std::uint32_t>(at));
        append32(table, static_cast<std::uint32_t>(bytes.size()));
        if (isCurve && curveAt > 0) continue;
        if (isCurve) curveAt = at;
        data += bytes;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    return header(start + data.size()) + table + data;
}

} // namespace core::pdf
