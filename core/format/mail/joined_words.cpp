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

constexpr char kMark = '\0';
constexpr char kOther = '\x7F'; // beyond ASCII

// ASCII letters and digits in lower case.
constexpr std::array<char, 256> makeLetters() {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        table[i] = i >= 0x80 ? kOther : isLetter(c) || isDigit(c) ? lowerChar(c) : kMark;
    }
    return table;
}
constexpr auto kLetters = makeLetters();

char letterOf(char c) { return kLetters[static_cast<unsigned char>(c)]; }

// Takes a byte beyond ASCII, with Latin letters in one case, as far as mail programs change it.
char* putOther(char* out, const char*& in, const char* end) {
    const bool isLatin = *in == '\xC3' && in + 1 < end;
    *out++ = *in++;
    if (!isLatin) return out;
    const auto c = static_cast<unsigned char>(*in++);
    *out++ = static_cast<char>(c >= 0x80 && c <= 0x9E && c != 0x97 ? c + 0x20 : c);
    return out;
}

bool isMarkAt(const char* in, const char* end) {
    return markLength({in, static_cast<std::size_t>(end - in)}) > 0;
}

char* putWord(char* out, const char*& in, const char* end) {
    while (in < end) {
        const char letter = letterOf(*in);
        if (letter == kMark || (letter == kOther && isMarkAt(in, end))) break;
        if (letter == kOther) {
            out = putOther(out, in, end);
        } else {
            *out++ = letter;
            ++in;
        }
    }
    return out;
}

constexpr std::size_t kBytesAWord = 5;
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

void JoinedWords::add(std::string_view text) {
    const std::size_t before = letters.size();
    letters.resize(before + text.size()); // no letter grows
    begins.reserve(begins.size() + text.size() / kBytesAWord);
    char* out = letters.data() + before;
    const char* in = text.data();
    const char* const end = in + text.size();
    while (in < end) {
        const char letter = letterOf(*in);
        const std::size_t gap = letter == kMark    ? 1
                                : letter == kOther ? markLength({in, static_cast<std::size_t>(end - in)})
                                                   : 0;
        if (gap > 0) {
            in += gap;
            continue;
        }
        begins.push_back(static_cast<std::size_t>(out - letters.data()));
        out = putWord(out, in, end);
    }
    letters.resize(static_cast<std::size_t>(out - letters.data()));
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

WordSet::WordSet() : entries_(kFirstEntries) {
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

void WordSet::add(const JoinedWords& all, std::size_t index) {
    const std::string_view word = all.word(index);
    const std::uint64_t key = keyOf(word);
    Entry& entry = entries_[slotOf(all, word, key)];
    if (entry.length != 0) return;
    entry = {key, index, word.size()};
    if (++taken_ * 2 > entries_.size()) grow();
}

bool WordSet::contains(const JoinedWords& all, std::string_view word) const {
    return entries_[slotOf(all, word, keyOf(word))].length != 0;
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
