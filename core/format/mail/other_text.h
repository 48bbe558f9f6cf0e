// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two versions of one text, compared by their words. Not a difference to show: only whether there is one.

#include "core/format/mail/joined_words.h"

#include <cstddef>
#include <string_view>

namespace core::format::mail {

// The words of what is already shown of a mail.
class SaidWords {
public:
    void add(std::string_view text) { said_.add(text); }
    // Whether `other` has no word beyond them. Marks, blanks, letter case and where lines are cut do not
    // count: a mail program makes one version out of the other.
    bool cover(std::string_view other);

private:
    bool holdsFrom(std::size_t first);
    bool holdsAsOne(const JoinedWords& other) const;
    bool isJoined(std::string_view word);

    JoinedWords said_;
    JoinedWords other_;
    WordSet words_; // of said_, up to wordsRead_
    std::size_t wordsNoted_ = 0;
    std::size_t wordsRead_ = 0;
    std::size_t searched_ = 0; // bytes of said_
};

// Nothing to see: blanks, no-break and zero-width ones too. `text` is UTF-8.
bool isBlankText(std::string_view text);

} // namespace core::format::mail
