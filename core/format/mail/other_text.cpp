// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/other_text.h"

#include "core/format/mail/ascii.h"

#include <algorithm>

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
void appendLower(std::string& out, std::string_view s, std::size_t& i) {
    const bool isLatin = s[i] == '\xC3' && i + 1 < s.size();
    out += lowerChar(s[i++]);
    if (!isLatin) return;
    const auto c = static_cast<unsigned char>(s[i++]);
    out += static_cast<char>(c >= 0x80 && c <= 0x9E && c != 0x97 ? c + 0x20 : c);
}

template <typename Use>
void forEachWord(std::string_view s, Use use) {
    std::string word;
    for (std::size_t i = 0; i < s.size();) {
        if (const std::size_t length = markLength(s.substr(i)); length > 0) {
            i += length;
            if (!word.empty() && !use(word)) return;
            word.clear();
        } else {
            appendLower(word, s, i);
        }
    }
    if (!word.empty()) use(word);
}

} // namespace

void SaidWords::add(std::string_view text) {
    forEachWord(text, [&](const std::string& word) {
        words_.insert(word);
        joined_ += word;
        borders_.resize(joined_.size() + 1);
        borders_[joined_.size() - word.size()] = true;
        borders_.back() = true;
        return true;
    });
}

bool SaidWords::cover(std::string_view other) {
    bool all = true;
    forEachWord(other, [&](const std::string& word) {
        all = words_.contains(word) || isJoined(word);
        return all;
    });
    return all;
}

// Whether `word` is several words in a row.
bool SaidWords::isJoined(const std::string& word) {
    for (std::size_t at = 0; searched_ < kMaxSearched;) {
        const std::size_t found = joined_.find(word, at);
        searched_ += std::min(found, joined_.size()) - at + 1;
        if (found == std::string::npos) return false;
        if (borders_[found] && borders_[found + word.size()]) return true;
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
