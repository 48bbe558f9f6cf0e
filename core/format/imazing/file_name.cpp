// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/file_name.h"

#include <algorithm>
#include <cstdio>

namespace core::format::imazing {

namespace {

constexpr std::size_t kLeastCut = 8; // letters that are left of a name that was cut

struct Name {
    std::string stem; // letters and digits of ASCII only, lower case
    std::string ending;
};

Name nameOf(std::string_view written) {
    Name name;
    const std::size_t dot = written.rfind('.');
    const auto simple = [](std::string_view text) {
        std::string out;
        for (const char c : text) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
            if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) out += lower;
        }
        return out;
    };
    name.stem = simple(written.substr(0, dot));
    if (dot != std::string_view::npos) name.ending = simple(written.substr(dot + 1));
    // Turned into what every program shows.
    if (name.ending == "heic" || name.ending == "jpeg") name.ending = "jpg";
    if (name.ending == "opus") name.ending = "mp3";
    return name;
}

// The program cuts long names, and numbers those that are there already.
bool isSame(const Name& beside, const Name& wanted) {
    if (beside.ending != wanted.ending) return false;
    if (beside.stem == wanted.stem) return true;
    if (beside.stem.size() >= kLeastCut && wanted.stem.starts_with(beside.stem)) return true;
    const bool isNumbered = beside.stem.size() == wanted.stem.size() + 1 && beside.stem.back() >= '2' &&
                            beside.stem.back() <= '9';
    return !wanted.stem.empty() && isNumbered && beside.stem.starts_with(wanted.stem);
}

} // namespace

std::optional<std::string> fileFor(std::string_view written, const base::CivilTime& when, bool hasSeconds,
                                   const std::vector<std::string>& beside) {
    const auto exact = std::find(beside.begin(), beside.end(), written);
    if (exact != beside.end()) return *exact;
    char begin[48];
    std::snprintf(begin, sizeof begin, "%04d-%02d-%02d %02d %02d %02d - ", when.year, when.month, when.day,
                  when.hour, when.minute, when.second);
    if (!hasSeconds) begin[sizeof "2023-05-14 21 30" - 1] = '\0';
    const Name wanted = nameOf(written);
    std::vector<std::string> exactly;
    std::vector<std::string> nearly;
    for (auto at = std::lower_bound(beside.begin(), beside.end(), std::string(begin));
         at != beside.end() && at->starts_with(begin); ++at) {
        const std::size_t label = at->rfind(" - ");
        if (label == std::string::npos) continue;
        const Name name = nameOf(std::string_view(*at).substr(label + 3));
        if (!isSame(name, wanted)) continue;
        (name.stem == wanted.stem ? exactly : nearly).push_back(*at);
    }
    if (exactly.size() == 1) return exactly.front();
    if (exactly.empty() && nearly.size() == 1) return nearly.front();
    return std::nullopt;
}

} // namespace core::format::imazing
