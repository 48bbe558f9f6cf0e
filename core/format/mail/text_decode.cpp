// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/text_decode.h"

#include "core/base/eight_bytes.h"
#include "core/base/utf8.h"
#include "core/format/mail/ascii.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace core::format::mail {

namespace {

using base::EightBytes;

// Number of ASCII bytes from `pos` on, eight at a time.
std::size_t asciiRun(std::string_view s, std::size_t pos) {
    std::size_t i = pos;
    for (; i + 8 <= s.size(); i += 8)
        if (const std::uint64_t highs = EightBytes::at(s.data() + i).areHigh())
            return i + EightBytes::before(highs) - pos;
    while (i < s.size() && static_cast<unsigned char>(s[i]) < 0x80) ++i;
    return i - pos;
}

// Number of bytes beyond ASCII.
std::size_t highBytes(std::string_view s) {
    std::size_t count = 0;
    std::size_t i = 0;
    for (; i + 8 <= s.size(); i += 8) count += EightBytes::count(EightBytes::at(s.data() + i).areHigh());
    for (; i < s.size(); ++i) count += static_cast<unsigned char>(s[i]) >> 7U;
    return count;
}

// The UTF-8 of one byte.
struct Letter {
    std::array<char, 4> bytes{};
    std::uint8_t size = 0;
};

const std::array<Letter, 128>& windows1252() {
    static const auto table = [] {
        std::array<Letter, 128> t;
        for (std::size_t i = 0; i < t.size(); ++i) {
            const char byte = static_cast<char>(0x80 + i);
            const std::string text = base::fromCharset({&byte, 1}, "windows-1252").value_or("\xEF\xBF\xBD");
            t[i].size = static_cast<std::uint8_t>(text.copy(t[i].bytes.data(), t[i].bytes.size()));
        }
        return t;
    }();
    return table;
}

// Every byte beyond ASCII is windows-1252.
std::string fromWindows1252(std::string_view s) {
    const std::size_t high = highBytes(s);
    if (high == 0) return std::string(s);
    const std::array<Letter, 128>& latin = windows1252();
    constexpr std::size_t step = 8; // written at once, of which some may be slack
    std::string out(s.size() + high * (sizeof(Letter::bytes) - 1) + step, '\0');
    char* to = out.data();
    for (std::size_t i = 0; i < s.size();) {
        std::size_t ascii = 0;
        if (i + step <= s.size()) {
            const auto eight = EightBytes::at(s.data() + i);
            eight.write(to);
            ascii = EightBytes::before(eight.areHigh());
        } else if (static_cast<unsigned char>(s[i]) < 0x80) {
            *to = s[i];
            ascii = 1;
        }
        to += ascii;
        i += ascii;
        if (ascii == step || i == s.size() || static_cast<unsigned char>(s[i]) < 0x80) continue;
        const Letter& letter = latin[static_cast<unsigned char>(s[i++]) - 0x80U];
        std::memcpy(to, letter.bytes.data(), letter.bytes.size());
        to += letter.size;
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out;
}

// UTF-8 with stray bytes as windows-1252.
std::string mixed(std::string_view s, std::size_t& foreign) {
    if (base::isValidUtf8(s)) return std::string(s);
    const std::array<Letter, 128>& latin = windows1252();
    std::size_t letters = 0; // of more than one byte
    std::string out;
    out.reserve(s.size() + s.size() / 16);
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t run = asciiRun(s, i);
        out.append(s.data() + i, run);
        i += run;
        if (i == s.size()) break;
        std::size_t next = i;
        base::nextCodePoint(s, next);
        if (next - i > 1) {
            out.append(s.data() + i, next - i);
            ++letters;
        } else {
            ++foreign;
            const Letter& letter = latin[static_cast<unsigned char>(s[i]) - 0x80U];
            out.append(letter.bytes.data(), letter.size);
        }
        i = next;
    }
    // More strays than letters: the letters are chance, the whole is windows-1252.
    return foreign > letters && letters > 0 ? fromWindows1252(s) : out;
}

// Names whose usual meaning is a superset that the plain name does not give.
std::string usualCharset(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, const char*>, 8> kUsual{
        {{"ks_c_5601-1987", "windows-949"},
         {"euc-kr", "windows-949"},
         {"gb2312", "gb18030"},
         {"gbk", "gb18030"},
         {"iso-8859-8-i", "iso-8859-8"},
         {"iso-8859-6-i", "iso-8859-6"},
         {"tis-620", "windows-874"},
         {"unicode-1-1-utf-7", "utf-7"}}};
    for (const auto& [from, to] : kUsual)
        if (name == from) return to;
    return name;
}

bool isLatin1(std::string_view name) {
    return name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "iso_8859-1" ||
           name == "windows-1252" || name == "cp1252";
}

bool isUtf8OrNone(std::string_view name) {
    return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" ||
           name == "ansi_x3.4-1968";
}

} // namespace

std::string readableText(std::string_view bytes, const std::string& charset, DecodeNotes* notes) {
    std::string name = toLower(trim(charset));
    std::size_t foreign = 0;
    std::string out;
    if (isUtf8OrNone(name)) {
        out = mixed(bytes, foreign);
    } else if (isLatin1(name)) {
        out = fromWindows1252(bytes);
    } else if (auto text = base::fromCharset(bytes, usualCharset(name), &foreign)) {
        out = std::move(*text);
    } else {
        out = mixed(bytes, foreign);
        if (notes) notes->unknownCharset = true;
    }
    if (notes) notes->foreign += foreign;
    return out;
}

bool keepsAscii(const std::string& charset) {
    const std::string name = toLower(trim(charset));
    return isUtf8OrNone(name) || isLatin1(name);
}

std::string normalizeLines(std::string&& text, DecodeNotes& notes) {
    const bool isNormal = !text.starts_with("\xEF\xBB\xBF") && text.find('\r') == std::string::npos &&
                          text.find('\0') == std::string::npos;
    return isNormal ? std::move(text) : normalizeLines(std::string_view(text), notes);
}

std::string normalizeLines(std::string_view text, DecodeNotes& notes) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string out;
    out.reserve(text.size());
    std::size_t cr = text.find('\r');
    std::size_t nul = text.find('\0');
    std::size_t done = 0;
    while (cr != std::string_view::npos || nul != std::string_view::npos) {
        const std::size_t odd = std::min(cr, nul);
        out.append(text, done, odd - done);
        done = odd + 1;
        if (odd == nul) {
            out += "\xEF\xBF\xBD";
            ++notes.foreign;
            nul = text.find('\0', done);
        } else {
            if (done == text.size() || text[done] != '\n') out += '\n';
            cr = text.find('\r', done);
        }
    }
    out.append(text, done);
    return out;
}

namespace {
std::size_t quoteDepth(std::string_view line) {
    const std::size_t depth = line.find_first_not_of('>');
    return depth == std::string_view::npos ? line.size() : depth;
}
} // namespace

std::string unflow(std::string_view text, bool deleteSpace) {
    std::string out;
    out.reserve(text.size());
    bool open = false; // the last line wants to be continued
    std::size_t openDepth = 0;
    while (!text.empty()) {
        const std::size_t eol = text.find('\n');
        std::string_view line = text.substr(0, eol);
        text.remove_prefix(eol == std::string_view::npos ? text.size() : eol + 1);
        const std::size_t depth = quoteDepth(line);
        std::string_view content = line.substr(depth);
        if (content.starts_with(' ')) content.remove_prefix(1);
        const bool isSignature = content == "-- ";
        if (open && (depth != openDepth || isSignature)) {
            out += '\n';
            open = false;
        }
        if (!open && depth > 0) out.append(depth, '>').append(content.empty() ? "" : " ");
        const bool flows = content.ends_with(' ') && !isSignature && eol != std::string_view::npos;
        if (flows && deleteSpace) content.remove_suffix(1);
        out += content;
        open = flows;
        openDepth = depth;
        if (!flows && eol != std::string_view::npos) out += '\n';
    }
    return out;
}

} // namespace core::format::mail
