// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/attribute_text.h"

#include "core/base/eight_bytes.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <optional>

namespace core::format::sms {

namespace {

constexpr std::size_t kLongestReference = 32; // with leading zeros to spare
constexpr std::uint32_t kNoCharacter = 0xFFFFFFFF;

bool isPlainByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '&';
}

std::size_t plainLength(std::string_view raw) {
    std::size_t n = 0;
    for (; n + 8 <= raw.size(); n += 8) {
        const auto eight = base::EightBytes::at(raw.data() + n);
        if ((eight.areHigh() | eight.areControls() | eight.are('&')) != 0) break;
    }
    while (n < raw.size() && isPlainByte(raw[n])) ++n;
    return n;
}

// The value of "#55357" or "#xD83D"; kNoCharacter for digits beyond Unicode; none where it is no number.
std::optional<std::uint32_t> numberOf(std::string_view digits) {
    digits.remove_prefix(1);
    const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hex) digits.remove_prefix(1);
    if (digits.empty()) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : digits) {
        std::uint32_t digit = 99;
        if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
        if (hex && c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
        if (hex && c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A' + 10);
        if (digit == 99) return std::nullopt;
        value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
    }
    return value >= 0x110000 ? kNoCharacter : value;
}

std::optional<std::uint32_t> entityOf(std::string_view name) {
    if (name == "amp") return '&';
    if (name == "lt") return '<';
    if (name == "gt") return '>';
    if (name == "quot") return '"';
    if (name == "apos") return '\'';
    return std::nullopt;
}

// XML 1.0 production 2, https://www.w3.org/TR/xml/#charsets
bool isXmlCharacter(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Raw surrogate halves as three bytes each (CESU-8), which some writers leave behind.
std::uint32_t cesuHalf(std::string_view text, std::size_t i) {
    if (i + 3 > text.size() || static_cast<unsigned char>(text[i]) != 0xED) return 0;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF) return 0;
    return 0xD000U | (second & 0x3FU) << 6 | (third & 0x3FU);
}

} // namespace

void AttributeText::start(const std::string& charset, std::size_t limit) {
    text_.clear();
    limit_ = limit;
    charset_ = charset.empty() ? nullptr : &charset;
    high_ = 0;
    afterCr_ = hasHighBytes_ = isCut_ = false;
    invalid_ = 0;
}

std::size_t AttributeText::feed(std::string_view raw, bool last) {
    std::size_t i = 0;
    while (i < raw.size()) {
        if (text_.size() > limit_) {
            isCut_ = true;
            return raw.size();
        }
        const std::size_t plain = plainLength(raw.substr(i));
        if (plain > 0) {
            run(raw.substr(i, plain));
            i += plain;
            continue;
        }
        const char c = raw[i];
        if (c == '&') {
            const std::size_t used = reference(raw.substr(i), last);
            if (used == 0) return i;
            i += used;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            std::size_t end = i + 1;
            while (end < raw.size() && static_cast<unsigned char>(raw[end]) >= 0x80) ++end;
            run(raw.substr(i, end - i));
            i = end;
        } else {
            blank(c);
            ++i;
        }
    }
    return raw.size();
}

void AttributeText::run(std::string_view plain) {
    dropHigh();
    afterCr_ = false;
    const bool high = static_cast<unsigned char>(plain.front()) >= 0x80;
    if (high && charset_ != nullptr) {
        std::size_t replaced = 0;
        text_ += base::fromCharset(plain, *charset_, &replaced).value_or(std::string());
        invalid_ += replaced;
    } else {
        hasHighBytes_ = hasHighBytes_ || high;
        text_ += plain;
    }
}

void AttributeText::blank(char c) {
    dropHigh();
    const bool second = c == '\n' && afterCr_;
    afterCr_ = c == '\r';
    if (second) return;
    if (c == '\n' || c == '\r' || c == '\t')
        text_ += ' ';
    else
        replace();
}

std::size_t AttributeText::reference(std::string_view raw, bool last) {
    afterCr_ = false;
    const std::size_t end = raw.substr(0, kLongestReference).find(';');
    if (end == std::string_view::npos && raw.size() < kLongestReference && !last) return 0;
    std::optional<std::uint32_t> value;
    if (end != std::string_view::npos && end > 1) {
        const std::string_view name = raw.substr(1, end - 1);
        value = name[0] == '#' ? numberOf(name) : entityOf(name);
    }
    if (!value) { // a lone ampersand, or an entity of a DTD: kept as written
        dropHigh();
        text_ += '&';
        return 1;
    }
    codeUnit(*value);
    return end + 1;
}

void AttributeText::codeUnit(std::uint32_t value) {
    const bool isLow = value >= 0xDC00 && value <= 0xDFFF;
    if (isLow && high_ != 0) {
        base::appendUtf8(text_, 0x10000 + ((high_ - 0xD800) << 10) + (value - 0xDC00));
        high_ = 0;
        return;
    }
    dropHigh();
    if (value >= 0xD800 && value <= 0xDBFF)
        high_ = value;
    else if (isXmlCharacter(value))
        base::appendUtf8(text_, value);
    else
        replace();
}

void AttributeText::dropHigh() {
    if (high_ == 0) return;
    high_ = 0;
    replace();
}

void AttributeText::replace() {
    ++invalid_;
    base::appendUtf8(text_, base::kReplacement);
}

void AttributeText::finish() {
    dropHigh();
    if (text_.size() > limit_) {
        isCut_ = true;
        text_.resize(limit_);
        // Not in the middle of a character.
        while (!text_.empty() && (static_cast<unsigned char>(text_.back()) & 0xC0) == 0x80) text_.pop_back();
        if (!text_.empty() && static_cast<unsigned char>(text_.back()) >= 0xC0) text_.pop_back();
    }
    if (hasHighBytes_ && !base::isValidUtf8(text_)) repair();
}

void AttributeText::repair() {
    std::string joined;
    joined.reserve(text_.size());
    for (std::size_t i = 0; i < text_.size();) {
        const std::uint32_t high = cesuHalf(text_, i);
        const std::uint32_t low = high >= 0xD800 && high <= 0xDBFF ? cesuHalf(text_, i + 3) : 0;
        if (low >= 0xDC00) {
            base::appendUtf8(joined, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            i += 6;
        } else if (high != 0) {
            base::appendUtf8(joined, base::kReplacement);
            ++invalid_;
            i += 3;
        } else {
            joined += text_[i++];
        }
    }
    std::size_t replaced = 0;
    text_ = base::repairUtf8(joined, &replaced);
    invalid_ += replaced;
}

} // namespace core::format::sms
