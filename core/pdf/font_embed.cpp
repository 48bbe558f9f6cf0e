// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/font_embed.h"

#include "core/pdf/content.h"
#include "core/pdf/font_subset.h"

#include <algorithm>
#include <cmath>

namespace core::pdf {
namespace {

constexpr char kFlate[] = "/FlateDecode";
constexpr HPDF_INT32 kSymbolic = 4;

// Six letters before the name say that the font is a subset.
std::string subsetName(const FontFile& file, int index) {
    std::string tag = "LOGAAA";
    for (std::size_t i = tag.size(); index > 0 && i-- > 3; index /= 26) {
        tag[i] = static_cast<char>('A' + index % 26);
    }
    return tag + "+" + file.name();
}

std::string codeToGlyph(const PdfFont& font, const FontSubset& subset) {
    std::string out(2 * (font.entries.rbegin()->first + std::size_t{1}), '\0');
    for (const auto& [code, entry] : font.entries) {
        const std::uint32_t glyph = subset.newId.at(entry.glyph);
        out[2 * code] = static_cast<char>(glyph >> 8);
        out[2 * code + 1] = static_cast<char>(glyph & 0xFF);
    }
    return out;
}

// A bit for each code, the highest of the first byte for 0.
std::string codeSet(const PdfFont& font) {
    std::string out(font.entries.rbegin()->first / 8 + std::size_t{1}, '\0');
    const auto set = [&](unsigned code) {
        out[code / 8] = static_cast<char>(static_cast<unsigned char>(out[code / 8]) | 0x80U >> code % 8);
    };
    set(0);
    for (const auto& [code, entry] : font.entries) set(code);
    return out;
}

void addWidths(HaruDocument& document, HPDF_Dict cidFont, const PdfFont& font) {
    HPDF_Array widths = document.addArray(cidFont, "W");
    HPDF_Array group = nullptr;
    unsigned expected = 0;
    for (const auto& [code, entry] : font.entries) {
        if (!group || code != expected) {
            HPDF_Array_AddNumber(widths, static_cast<HPDF_INT32>(code));
            group = HPDF_Array_New(document.doc()->mmgr);
            HPDF_Array_Add(widths, group);
        }
        if (entry.width == std::floor(entry.width)) {
            HPDF_Array_AddNumber(group, static_cast<HPDF_INT32>(entry.width));
        } else {
            HPDF_Array_AddReal(group, static_cast<HPDF_REAL>(entry.width));
        }
        expected = code + 1;
    }
}

HPDF_Dict descriptor(HaruDocument& document, StreamTable& streams, const FontFile& file,
                     const std::string& name, const FontSubset& subset) {
    const FaceMeasures m = file.measures();
    HPDF_Dict dict = document.newDict();
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name.c_str());
    HPDF_Dict_AddNumber(dict, "Flags", kSymbolic);
    HPDF_Array box = document.addArray(dict, "FontBBox");
    for (const double side : {m.boxLeft, m.boxBottom, m.boxRight, m.boxTop}) {
        HPDF_Array_AddNumber(box, static_cast<HPDF_INT32>(std::lround(side)));
    }
    const auto addRounded = [&](const char* key, double value) {
        HPDF_Dict_AddNumber(dict, key, static_cast<HPDF_INT32>(std::lround(value)));
    };
    addRounded("ItalicAngle", 0);
    addRounded("Ascent", m.ascent);
    addRounded("Descent", -m.descent);
    addRounded("CapHeight", m.capHeight);
    addRounded("StemV", 80);
    HPDF_Dict fontFile = document.newStream(streams, {deflated(subset.bytes), {}, kFlate});
    if (file.isCff()) {
        HPDF_Dict_AddName(fontFile, "Subtype", "CIDFontType0C");
    } else {
        HPDF_Dict_AddNumber(fontFile, "Length1", static_cast<HPDF_INT32>(subset.bytes.size()));
    }
    HPDF_Dict_Add(dict, file.isCff() ? "FontFile3" : "FontFile2", fontFile);
    return dict;
}

} // namespace

std::string toUnicodeMap(const PdfFont& font) {
    constexpr std::size_t kPerBlock = 100;
    std::string out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    std::size_t left = font.entries.size();
    std::size_t inBlock = 0;
    for (const auto& [code, entry] : font.entries) {
        if (inBlock == 0) out += std::to_string(std::min(left, kPerBlock)) + " beginbfchar\n";
        out += '<';
        appendHex16(out, code);
        out += "> <";
        for (const char16_t unit : entry.text) appendHex16(out, unit);
        out += ">\n";
        --left;
        if (++inBlock == kPerBlock || left == 0) {
            out += "endbfchar\n";
            inBlock = 0;
        }
    }
    out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return out;
}

HPDF_Dict embedFont(HaruDocument& document, StreamTable& streams, const PdfFont& font, const FontFile& file,
                    int index, bool withCidSet) {
    std::set<std::uint32_t> glyphs;
    for (const auto& [code, entry] : font.entries) glyphs.insert(entry.glyph);
    const FontSubset subset = subsetFont(file, glyphs);
    const std::string name = subsetName(file, index);

    HPDF_Dict cidFont = document.newDict();
    HPDF_Dict_AddName(cidFont, "Type", "Font");
    HPDF_Dict_AddName(cidFont, "Subtype", file.isCff() ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(cidFont, "BaseFont", name.c_str());
    HPDF_Dict system = document.addDict(cidFont, "CIDSystemInfo");
    HPDF_MMgr memory = document.doc()->mmgr;
    HPDF_Dict_Add(system, "Registry", HPDF_String_New(memory, "Adobe", nullptr));
    HPDF_Dict_Add(system, "Ordering", HPDF_String_New(memory, "Identity", nullptr));
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_AddNumber(cidFont, "DW", 0);
    addWidths(document, cidFont, font);
    HPDF_Dict described = descriptor(document, streams, file, name, subset);
    HPDF_Dict_Add(cidFont, "FontDescriptor", described);
    if (withCidSet)
        HPDF_Dict_Add(described, "CIDSet",
                      document.newStream(streams, {deflated(codeSet(font)), {}, kFlate}));
    if (!file.isCff()) {
        HPDF_Dict_Add(cidFont, "CIDToGIDMap",
                      document.newStream(streams, {deflated(codeToGlyph(font, subset)), {}, kFlate}));
    }

    HPDF_Dict type0 = document.newDict();
    HPDF_Dict_AddName(type0, "Type", "Font");
    HPDF_Dict_AddName(type0, "Subtype", "Type0");
    HPDF_Dict_AddName(type0, "BaseFont", (file.isCff() ? name + "-Identity-H" : name).c_str());
    HPDF_Dict_AddName(type0, "Encoding", "Identity-H");
    HPDF_Array_Add(document.addArray(type0, "DescendantFonts"), cidFont);
    HPDF_Dict_Add(type0, "ToUnicode",
                  document.newStream(streams, {deflated(toUnicodeMap(font)), {}, kFlate}));
    document.check("embedding a font");
    return type0;
}

} // namespace core::pdf
