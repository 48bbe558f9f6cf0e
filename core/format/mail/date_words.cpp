// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/date_words.h"

#include "core/format/mail/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::format::mail {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template <std::size_t N>
int indexByPrefix(const std::array<std::string_view, N>& names, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (word.starts_with(names[i])) return static_cast<int>(i);
    return -1;
}

} // namespace

std::string withoutComments(std::string_view text) {
    std::string out;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (depth > 0 && c == '\\') {
            ++i;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && depth > 0) {
            --depth;
            out += ' ';
        } else if (depth == 0) {
            out += c == ',' || c == ';' || c == '"' || isControl(c) ? ' ' : lowerChar(c);
        }
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = text.find_first_not_of(' ', i);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        i = end;
    }
    return words;
}

std::optional<int> number(std::string_view s) {
    int value = 0;
    if (s.empty() || s.size() > 9 || !isDigit(s[0])) return std::nullopt;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc{} || end != s.data() + s.size()) return std::nullopt;
    return value;
}

int monthOf(std::string_view word) {
    if (word.starts_with("maj") || word.starts_with("mai")) return 5;
    if (word.starts_with("okt")) return 10;
    if (word.starts_with("m\u00E4r") || word.starts_with("mrz")) return 3;
    return indexByPrefix(kMonths, word) + 1;
}

bool isWeekday(std::string_view word) { return indexByPrefix(kWeekdays, word) >= 0; }

} // namespace core::format::mail
