// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/date_words.h"

#include "core/format/mail/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace core::format::mail {

namespace {

// The first three letters as a number; 0 where there are fewer.
constexpr std::uint32_t prefixOf(std::string_view word) {
    if (word.size() < 3) return 0;
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(word[i])}; };
    return byte(0) << 16U | byte(1) << 8U | byte(2);
}

template <std::size_t N>
constexpr std::array<std::uint32_t, N> prefixesOf(const std::array<std::string_view, N>& names) {
    std::array<std::uint32_t, N> prefixes{};
    for (std::size_t i = 0; i < N; ++i) prefixes[i] = prefixOf(names[i]);
    return prefixes;
}

constexpr auto kMonths = prefixesOf(std::array<std::string_view, 12>{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
constexpr auto kWeekdays =
    prefixesOf(std::array<std::string_view, 7>{"mon", "tue", "wed", "thu", "fri", "sat", "sun"});

template <std::size_t N>
int indexByPrefix(const std::array<std::uint32_t, N>& names, std::string_view word) {
    const auto found = std::find(names.begin(), names.end(), prefixOf(word));
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

} // namespace

std::string withoutComments(std::string_view text) {
    std::string out(text.size(), '\0');
    char* to = out.data();
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (depth > 0 && c == '\\') {
            ++i;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && depth > 0) {
            --depth;
            *to++ = ' ';
        } else if (depth == 0) {
            *to++ = c == ',' || c == ';' || c == '"' || isControl(c) ? ' ' : lowerChar(c);
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out;
}

std::string_view cutWord(std::string_view& rest) {
    std::size_t begin = 0;
    while (begin < rest.size() && rest[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < rest.size() && rest[end] != ' ') ++end;
    const std::string_view word = rest.substr(begin, end - begin);
    rest.remove_prefix(end);
    return word;
}

std::optional<int> number(std::string_view s) {
    int value = 0;
    if (s.empty() || s.size() > 9 || !isDigit(s[0])) return std::nullopt;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc{} || end != s.data() + s.size()) return std::nullopt;
    return value;
}

int monthOf(std::string_view word) {
    const std::uint32_t prefix = prefixOf(word);
    if (prefix == prefixOf("maj") || prefix == prefixOf("mai")) return 5;
    if (prefix == prefixOf("okt")) return 10;
    if (prefix == prefixOf("mrz") || word.starts_with("m\u00E4r")) return 3;
    return indexByPrefix(kMonths, word) + 1;
}

bool isWeekday(std::string_view word) { return indexByPrefix(kWeekdays, word) >= 0; }

} // namespace core::format::mail
