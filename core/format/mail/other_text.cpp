// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/other_text.h"

#include "core/format/mail/ascii.h"

#include <algorithm>
#include <array>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxSearched = std::size_t{64} << 20; // bytes; beyond that a word counts as missing

// Length of the mark or blank at the start of `s`, 0 where a letter or digit stands there.
std::size_t markLength(std::string_view s) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    if (byte(0) < 0x80) return isLetter(s[0]) || isDigit(s[0]) ? 0 : 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0xBF) return 2; // NBSP, quotes, hyphen
    if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81) && s.size() > 2) return 3; // U+2000 to U+207F
    if (s.starts_with("\xEF\xBB\xBF") || s.starts_with("\xEF\xBF\xBD")) return 3;          // BOM, replacement
    if (s.starts_with("\xEF\xB8\x8F")) return 3; // the picture form of a sign
    return 0;
}

// Latin letters in one case, as far as mail programs change it.
void putLower(char*& out, std::string_view s, std::size_t& i) {
    const bool isLatin = s[i] == '\xC3' && i + 1 < s.size();
    *out++ = s[i++];
    if (!isLatin) return;
    const auto c = static_cast<unsigned char>(s[i++]);
    *out++ = static_cast<char>(c >= 0x80 && c <= 0x9E && c != 0x97 ? c + 0x20 : c);
}

// ASCII in lower case; 0 for marks and blanks.
constexpr std::array<char, 128> makeLetters() {
    std::array<char, 128> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        table[i] = isLetter(c) || isDigit(c) ? lowerChar(c) : '\0';
    }
    return table;
}
constexpr auto kLetters = makeLetters();
constexpr char kOther = '\x7F'; // beyond ASCII

} // namespace

void JoinedWords::add(std::string_view text) {
    const std::size_t before = letters.size();
    letters.resize(before + text.size()); // no letter grows
    char* out = letters.data() + before;
    bool inWord = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const char letter = byte < 0x80 ? kLetters[byte] : kOther;
        const std::size_t gap = letter == kOther ? markLength(text.substr(i)) : letter == '\0' ? 1 : 0;
        if (gap > 0) {
            i += gap;
            inWord = false;
            continue;
        }
        if (!inWord) begins.push_back(static_cast<std::size_t>(out - letters.data()));
        inWord = true;
        if (letter == kOther) {
            putLower(out, text, i);
        } else {
            *out++ = letter;
            ++i;
        }
    }
    letters.resize(static_cast<std::size_t>(out - letters.data()));
}

bool JoinedWords::isBorder(std::size_t at) const {
    return at == letters.size() || std::binary_search(begins.begin(), begins.end(), at);
}

std::string_view JoinedWords::word(std::size_t index) const {
    const std::size_t end = index + 1 < begins.size() ? begins[index + 1] : letters.size();
    return std::string_view(letters).substr(begins[index], end - begins[index]);
}

bool SaidWords::cover(std::string_view text) {
    JoinedWords other;
    other.add(text);
    if (holdsAsOne(other)) return true;
    for (; wordsRead_ < said_.begins.size(); ++wordsRead_)
        if (const auto word = said_.word(wordsRead_); !words_.contains(word)) words_.emplace(word);
    for (std::size_t i = 0; i < other.begins.size(); ++i)
        if (!words_.contains(other.word(i)) && !isJoined(other.word(i))) return false;
    return true;
}

// The usual case, told without looking at each word: one version is the other, or a piece of it. Where it
// cuts words, those said are cut too.
bool SaidWords::holdsAsOne(const JoinedWords& other) const {
    const std::size_t at = said_.letters.find(other.letters);
    if (at == std::string::npos || !said_.isBorder(at + other.letters.size())) return false;
    auto said = std::lower_bound(said_.begins.begin(), said_.begins.end(), at);
    for (const std::size_t begin : other.begins) {
        while (said != said_.begins.end() && *said < at + begin) ++said;
        if (said == said_.begins.end() || *said != at + begin) return false;
    }
    return true;
}

// Whether `word` is several words in a row.
bool SaidWords::isJoined(std::string_view word) {
    const std::string& letters = said_.letters;
    for (std::size_t at = 0; searched_ < kMaxSearched;) {
        const std::size_t found = letters.find(word, at);
        searched_ += std::min(found, letters.size()) - at + 1;
        if (found == std::string::npos) return false;
        if (said_.isBorder(found) && said_.isBorder(found + word.size())) return true;
        at = found + 1;
    }
    return false;
}

bool isBlankText(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const bool isWide = rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAD");
        const bool isZero = rest.starts_with("\xEF\xBB\xBF") || rest.starts_with("\xE2\x80\x8B") ||
                            rest.starts_with("\xE2\x80\x8C") || rest.starts_with("\xE2\x80\x8D") ||
                            rest.starts_with("\xE2\x80\x8E") || rest.starts_with("\xE2\x80\x8F") ||
                            rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x81\xA0");
        if (!isWide && !isZero && !isBlankChar(text[i])) return false;
        i += isZero ? 3 : isWide ? 2 : 1;
    }
    return true;
}

} // namespace core::format::mail
