// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_tokens.h"

#include "core/base/ascii.h"

#include <charconv>

namespace core::pdf {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool isDelimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

} // namespace

std::string ForeignTokens::literalString() {
    std::string out;
    for (int depth = 1; at_ < bytes_.size();) {
        const char c = bytes_[at_++];
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) break;
        if (c != '\\' || at_ >= bytes_.size()) {
            out += c;
            continue;
        }
        const char escaped = bytes_[at_++];
        constexpr std::string_view kFrom = "nrtbf", kTo = "\n\r\t\b\f";
        if (const std::size_t known = kFrom.find(escaped); known != std::string_view::npos) {
            out += kTo[known];
        } else if (escaped >= '0' && escaped <= '7') {
            int value = escaped - '0';
            for (int i = 0; i < 2 && at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '7'; ++i)
                value = value * 8 + (bytes_[at_++] - '0');
            out += static_cast<char>(value & 0xFF);
        } else if (escaped == '\r') {
            if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
        } else if (escaped != '\n') {
            out += escaped;
        }
    }
    return out;
}

std::string ForeignTokens::hexString() {
    std::string out;
    int half = -1;
    while (at_ < bytes_.size() && bytes_[at_] != '>') {
        const int value = base::hexDigit(bytes_[at_++]);
        if (value < 0) continue;
        if (half < 0) {
            half = value;
        } else {
            out += static_cast<char>(half * 16 + value);
            half = -1;
        }
    }
    if (half >= 0) out += static_cast<char>(half * 16);
    if (at_ < bytes_.size()) ++at_;
    return out;
}

ForeignToken ForeignTokens::next() {
    using Kind = ForeignToken::Kind;
    while (at_ < bytes_.size() && (isBlank(bytes_[at_]) || bytes_[at_] == '%'))
        if (bytes_[at_++] == '%')
            while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    if (at_ >= bytes_.size()) return {};
    const char c = bytes_[at_];
    if (c == '(') {
        ++at_;
        return {Kind::String, literalString()};
    }
    if (c == '<' && bytes_.substr(at_, 2) != "<<") {
        ++at_;
        return {Kind::String, hexString()};
    }
    const std::size_t begin = at_++;
    if (c != '/' && isDelimiter(c)) {
        if ((c == '<' || c == '>') && at_ < bytes_.size() && bytes_[at_] == c) ++at_;
        return {Kind::Word, std::string(bytes_.substr(begin, at_ - begin))};
    }
    while (at_ < bytes_.size() && !isBlank(bytes_[at_]) && !isDelimiter(bytes_[at_])) ++at_;
    const std::string_view word = bytes_.substr(begin, at_ - begin);
    if (c == '/') return {Kind::Name, std::string(word)};
    ForeignToken token{Kind::Word, std::string(word)};
    const std::string_view digits = word.front() == '+' ? word.substr(1) : word;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), token.number);
    if (error == std::errc() && end == digits.data() + digits.size()) token.kind = Kind::Number;
    return token;
}

void ForeignTokens::skipInlinePicture() {
    for (; at_ + 3 <= bytes_.size(); ++at_) {
        const bool ends = isBlank(bytes_[at_]) && bytes_.substr(at_ + 1, 2) == "EI" &&
                          (at_ + 3 == bytes_.size() || isBlank(bytes_[at_ + 3]));
        if (!ends) continue;
        at_ += 3;
        return;
    }
    at_ = bytes_.size();
}

} // namespace core::pdf
