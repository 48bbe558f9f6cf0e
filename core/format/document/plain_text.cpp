// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/plain_text.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace core::format::document {

namespace {

enum class Charset { Utf8, Utf16Le, Utf16Be, Windows };

// Letters of Western languages have a zero in every other byte. 0 for none, 'L' or 'B' for the order.
char zerosOf(std::string_view bytes) {
    const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < looked; i += 2) {
        even += bytes[i] == '\0' ? 1 : 0;
        odd += bytes[i + 1] == '\0' ? 1 : 0;
    }
    if (looked < 8) return '\0';
    if (odd * 10 > looked / 2 * 8 && even == 0) return 'L';
    return even * 10 > looked / 2 * 8 && odd == 0 ? 'B' : '\0';
}

// A head is cut anywhere: up to three bytes of a last character may be missing.
bool isUtf8Head(std::string_view head) {
    for (int missing = 0; missing < 4 && !head.empty(); ++missing, head.remove_suffix(1))
        if (base::isValidUtf8(head)) return true;
    return head.empty();
}

Charset charsetOf(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return Charset::Utf8;
    if (bytes.starts_with("\xFF\xFE")) return Charset::Utf16Le;
    if (bytes.starts_with("\xFE\xFF")) return Charset::Utf16Be;
    const char zeros = zerosOf(bytes);
    if (zeros != '\0') return zeros == 'L' ? Charset::Utf16Le : Charset::Utf16Be;
    return isUtf8Head(bytes) ? Charset::Utf8 : Charset::Windows;
}

std::string toUtf8(std::string_view bytes, Charset charset, std::size_t& replaced) {
    if (charset == Charset::Utf8) return base::repairUtf8(bytes, &replaced);
    const char* name = charset == Charset::Utf16Le   ? "UTF-16LE"
                       : charset == Charset::Utf16Be ? "UTF-16BE"
                                                     : "windows-1252";
    return base::fromCharset(bytes, name, &replaced).value_or("");
}

bool isControl(char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f'; }

} // namespace

bool looksLikeText(std::string_view head) {
    const Charset charset = charsetOf(head);
    // The same in these charsets; nearly all that is no text ends here, before it is decoded at some cost.
    const bool isBytewise = charset == Charset::Utf8 || charset == Charset::Windows;
    if (isBytewise && std::any_of(head.begin(), head.end(), isControl)) return false;
    std::size_t replaced = 0;
    const std::string text = toUtf8(head, charset, replaced);
    const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == std::string::npos || std::any_of(text.begin(), text.end(), isControl)) return false;
    // Another's format, of which nobody knows what it means.
    if (std::string_view("<{[").find(text[begin]) != std::string_view::npos) return false;
    // Any bytes are windows-1252; a text has few that are no letters of it.
    const auto high = static_cast<std::size_t>(
        std::count_if(head.begin(), head.end(), [](char c) { return (c & 0x80) != 0; }));
    if (charset == Charset::Windows) return high * 4 < head.size() && replaced == 0;
    return replaced * 100 <= text.size() + 300;
}

Content readPlainText(std::string_view bytes) {
    constexpr std::size_t mostRead = 4 * kMostText; // UTF-16 takes more
    Content content;
    const Charset charset = charsetOf(bytes);
    if (bytes.size() > mostRead) {
        bytes = bytes.substr(0, mostRead);
        content.isCut = true;
    }
    std::string text = toUtf8(bytes, charset, content.replaced);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') continue;
        const bool isBreak = text[i] == '\r' || text[i] == '\f';
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        lines += isBreak ? '\n' : text[i];
    }
    addText(content, lines);
    return content;
}

} // namespace core::format::document
