// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/html_entity.h"

#include "core/base/utf8.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::format::mail {

namespace {

// U+00A0 to U+00FF in order.
constexpr std::array<std::string_view, 96> kLatin1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
    std::string_view name;
    char32_t code;
};
constexpr std::array<Named, 50> kNamed{{
    {"Dagger", 0x2021}, {"OElig", 0x152},   {"Prime", 0x2033}, {"Scaron", 0x160}, {"Yuml", 0x178},
    {"amp", 0x26},      {"apos", 0x27},     {"bdquo", 0x201E}, {"bull", 0x2022},  {"circ", 0x2C6},
    {"dagger", 0x2020}, {"darr", 0x2193},   {"emsp", 0x2003},  {"ensp", 0x2002},  {"euro", 0x20AC},
    {"fnof", 0x192},    {"ge", 0x2265},     {"gt", 0x3E},      {"harr", 0x2194},  {"hearts", 0x2665},
    {"hellip", 0x2026}, {"infin", 0x221E},  {"larr", 0x2190},  {"ldquo", 0x201C}, {"le", 0x2264},
    {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", 0x3C},      {"mdash", 0x2014},
    {"minus", 0x2212},  {"ndash", 0x2013},  {"ne", 0x2260},    {"oelig", 0x153},  {"permil", 0x2030},
    {"prime", 0x2032},  {"quot", 0x22},     {"rarr", 0x2192},  {"rdquo", 0x201D}, {"rlm", 0x200F},
    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"scaron", 0x161}, {"thinsp", 0x2009},
    {"tilde", 0x2DC},   {"trade", 0x2122},  {"uarr", 0x2191},  {"zwj", 0x200D},   {"zwnj", 0x200C},
}};

constexpr std::size_t kLongestName = 10;

char32_t namedCode(std::string_view name) {
    const auto latin = std::find(kLatin1.begin(), kLatin1.end(), name);
    if (latin != kLatin1.end()) return 0xA0 + static_cast<char32_t>(latin - kLatin1.begin());
    const auto it =
        std::find_if(kNamed.begin(), kNamed.end(), [&](const Named& n) { return n.name == name; });
    return it == kNamed.end() ? 0 : it->code;
}

// "&#248;" or "&#xF8;", the semicolon optional. 0x80 to 0x9F mean windows-1252, as browsers read them.
std::size_t appendNumber(std::string_view text, std::string& out) {
    const bool hex = text.size() > 2 && lowerChar(text[2]) == 'x';
    const char* begin = text.data() + (hex ? 3 : 2);
    unsigned long code = 0;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), code, hex ? 16 : 10);
    if (end == begin) return 0;
    if (error != std::errc{} || code == 0) code = base::kReplacement;
    if (code >= 0x80 && code <= 0x9F) {
        const char byte = static_cast<char>(code);
        out += readableText({&byte, 1}, "windows-1252");
    } else {
        base::appendUtf8(out, static_cast<char32_t>(std::min(code, 0x110000UL)));
    }
    const auto length = static_cast<std::size_t>(end - text.data());
    return length + (length < text.size() && text[length] == ';' ? 1 : 0);
}

} // namespace

std::size_t appendEntity(std::string_view text, std::string& out) {
    if (text.size() < 3) return 0;
    if (text[1] == '#') return appendNumber(text, out);
    std::size_t end = 1;
    while (end < text.size() && end <= kLongestName && (isLetter(text[end]) || isDigit(text[end]))) ++end;
    const char32_t code = namedCode(text.substr(1, end - 1));
    if (code == 0) return 0;
    base::appendUtf8(out, code);
    return end + (end < text.size() && text[end] == ';' ? 1 : 0);
}

} // namespace core::format::mail
