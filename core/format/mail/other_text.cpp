// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/other_text.h"

#include "core/format/mail/ascii.h"

#include <algorithm>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxSearched = std::size_t{64} << 20; // bytes; beyond that a word counts as missing

} // namespace

bool SaidWords::cover(std::string_view text) {
    other_.clear();
    other_.add(text);
    std::size_t same = 0;
    const std::size_t most = std::min(other_.begins.size(), said_.begins.size());
    while (same < most && other_.word(same) == said_.word(same)) ++same;
    return same == other_.begins.size() || holdsFrom(same);
}

// Whether the words of the other text from one on are said.
bool SaidWords::holdsFrom(std::size_t first) {
    for (; wordsNoted_ < said_.begins.size(); ++wordsNoted_) words_.note(said_.word(wordsNoted_));
    // Where the texts differ, most often a word is new.
    for (std::size_t i = first; i < other_.begins.size(); ++i) {
        if (words_.mayHold(other_.word(i))) continue;
        if (!holdsAsOne(other_) && !isJoined(other_.word(i))) return false;
        break;
    }
    for (; wordsRead_ < said_.begins.size(); ++wordsRead_) words_.add(said_, wordsRead_);
    bool isFirstMissing = true;
    for (; first < other_.begins.size(); ++first) {
        const std::string_view word = other_.word(first);
        if (words_.contains(said_, word)) continue;
        if (isFirstMissing && holdsAsOne(other_)) return true;
        isFirstMissing = false;
        if (!isJoined(word)) return false;
    }
    return true;
}

// One version is the other, or a piece of it. Where it cuts words, those said are cut too.
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

// Whether `word` is one of them, or several in a row.
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
