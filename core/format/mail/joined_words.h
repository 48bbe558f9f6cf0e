// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a text, in one letter case and without marks and blanks, and a set of them. No judgement of
// two texts: other_text.h.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::mail {

// The words one behind the other.
struct JoinedWords {
    std::string letters;
    std::vector<std::size_t> begins; // of the words in it

    void add(std::string_view text);
    void clear();
    bool isBorder(std::size_t at) const; // a word begins there, or the last one ends
    std::string_view word(std::size_t index) const;
};

// Words that stand in a JoinedWords, which goes with every call and may have grown since. Its slots depend on
// a random number, so that nobody can write a mail whose words all want the same one.
class WordSet {
public:
    WordSet();
    // A first sieve that costs little: what was noted may be there, and little else.
    void note(std::string_view word);
    bool mayHold(std::string_view word) const;
    void add(const JoinedWords& all, std::size_t index);
    bool contains(const JoinedWords& all, std::string_view word) const;

private:
    struct Entry {
        std::uint64_t key = 0;  // the word itself up to eight letters
        std::size_t index = 0;  // in the JoinedWords
        std::size_t length = 0; // 0: nothing is here
    };
    std::size_t slotOf(const JoinedWords& all, std::string_view word, std::uint64_t key) const;
    std::uint64_t keyOf(std::string_view word) const;
    void grow();

    static constexpr int kFilterBits = 12;
    static constexpr int kFilterShift = 64 - kFilterBits;
    std::uint64_t factor_;
    std::array<std::uint64_t, (1U << kFilterBits) / 64> filter_{};
    std::vector<Entry> entries_; // a power of two, at most half of them taken
    std::size_t taken_ = 0;
};

// Length of the mark or blank at the start of `s`, 0 where a letter or digit stands there.
std::size_t markLength(std::string_view s);

} // namespace core::format::mail
