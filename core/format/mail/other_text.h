// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two versions of one text, compared by their words. Not a difference to show: only whether there is one.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core::format::mail {

// The words of a text one behind the other, in one letter case and without marks and blanks.
struct JoinedWords {
    std::string letters;
    std::vector<std::size_t> begins; // of the words in it

    void add(std::string_view text);
    bool isBorder(std::size_t at) const; // a word begins there, or the last one ends
    std::string_view word(std::size_t index) const;
};

// The words of what is already shown of a mail.
class SaidWords {
public:
    void add(std::string_view text) { said_.add(text); }
    // Whether `other` has no word beyond them. Marks, blanks, letter case and where lines are cut do not
    // count: a mail program makes one version out of the other.
    bool cover(std::string_view other);

private:
    bool holdsAsOne(const JoinedWords& other) const;
    bool isJoined(std::string_view word);

    JoinedWords said_;
    // Looked up without a copy of the word.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> words_; // of said_, up to wordsRead_
    std::size_t wordsRead_ = 0;
    std::size_t searched_ = 0; // bytes of said_
};

// Nothing to see: blanks, no-break and zero-width ones too. `text` is UTF-8.
bool isBlankText(std::string_view text);

} // namespace core::format::mail
