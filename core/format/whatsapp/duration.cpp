// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/duration.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <array>
#include <string>

namespace core::format::whatsapp {

namespace {

struct Unit {
    std::string_view word; // folded; longer words before their beginnings
    int seconds;
};
constexpr std::array<Unit, 36> kUnits{{
    {"hours", 3600}, {"hour", 3600}, {"hrs", 3600},     {"hr", 3600},     {"timer", 3600}, {"time", 3600},
    {"tim", 3600},   {"t", 3600},    {"stunden", 3600}, {"stunde", 3600}, {"std", 3600},   {"h", 3600},
    {"u", 3600},     {"uur", 3600},  {"ora", 3600},     {"ore", 3600},    {"godz", 3600},  {"minutter", 60},
    {"minutes", 60}, {"minute", 60}, {"minut", 60},     {"mins", 60},     {"min", 60},     {"m", 60},
    {"dk", 60},      {"мин", 60},    {"хв", 60},        {"sekunder", 1},  {"seconds", 1},  {"secs", 1},
    {"sec", 1},      {"sek", 1},     {"seg", 1},        {"sn", 1},        {"s", 1},        {"сек", 1},
}};

int secondsOf(std::string_view word) {
    for (const Unit& unit : kUnits)
        if (unit.word == word) return unit.seconds;
    return 0;
}

// "1:05" or "1:02:03"
std::optional<std::int64_t> clock(std::string_view text) {
    std::int64_t all = 0;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        std::int64_t value = 0;
        for (; i < text.size() && base::isDigit(text[i]) && i - begin < 3; ++i)
            value = value * 10 + (text[i] - '0');
        if (i == begin || (parts > 0 && (i - begin != 2 || value > 59))) return std::nullopt;
        all = all * 60 + value;
        ++parts;
        if (i == text.size()) break;
        if (text[i] != ':' || ++i == text.size()) return std::nullopt;
    }
    return parts == 2 || parts == 3 ? std::optional(all) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> durationOf(std::string_view text) {
    const std::string folded = base::foldForSearch(text);
    std::string_view rest = folded;
    while (!rest.empty() && (rest.back() == ')' || rest.back() == '.' || rest.back() == ' '))
        rest.remove_suffix(1);
    if (const auto written = clock(rest)) return written;
    std::int64_t all = 0;
    bool any = false;
    while (!rest.empty()) {
        std::int64_t value = 0;
        std::size_t digits = 0;
        for (; digits < rest.size() && digits < 5 && base::isDigit(rest[digits]); ++digits)
            value = value * 10 + (rest[digits] - '0');
        if (digits == 0) return std::nullopt;
        rest.remove_prefix(digits);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        std::size_t end = 0;
        while (end < rest.size() && rest[end] != ' ' && rest[end] != '.' && !base::isDigit(rest[end])) ++end;
        const int seconds = secondsOf(rest.substr(0, end));
        if (seconds == 0) return std::nullopt;
        all += value * seconds;
        any = true;
        rest.remove_prefix(end);
        while (!rest.empty() && (rest[0] == ' ' || rest[0] == '.')) rest.remove_prefix(1);
    }
    return any ? std::optional(all) : std::nullopt;
}

std::string_view afterCallWords(std::string_view text) {
    const std::size_t at = text.find_first_of(",.(");
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + 1);
    while (!text.empty() && (text[0] == ' ' || text[0] == '.')) text.remove_prefix(1);
    return text;
}

} // namespace core::format::whatsapp
