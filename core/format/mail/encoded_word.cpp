// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/encoded_word.h"

#include "core/base/transfer_decoder.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <optional>

namespace core::format::mail {

namespace {

std::string decodeQ(std::string_view text) {
    std::string out(text.size(), '\0');
    char* to = out.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '=' ? hexByteAfter(text, i) : -1;
        *to++ = byte >= 0 ? static_cast<char>(byte) : text[i] == '_' ? ' ' : text[i];
        if (byte >= 0) i += 2;
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out;
}

constexpr std::size_t kLongestCharset = 80;
constexpr std::size_t kLongestWord = 8192; // bytes; 75 is allowed, whole subjects in one word happen

struct Shape {
    std::string_view charset;
    char encoding = 'q';
    std::string_view text;
    std::size_t length = 0;
};

// =?charset*language?B?text?=
std::optional<Shape> shapeOf(std::string_view s) {
    if (s.size() < 2 || s[0] != '=' || s[1] != '?') return std::nullopt;
    std::size_t mark = 2;
    std::size_t star = 0; // before the language
    for (; mark < s.size() && mark <= kLongestCharset && s[mark] != '?'; ++mark) {
        if (s[mark] == ' ' || s[mark] == '\t') return std::nullopt;
        if (s[mark] == '*' && star == 0) star = mark;
    }
    if (mark + 2 >= s.size() || mark > kLongestCharset || s[mark + 2] != '?') return std::nullopt;
    Shape shape;
    shape.charset = s.substr(2, (star == 0 ? mark : star) - 2);
    shape.encoding = lowerChar(s[mark + 1]);
    if (shape.encoding != 'q' && shape.encoding != 'b') return std::nullopt;
    const std::string_view text = s.substr(mark + 3, kLongestWord);
    for (std::size_t end = text.find('?'); end != std::string_view::npos; end = text.find('?', end + 1)) {
        if (end + 1 == text.size() || text[end + 1] != '=') continue;
        shape.text = text.substr(0, end);
        shape.length = mark + 3 + end + 2;
        return shape;
    }
    return std::nullopt;
}

bool isPlainAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

void appendText(std::string& out, std::string_view raw, const std::string& charset) {
    std::string text = readableText(raw, charset);
    std::replace_if(text.begin(), text.end(), isControl, ' ');
    out += text;
}

void appendText(std::string& out, std::string_view raw) {
    if (isPlainAscii(raw))
        out += raw;
    else
        appendText(out, raw, {});
}

bool isBlankOnly(std::string_view s) { return s.find_first_not_of(" \t\r\n") == std::string_view::npos; }

} // namespace

std::size_t encodedWordLength(std::string_view text) {
    const auto shape = shapeOf(text);
    return shape ? shape->length : 0;
}

std::string decodeHeaderText(std::string_view raw) {
    if (raw.find('?') == std::string_view::npos && isPlainAscii(raw)) return std::string(raw);
    std::string out;
    std::string charset;
    std::string bytes; // of the words gathered so far, all in `charset`
    const auto flush = [&] {
        if (bytes.empty()) return;
        appendText(out, bytes, charset);
        bytes.clear();
    };
    std::size_t plain = 0; // start of the text not yet written
    bool afterWord = false;
    for (std::size_t i = raw.find("=?"); i != std::string_view::npos; i = raw.find("=?", i)) {
        const auto shape = shapeOf(raw.substr(i));
        if (!shape) {
            i += 2;
            continue;
        }
        const std::string_view between = raw.substr(plain, i - plain);
        if (!afterWord || !isBlankOnly(between)) { // blanks between two words are not text
            flush();
            appendText(out, between);
        }
        const std::string name = toLower(shape->charset);
        if (name != charset) flush();
        charset = name;
        bytes += shape->encoding == 'q' ? decodeQ(shape->text)
                                        : base::decodeTransfer(base::TransferEncoding::Base64, shape->text);
        afterWord = true;
        i += shape->length;
        plain = i;
    }
    flush();
    appendText(out, raw.substr(plain));
    return out;
}

} // namespace core::format::mail
