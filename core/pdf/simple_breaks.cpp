// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/simple_breaks.h"

#include <array>
#include <cstdint>

namespace core::pdf {
namespace {

// After UAX #14, for the signs that are met most. Dash: the hyphen and the en dash. Infix: . , : ;
// Exclamation: ! ?
enum class Kind : std::uint8_t {
    Other,
    Letter,
    Digit,
    Blank,
    Infix,
    Exclamation,
    Open,
    Close,
    Quote,
    Dash,
    Slash
};

constexpr std::array<Kind, 128> makeAscii() {
    std::array<Kind, 128> kinds{};
    for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::Letter;
    for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::Letter;
    for (char c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::Digit;
    for (const char c : {'@', '&', '*', '=', '_', '#', '~', '^'})
        kinds[static_cast<std::size_t>(c)] = Kind::Letter;
    for (const char c : {'.', ',', ':', ';'}) kinds[static_cast<std::size_t>(c)] = Kind::Infix;
    for (const char c : {'!', '?'}) kinds[static_cast<std::size_t>(c)] = Kind::Exclamation;
    for (const char c : {'"', '\''}) kinds[static_cast<std::size_t>(c)] = Kind::Quote;
    kinds[' '] = Kind::Blank;
    kinds['('] = Kind::Open;
    kinds[')'] = Kind::Close;
    kinds['-'] = Kind::Dash;
    kinds['/'] = Kind::Slash;
    return kinds;
}
constexpr std::array<Kind, 128> kAscii = makeAscii();

Kind kindOf(char16_t c) {
    if (c < 128) return kAscii[c];
    const bool isLatin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    const bool isGreek = (c >= 0x386 && c <= 0x3CE && c != 0x387) || (c >= 0x370 && c <= 0x373);
    const bool isCyrillic = (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x52F);
    if (isLatin || isGreek || isCyrillic) return Kind::Letter;
    if (c == 0xAB || c == 0xBB) return Kind::Quote;
    if (c == 0x2013) return Kind::Dash;
    return Kind::Other;
}

enum class Answer : std::uint8_t { No, Break, Unknown };

bool isWord(Kind kind) { return kind == Kind::Letter || kind == Kind::Digit; }

// Two signs beside each other, neither a blank; `before` stands before both.
Answer between(Kind before, Kind left, Kind right) {
    switch (left) {
    case Kind::Letter:
    case Kind::Digit:
    case Kind::Close:
        if (left == Kind::Close && (right == Kind::Open || right == Kind::Dash)) return Answer::Unknown;
        return Answer::No;
    case Kind::Infix:
        if (right == Kind::Digit && before == Kind::Digit) return Answer::No;
        if (right == Kind::Digit || right == Kind::Open || right == Kind::Dash) return Answer::Unknown;
        return Answer::No;
    case Kind::Exclamation:
        if (isWord(right) || right == Kind::Open || right == Kind::Dash) return Answer::Unknown;
        return Answer::No;
    case Kind::Open:
        return Answer::No;
    case Kind::Quote:
        return right == Kind::Dash ? Answer::Unknown : Answer::No;
    case Kind::Slash:
        if (!isWord(before)) return Answer::Unknown;
        if (right == Kind::Digit) return before == Kind::Digit ? Answer::No : Answer::Break;
        return right == Kind::Letter ? Answer::Break : Answer::Unknown;
    default:
        return Answer::Unknown;
    }
}

// A hyphen inside a word; a dash that stands alone between blanks.
Answer afterDash(char16_t dash, Kind before, Kind right) {
    if (dash != '-' || !isWord(before)) return Answer::Unknown;
    if (right == Kind::Letter) return Answer::Break;
    return right == Kind::Digit ? Answer::No : Answer::Unknown;
}

// What begins after blanks.
Answer afterBlank(Kind beforeBlanks, Kind right) {
    switch (right) {
    case Kind::Letter:
    case Kind::Digit:
    case Kind::Quote:
    case Kind::Dash:
        return beforeBlanks == Kind::Open ? Answer::Unknown : Answer::Break;
    case Kind::Open:
        return beforeBlanks == Kind::Open || beforeBlanks == Kind::Quote ? Answer::Unknown : Answer::Break;
    default:
        return Answer::Unknown;
    }
}

} // namespace

bool simpleBreaks(std::u16string_view text, std::size_t begin, std::size_t end,
                  std::vector<std::size_t>& out) {
    const std::size_t first = out.size();
    Kind before = Kind::Blank, left = Kind::Blank, beforeBlanks = Kind::Letter;
    for (std::size_t i = begin; i < end; ++i) {
        const Kind right = kindOf(text[i]);
        if (right == Kind::Letter && left == Kind::Letter) { // most of it
            before = left;
            continue;
        }
        Answer answer = right == Kind::Other ? Answer::Unknown : Answer::No;
        if (answer == Answer::No && i > begin && right != Kind::Blank) {
            if (left == Kind::Blank)
                answer = afterBlank(beforeBlanks, right);
            else if (left == Kind::Dash)
                answer = afterDash(text[i - 1], before, right);
            else
                answer = between(before, left, right);
        }
        if (answer == Answer::Unknown) {
            out.resize(first);
            return false;
        }
        if (answer == Answer::Break) out.push_back(i);
        if (right == Kind::Blank && left != Kind::Blank) beforeBlanks = left;
        before = left;
        left = right;
    }
    if (end > begin) out.push_back(end);
    return true;
}

} // namespace core::pdf
