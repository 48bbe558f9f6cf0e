// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/witness_contacts.h"

#include "core/base/utf8.h"
#include "core/report/text_units.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::size_t kFewestDigits = 6;
constexpr int kMostBetween = 4;

std::string withoutNumbers(const std::string& text, const std::string& instead) {
    const std::vector<TextUnit> units = unitsOf(text);
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < units.size();) {
        std::size_t end = i;
        while (end < units.size() && isDigitUnit(units[end]) && (end == i || units[end].gap <= kMostBetween))
            ++end;
        if (end - i >= kFewestDigits) {
            std::size_t begin = units[i].begin;
            while (begin > done && (text[begin - 1] == '+' || text[begin - 1] == '(')) --begin;
            out.append(text, done, begin - done) += instead;
            done = units[end - 1].end;
        }
        i = std::max(end, i + 1);
    }
    return out.append(text, done);
}

bool endsWord(char32_t c) {
    return c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '(' || c == ')' || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

std::string withoutAddresses(const std::string& text, const std::string& instead) {
    std::string out, word;
    bool isAddress = false;
    const auto flush = [&] {
        out += isAddress ? instead : word;
        word.clear();
        isAddress = false;
    };
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t begin = pos;
        const char32_t c = base::nextCodePoint(text, pos);
        const std::string sign = text.substr(begin, pos - begin);
        if (endsWord(c)) {
            flush();
            out += sign;
        } else {
            isAddress = isAddress || c == '@' || c == 0xFF20 || c == 0xFE6B; // the wide and the small one too
            word += sign;
        }
    }
    flush();
    return out;
}

} // namespace

std::string withoutContacts(const std::string& text, const std::string& instead) {
    return withoutNumbers(withoutAddresses(text, instead), instead);
}

} // namespace core::report
