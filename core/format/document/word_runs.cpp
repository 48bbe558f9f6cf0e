// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/word_runs.h"

#include "core/format/outlook/bytes.h"

#include <algorithm>

namespace core::format::document {

namespace {

using outlook::u16At;
using outlook::u32At;

constexpr std::size_t kPlace = 250; // in the head of the stream: of the list of pages below
constexpr std::size_t kFormatPage = 512;

// Of the operand behind a code of two bytes, [MS-DOC] 2.2.5.1; for the properties of characters.
std::size_t operandSize(unsigned code, std::string_view operand) {
    switch (code >> 13U) {
    case 0:
    case 1:
        return 1;
    case 3:
        return 4;
    case 6:
        return operand.empty() ? 1 : std::size_t{1} + static_cast<unsigned char>(operand[0]);
    case 7:
        return 3;
    default:
        return 2;
    }
}

bool isHidden(std::string_view properties) {
    constexpr unsigned kDeleted = 0x0800, kVanish = 0x083C;
    bool isDeleted = false;
    bool isVanished = false;
    while (properties.size() >= 3) {
        const unsigned code = u16At(properties, 0);
        properties.remove_prefix(2);
        if (code == kDeleted) isDeleted = properties[0] == 1;
        if (code == kVanish) isVanished = properties[0] == 1;
        properties.remove_prefix(std::min(properties.size(), operandSize(code, properties)));
    }
    return isDeleted || isVanished;
}

// A page of runs, [MS-DOC] 2.9.33: where each begins, where its properties are, and at the end how many.
void addPage(std::string_view page, std::vector<Run>& hidden) {
    if (page.size() < kFormatPage) return;
    const std::size_t count = static_cast<unsigned char>(page[kFormatPage - 1]);
    if (count > (kFormatPage - 5) / 5) return;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = 2U * static_cast<unsigned char>(page[4 * (count + 1) + i]);
        if (at == 0 || at >= kFormatPage) continue;
        const std::size_t size = static_cast<unsigned char>(page[at]);
        const Run run{u32At(page, 4 * i), u32At(page, 4 * i + 4)};
        if (run.begin < run.end && isHidden(page.substr(at + 1, size))) hidden.push_back(run);
    }
}

} // namespace

HiddenRuns::HiddenRuns(std::vector<Run> hidden) {
    std::sort(hidden.begin(), hidden.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
    for (const Run& run : hidden) {
        if (hidden_.empty() || run.begin > hidden_.back().end)
            hidden_.push_back(run);
        else
            hidden_.back().end = std::max(hidden_.back().end, run.end);
    }
}

std::vector<Run> HiddenRuns::shown(Run of) const {
    std::vector<Run> out;
    auto at = std::lower_bound(hidden_.begin(), hidden_.end(), of.begin,
                               [](const Run& run, std::size_t place) { return run.end <= place; });
    for (; at != hidden_.end() && at->begin < of.end; ++at) {
        if (at->begin > of.begin) out.push_back({of.begin, at->begin});
        of.begin = std::min(at->end, of.end);
    }
    if (of.begin < of.end) out.push_back(of);
    return out;
}

HiddenRuns hiddenRuns(std::string_view stream, std::string_view table) {
    std::vector<Run> hidden;
    const std::size_t place = u32At(stream, kPlace);
    if (place >= table.size()) return HiddenRuns({});
    const std::string_view pages = table.substr(place, u32At(stream, kPlace + 4));
    if (pages.size() < 4) return HiddenRuns({});
    const std::size_t count = std::min((pages.size() - 4) / 8, stream.size() / kFormatPage + 1);
    const std::size_t numbers = 4 * ((pages.size() - 4) / 8 + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = (u32At(pages, numbers + 4 * i) & 0x3FFFFFU) * kFormatPage;
        if (at < stream.size()) addPage(stream.substr(at, kFormatPage), hidden);
    }
    return HiddenRuns(std::move(hidden));
}

} // namespace core::format::document
