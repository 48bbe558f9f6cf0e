// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_letters.h"

#include "core/base/utf8.h"

#include <array>
#include <charconv>

namespace core::pdf {

namespace {

struct Glyph {
    std::string_view name, letter;
};

// Adobe's names; letters of the alphabet are called as they are.
constexpr std::array kGlyphs{
    Glyph{"space", " "},
    Glyph{"nbspace", " "},
    Glyph{"exclam", "!"},
    Glyph{"quotedbl", "\""},
    Glyph{"numbersign", "#"},
    Glyph{"dollar", "$"},
    Glyph{"percent", "%"},
    Glyph{"ampersand", "&"},
    Glyph{"quotesingle", "'"},
    Glyph{"parenleft", "("},
    Glyph{"parenright", ")"},
    Glyph{"asterisk", "*"},
    Glyph{"plus", "+"},
    Glyph{"comma", ","},
    Glyph{"hyphen", "-"},
    Glyph{"period", "."},
    Glyph{"slash", "/"},
    Glyph{"zero", "0"},
    Glyph{"one", "1"},
    Glyph{"two", "2"},
    Glyph{"three", "3"},
    Glyph{"four", "4"},
    Glyph{"five", "5"},
    Glyph{"six", "6"},
    Glyph{"seven", "7"},
    Glyph{"eight", "8"},
    Glyph{"nine", "9"},
    Glyph{"colon", ":"},
    Glyph{"semicolon", ";"},
    Glyph{"less", "<"},
    Glyph{"equal", "="},
    Glyph{"greater", ">"},
    Glyph{"question", "?"},
    Glyph{"at", "@"},
    Glyph{"bracketleft", "["},
    Glyph{"bracketright", "]"},
    Glyph{"underscore", "_"},
    Glyph{"quoteleft", "‘"},
    Glyph{"quoteright", "’"},
    Glyph{"quotedblleft", "“"},
    Glyph{"quotedblright", "”"},
    Glyph{"guillemotleft", "«"},
    Glyph{"guillemotright", "»"},
    Glyph{"endash", "–"},
    Glyph{"emdash", "—"},
    Glyph{"ellipsis", "…"},
    Glyph{"bullet", "•"},
    Glyph{"fi", "fi"},
    Glyph{"fl", "fl"},
    Glyph{"ff", "ff"},
    Glyph{"ffi", "ffi"},
    Glyph{"ffl", "ffl"},
    Glyph{"ae", "æ"},
    Glyph{"oslash", "ø"},
    Glyph{"aring", "å"},
    Glyph{"AE", "Æ"},
    Glyph{"Oslash", "Ø"},
    Glyph{"Aring", "Å"},
    Glyph{"adieresis", "ä"},
    Glyph{"odieresis", "ö"},
    Glyph{"udieresis", "ü"},
    Glyph{"Adieresis", "Ä"},
    Glyph{"Odieresis", "Ö"},
    Glyph{"Udieresis", "Ü"},
    Glyph{"eacute", "é"},
    Glyph{"Eacute", "É"},
    Glyph{"egrave", "è"},
    Glyph{"agrave", "à"},
    Glyph{"aacute", "á"},
    Glyph{"oacute", "ó"},
    Glyph{"uacute", "ú"},
    Glyph{"iacute", "í"},
    Glyph{"ecircumflex", "ê"},
    Glyph{"ccedilla", "ç"},
    Glyph{"ntilde", "ñ"},
    Glyph{"germandbls", "ß"},
    Glyph{"section", "§"},
    Glyph{"degree", "°"},
    Glyph{"Euro", "€"},
    Glyph{"eth", "ð"},
    Glyph{"thorn", "þ"},
    Glyph{"lslash", "ł"},
    Glyph{"dotlessi", "ı"},
    Glyph{"idieresis", "ï"},
};

} // namespace

std::string letterOfCode(unsigned char code) {
    const std::string byte(1, static_cast<char>(code));
    return base::fromCharset(byte, "windows-1252").value_or(std::string());
}

std::string letterOfGlyph(std::string_view name) {
    if (name.size() == 1) return std::string(name);
    name = name.substr(0, name.find('.')); // "a.alt"
    for (const Glyph& glyph : kGlyphs)
        if (glyph.name == name) return std::string(glyph.letter);
    const bool isLong = name.starts_with("uni") && name.size() >= 7;
    const bool isShort = name.starts_with('u') && name.size() >= 5 && name.size() <= 7;
    if (!isLong && !isShort) return {};
    const std::string_view digits = isLong ? name.substr(3, 4) : name.substr(1);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    std::string out;
    if (error == std::errc() && end == digits.data() + digits.size() && value >= 0x20 && value <= 0x10FFFF &&
        (value < 0xD800 || value > 0xDFFF))
        base::appendUtf8(out, value);
    return out;
}

} // namespace core::pdf
