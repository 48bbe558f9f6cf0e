// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/joined_words.h"

#include "core/format/mail/ascii.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <random>

namespace core::format::mail {

namespace {

constexpr unsigned kPart = 0x100; // of a word: an ASCII letter or digit, in lower case; 0 for a mark or blank
constexpr unsigned kOther = 0x200; // beyond ASCII

constexpr std::array<std::uint16_t, 256> makeLetters() {
    std::array<std::uint16_t, 256> table{};
    for (unsigned i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        const bool isPart = isLetter(c) || isDigit(c);
        table[i] = static_cast<std::uint16_t>(i >= 0x80 ? kOther
                                              : isPart  ? kPart + static_cast<unsigned>(lowerChar(c))
                                                        : 0);
    }
    return table;
}
constexpr auto kLetters = makeLetters();

// Takes a byte beyond ASCII, with Latin letters in one case, as far as mail programs change it.
char* putOther(char* out, const char*& in, const char* end) {
    const bool isLatin = *in == '\xC3' && in + 1 < end;
    *out++ = *in++;
    if (!isLatin) return out;
    const auto c = static_cast<unsigned char>(*in++);
    *out++ = static_cast<char>(c >= 0x80 && c <= 0x9E && c != 0x97 ? c + 0x20 : c);
    return out;
}

constexpr std::size_t kBlock = 512; // bytes
constexpr std::size_t kFirstEntries = 256;

} // namespace

std::size_t markLength(std::string_view s) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    if (byte(0) < 0x80) return isLetter(s[0]) || isDigit(s[0]) ? 0 : 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0xBF) return 2; // NBSP, quotes, hyphen
    if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81) && s.size() > 2) return 3; // U+2000 to U+207F
    if (byte(0) != 0xEF) return 0;
    if (s.starts_with("\xEF\xBB\xBF") || s.starts_with("\xEF\xBF\xBD")) return 3; // BOM, replacement
    if (s.starts_with("\xEF\xB8\x8F")) return 3; // the picture form of a sign
    return 0;
}

// Where words begin and end is as good as random: ASCII is taken without a branch, a mark being a letter that
// is written over.
void JoinedWords::add(std::string_view text) {
    const std::size_t before = letters.size();
    letters.resize(before + text.size() + 1); // no letter grows
    char* const base = letters.data();
    char* out = base + before;
    const char* in = text.data();
    const char* const end = in + text.size();
    std::size_t inWord = 0;
    while (in < end) {
        std::array<std::size_t, kBlock + 1> places; // of the words that begin in the block
        std::size_t count = 0;
        const char* const blockEnd = end - in > std::ptrdiff_t{kBlock} ? in + kBlock : end;
        while (in < blockEnd) {
            const unsigned letter = kLetters[static_cast<unsigned char>(*in)];
            std::size_t isPart = letter / kPart;
            places[count] = static_cast<std::size_t>(out - base);
            if (letter != kOther) {
                *out = static_cast<char>(letter);
                out += isPart;
                ++in;
            } else if (const std::size_t gap = markLength({in, static_cast<std::size_t>(end - in)});
                       gap > 0) {
                isPart = 0;
                in += gap;
            } else {
                isPart = 1;
                out = putOther(out, in, end);
            }
            count += isPart & ~inWord;
            inWord = isPart;
        }
        begins.insert(begins.end(), places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count));
    }
    letters.resize(static_cast<std::size_t>(out - base));
}

void JoinedWords::clear() {
    letters.clear();
    begins.clear();
}

bool JoinedWords::isBorder(std::size_t at) const {
    return at == letters.size() || std::binary_search(begins.begin(), begins.end(), at);
}

std::string_view JoinedWords::word(std::size_t index) const {
    const std::size_t end = index + 1 < begins.size() ? begins[index + 1] : letters.size();
    return {letters.data() + begins[index], end - begins[index]};
}

WordSet::WordSet() {
    static const std::uint64_t kFactor =
        std::uint64_t{std::random_device()()} << 32U | std::random_device()() | 1U;
    factor_ = kFactor;
}

namespace {

template <typename Number>
Number numberAt(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

// At most eight bytes; with their number it says which.
std::uint64_t numberOf(const char* at, std::size_t size) {
    if (size >= 4)
        return std::uint64_t{numberAt<std::uint32_t>(at + size - 4)} << 32U | numberAt<std::uint32_t>(at);
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return size == 0 ? 0 : byte(0) << 16U | byte(size / 2) << 8U | byte(size - 1);
}

} // namespace

std::uint64_t WordSet::keyOf(std::string_view word) const {
    std::uint64_t key = 0;
    for (; word.size() > sizeof key; word.remove_prefix(sizeof key))
        key = std::rotl((key ^ numberAt<std::uint64_t>(word.data())) * factor_, 29);
    return key ^ numberOf(word.data(), word.size());
}

// Where the word is, or would be.
std::size_t WordSet::slotOf(const JoinedWords& all, std::string_view word, std::uint64_t key) const {
    const std::size_t last = entries_.size() - 1;
    const int shift = 64 - std::countr_one(last);
    for (std::size_t slot = key * factor_ >> shift;; slot = (slot + 1) & last) {
        const Entry& entry = entries_[slot];
        if (entry.length == 0) return slot;
        if (entry.key == key && entry.length == word.size() &&
            (word.size() <= sizeof key || all.word(entry.index) == word))
            return slot;
    }
}

void WordSet::note(std::string_view word) {
    const std::uint64_t bit = keyOf(word) * factor_ >> kFilterShift;
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

bool WordSet::mayHold(std::string_view word) const {
    const std::uint64_t bit = keyOf(word) * factor_ >> kFilterShift;
    return (filter_[bit / 64] >> bit % 64 & 1U) != 0;
}

void WordSet::add(const JoinedWords& all, std::size_t index) {
    const std::string_view word = all.word(index);
    const std::uint64_t key = keyOf(word);
    if (entries_.empty()) entries_.resize(kFirstEntries);
    Entry& entry = entries_[slotOf(all, word, key)];
    if (entry.length != 0) return;
    entry = {key, index, word.size()};
    if (++taken_ * 2 > entries_.size()) grow();
}

bool WordSet::contains(const JoinedWords& all, std::string_view word) const {
    return !entries_.empty() && entries_[slotOf(all, word, keyOf(word))].length != 0;
}

void WordSet::grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    const std::size_t last = entries_.size() - 1;
    const int shift = 64 - std::countr_one(last);
    for (const Entry& entry : old) {
        if (entry.length == 0) continue;
        std::size_t slot = entry.key * factor_ >> shift;
        while (entries_[slot].length != 0) slot = (slot + 1) & last;
        entries_[slot] = entry;
    }
}

} // namespace core::format::mail
