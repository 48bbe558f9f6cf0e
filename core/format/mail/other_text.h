// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two versions of one text, compared by their words. Not a difference to show: only whether there is one.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core::format::mail {

// The words of what is already shown of a mail.
class SaidWords {
public:
    void add(std::string_view text);
    // Whether `other` has no word beyond them. Marks, blanks, letter case and where lines are cut do not
    // count: a mail program makes one version out of the other.
    bool cover(std::string_view other);

private:
    bool isJoined(const std::string& word);

    std::unordered_set<std::string> words_;
    std::string joined_;        // all words: one version may write in one what the other has in two
    std::vector<bool> borders_; // where a word begins in it, and its end
    std::size_t searched_ = 0;  // bytes of it
};

// Nothing to see: blanks, no-break and zero-width ones too. `text` is UTF-8.
bool isBlankText(std::string_view text);

} // namespace core::format::mail
