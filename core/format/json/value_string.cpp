// SPDX-License-Identifier: GPL-3.0-or-later
// The strings of the parser: escapes, right and wrong ones, and bytes that are no UTF-8.
#include "core/base/utf8.h"
#include "core/format/json/value_parser.h"

#include <algorithm>

namespace core::format::json {

namespace {

bool isHighHalf(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool isLowHalf(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

} // namespace

Outcome ValueParser::string(std::string& out, bool& repaired) {
    input_.skip();
    inString_ = true;
    high_ = 0;
    const Outcome outcome = stringBody(out, repaired);
    if (outcome != Outcome::Whole) return outcome;
    inString_ = false;
    std::size_t replaced = 0;
    if (!base::isValidUtf8(out)) out = base::repairUtf8(out, &replaced);
    repaired = repaired || replaced > 0;
    return outcome;
}

Outcome ValueParser::stringBody(std::string& out, bool& repaired) {
    const auto flushHigh = [&] {
        if (high_ == 0) return;
        base::appendUtf8(out, base::kReplacement);
        repaired = true;
        high_ = 0;
    };
    for (;;) {
        const int c = input_.peek();
        if (c == Input::kEnd) return Outcome::Cut;
        if (c == '\\') {
            const Outcome outcome = escape(out, repaired);
            if (outcome != Outcome::Whole) return outcome;
            if (tooLarge()) return Outcome::TooLarge;
            continue;
        }
        flushHigh();
        if (c == '"') {
            input_.skip();
            return Outcome::Whole;
        }
        if (c == '\n' && oneLine_) return Outcome::Bad;
        const std::string_view window = input_.window();
        const std::size_t stop = window.find_first_of(oneLine_ ? "\"\\\n" : "\"\\");
        const std::string_view plain = window.substr(0, stop);
        out += plain;
        input_.skip(plain.size());
        if (tooLarge()) return Outcome::TooLarge;
    }
}

// From the backslash on. A first half of a pair is kept until the next character is known.
Outcome ValueParser::escape(std::string& out, bool& repaired) {
    input_.skip();
    const int c = input_.peek();
    if (c == Input::kEnd) return Outcome::Cut;
    if (c == 'u') return unicode(out, repaired);
    if (high_ != 0) {
        base::appendUtf8(out, base::kReplacement);
        repaired = true;
        high_ = 0;
    }
    if (c == '\n' && oneLine_) return Outcome::Bad;
    input_.skip();
    if (c == 'x') { // how one messenger writes control characters
        char32_t code = 0;
        bool isHex = false;
        const Outcome outcome = hex(2, code, isHex);
        if (outcome != Outcome::Whole) return outcome;
        base::appendUtf8(out, isHex ? code : base::kReplacement);
        repaired = repaired || !isHex;
        return Outcome::Whole;
    }
    constexpr std::string_view kLetters = "bfnrt";
    constexpr std::string_view kMeanings = "\b\f\n\r\t";
    const std::size_t at = kLetters.find(static_cast<char>(c));
    if (at != std::string_view::npos) {
        out += kMeanings[at];
    } else {
        repaired = repaired || (c != '"' && c != '\\' && c != '/');
        out += static_cast<char>(c);
    }
    return Outcome::Whole;
}

Outcome ValueParser::unicode(std::string& out, bool& repaired) {
    input_.skip();
    char32_t code = 0;
    bool isHex = false;
    const Outcome outcome = hex(4, code, isHex);
    if (outcome != Outcome::Whole) return outcome;
    if (high_ != 0) {
        const char32_t high = high_;
        high_ = 0;
        if (isHex && isLowHalf(code)) {
            base::appendUtf8(out, 0x10000 + ((high - 0xD800) << 10U) + (code - 0xDC00));
            return Outcome::Whole;
        }
        base::appendUtf8(out, base::kReplacement);
        repaired = true;
    }
    if (isHex && isHighHalf(code)) {
        high_ = code;
        return Outcome::Whole;
    }
    if (!isHex || isLowHalf(code)) {
        code = base::kReplacement;
        repaired = true;
    }
    base::appendUtf8(out, code);
    return Outcome::Whole;
}

// What is no digit is left where it stands, so that a string always ends at its own quote.
Outcome ValueParser::hex(int digits, char32_t& out, bool& isHex) {
    isHex = false;
    for (; digits > 0; --digits) {
        const int c = input_.peek();
        if (c == Input::kEnd) return Outcome::Cut;
        const int low = c | 0x20;
        int digit = 0;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (low >= 'a' && low <= 'f')
            digit = low - 'a' + 10;
        else
            return Outcome::Whole;
        out = out << 4U | static_cast<char32_t>(digit);
        input_.skip();
    }
    isHex = true;
    return Outcome::Whole;
}

} // namespace core::format::json
