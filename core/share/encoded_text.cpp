// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/encoded_text.h"

#include "core/base/ascii.h"
#include "core/base/transfer_decoder.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::share {

namespace {

using base::TransferEncoding;

bool isBase64(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '/' || c == '=';
}

struct Named {
    std::string_view name;
    std::string_view text;
};
// The letters of Danish and its neighbours, and what may stand between letters.
constexpr std::array kNamed{
    Named{"aelig", "æ"}, Named{"AElig", "Æ"}, Named{"oslash", "ø"}, Named{"Oslash", "Ø"}, Named{"aring", "å"},
    Named{"Aring", "Å"}, Named{"auml", "ä"},  Named{"Auml", "Ä"},   Named{"ouml", "ö"},   Named{"Ouml", "Ö"},
    Named{"uuml", "ü"},  Named{"Uuml", "Ü"},  Named{"eacute", "é"}, Named{"Eacute", "É"}, Named{"nbsp", " "},
    Named{"shy", ""},    Named{"amp", "&"},
};

// The text of "aelig", "#230", "#xE6"; false for anything else.
bool appendReference(std::string_view name, std::string& out) {
    for (const Named& named : kNamed) {
        if (name != named.name) continue;
        out += named.text;
        return true;
    }
    if (name.size() < 2 || name[0] != '#') return false;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    unsigned value = 0;
    const char* end = name.data() + name.size();
    const auto [at, error] = std::from_chars(name.data() + (hex ? 2 : 1), end, value, hex ? 16 : 10);
    if (error != std::errc() || at != end || value == 0 || value > 0x10FFFF) return false;
    base::appendUtf8(out, value);
    return true;
}

void appendBlock(std::string_view block, bool cut, std::string& out) {
    constexpr std::size_t kShortest = 8;
    if (block.size() < kShortest) return;
    // Where the beginning is cut off, nobody knows which of four characters is the first of its group.
    for (std::size_t skip = 0; skip < (cut ? 4U : 1U); ++skip)
        out += base::decodeTransfer(TransferEncoding::Base64, block.substr(skip)) + '\n';
}

// "=?utf-8?Q?L=C3=A6rke?=" (RFC 2047); empty `charset` for anything else.
struct EncodedWord {
    std::string charset, bytes;
    std::size_t length = 0;
};

EncodedWord wordAt(std::string_view text) {
    constexpr std::size_t kLongestCharset = 40;
    EncodedWord word;
    const std::size_t charset = text.find('?', 2);
    if (charset == std::string_view::npos || charset > kLongestCharset || charset + 2 >= text.size() ||
        text[charset + 2] != '?')
        return word;
    const char kind = text[charset + 1];
    const std::size_t end = text.find('?', charset + 3);
    const bool isBase64Word = kind == 'B' || kind == 'b';
    if (end == std::string_view::npos || (!isBase64Word && kind != 'Q' && kind != 'q')) return word;
    std::string coded(text.substr(charset + 3, end - charset - 3));
    if (!isBase64Word) std::replace(coded.begin(), coded.end(), '_', ' ');
    word.bytes = base::decodeTransfer(
        isBase64Word ? TransferEncoding::Base64 : TransferEncoding::QuotedPrintable, coded);
    const std::string_view name = text.substr(2, charset - 2);
    word.charset = name.substr(0, name.find('*')); // a language may follow (RFC 2231)
    word.length = end + (text.substr(end, 2) == "?=" ? 2 : 1);
    return word;
}

} // namespace

std::string unquotedText(std::string_view text) {
    if (text.find('=') == std::string_view::npos) return {};
    return base::decodeTransfer(TransferEncoding::QuotedPrintable, text);
}

std::string base64Text(std::string_view text) {
    std::string out;
    std::string block;
    bool cut = true; // the first line may be the rest of one
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && std::all_of(line.begin(), line.end(), isBase64)) {
            block += line;
        } else {
            appendBlock(block, cut, out);
            block.clear();
            cut = false;
        }
        at = end + 1;
    }
    appendBlock(block, cut, out);
    return out;
}

// Words that only blanks part are one text, and a character may be cut between them: their bytes are joined
// before the charset is looked at.
std::string decodedWords(std::string_view text) {
    std::string out, bytes, charset;
    const auto flush = [&] {
        out += base::fromCharset(bytes, charset).value_or(bytes);
        bytes.clear();
        charset.clear();
    };
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find("=?", at), text.size());
        const std::string_view between = text.substr(at, sign - at);
        if (charset.empty() || between.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            flush();
            out += between;
        }
        if (sign == text.size()) break;
        EncodedWord word = wordAt(text.substr(sign));
        any = any || !word.charset.empty();
        if (word.charset != charset || word.charset.empty()) flush();
        if (word.charset.empty()) out += "=?";
        bytes += word.bytes;
        charset = word.charset;
        at = sign + (word.charset.empty() ? 2 : word.length);
    }
    flush();
    return any ? out : std::string();
}

std::string withoutEscapes(std::string_view text, bool asBytes) {
    constexpr std::size_t kLength = 6; // of \u00e6
    std::string out;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find('\\', at), text.size());
        out.append(text.substr(at, sign - at));
        if (sign + 1 >= text.size()) break;
        const char letter = text[sign + 1];
        char32_t value = 0;
        bool known = letter == 'u' && sign + kLength <= text.size();
        for (std::size_t i = 2; known && i < kLength; ++i) {
            const int digit = base::hexDigit(text[sign + i]);
            known = digit >= 0;
            value = value << 4U | static_cast<char32_t>(std::max(digit, 0));
        }
        any = any || known;
        if (known && asBytes && value <= 0xFF)
            out += static_cast<char>(static_cast<unsigned char>(value));
        else if (known)
            base::appendUtf8(out, value);
        else
            out += letter == 'n' || letter == 'r' || letter == 't' ? ' ' : letter;
        at = sign + (known ? kLength : 2);
    }
    return any ? out : std::string();
}

std::string withoutPercents(std::string_view text) {
    std::string out;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find('%', at), text.size());
        out.append(text.substr(at, sign - at));
        if (sign == text.size()) break;
        const int high = sign + 1 < text.size() ? base::hexDigit(text[sign + 1]) : -1;
        const int low = sign + 2 < text.size() ? base::hexDigit(text[sign + 2]) : -1;
        const bool known = high >= 0 && low >= 0;
        any = any || known;
        out += known ? static_cast<char>(high << 4 | low) : '%';
        at = sign + (known ? 3 : 1);
    }
    if (!any) return {};
    std::replace(out.begin(), out.end(), '+', ' '); // of a form (application/x-www-form-urlencoded)
    return out;
}

std::string withoutReferences(std::string_view text) {
    constexpr std::size_t kLongest = 8; // of a name
    std::string out;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find('&', at), text.size());
        out.append(text.substr(at, sign - at));
        if (sign == text.size()) break;
        const std::size_t end = text.substr(sign, kLongest + 2).find(';');
        const bool known =
            end != std::string_view::npos && appendReference(text.substr(sign + 1, end - 1), out);
        any = any || known;
        if (!known) out += '&';
        at = known ? sign + end + 1 : sign + 1;
    }
    return any ? out : std::string();
}

} // namespace core::share
