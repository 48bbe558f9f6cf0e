// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_text.h"

#include "core/base/utf8.h"
#include "core/pdf/foreign_letters.h"
#include "core/pdf/foreign_tokens.h"

#include <algorithm>

namespace core::pdf {

namespace {

using Object = QPDFObjectHandle;
using Kind = ForeignToken::Kind;

constexpr unsigned kMostCodes = 65536;
constexpr double kBlank = -180; // thousandths of the size: a gap as wide as that parts two words

unsigned codeOf(const std::string& bytes) {
    unsigned code = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 4); ++i)
        code = code << 8U | static_cast<unsigned char>(bytes[i]);
    return code;
}

// `plus` is added to the last unit, as ranges count.
std::string fromUtf16(const std::string& bytes, unsigned plus) {
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t unit = codeOf(bytes.substr(i, 2));
        if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
            unit = 0x10000 + ((unit - 0xD800) << 10U) + (codeOf(bytes.substr(i + 2, 2)) - 0xDC00);
            i += 2;
        }
        if (i + 3 >= bytes.size()) unit += plus;
        if (unit <= 0x10FFFF && (unit < 0xD800 || unit > 0xDFFF)) base::appendUtf8(out, unit);
    }
    return out;
}

} // namespace

void ForeignText::readUnicodeMap(std::string_view map, Font& font) const {
    ForeignTokens tokens(map);
    std::vector<ForeignToken> held;
    bool isRange = false, isChar = false;
    const auto put = [&](unsigned code, std::string letters) {
        if (font.letters.size() < kMostCodes) font.letters[code] = std::move(letters);
    };
    for (ForeignToken token = tokens.next(); token.kind != Kind::End; token = tokens.next()) {
        budget_.look();
        if (token.kind == Kind::Word && token.text.starts_with("begin")) {
            isRange = token.text == "beginbfrange";
            isChar = token.text == "beginbfchar";
            held.clear();
        } else if (token.kind == Kind::Word && token.text.starts_with("end")) {
            isRange = isChar = false;
        } else if (isChar) {
            held.push_back(std::move(token));
            if (held.size() < 2) continue;
            put(codeOf(held[0].text), fromUtf16(held[1].text, 0));
            held.clear();
        } else if (isRange && token.is("[") && held.size() == 2) {
            unsigned code = codeOf(held[0].text);
            for (token = tokens.next(); token.kind == Kind::String; token = tokens.next())
                put(code++, fromUtf16(token.text, 0));
            held.clear();
        } else if (isRange) {
            held.push_back(std::move(token));
            if (held.size() < 3) continue;
            const unsigned first = codeOf(held[0].text), last = codeOf(held[1].text);
            for (unsigned i = 0; first <= last && i <= last - first && i < kMostCodes; ++i)
                put(first + i, fromUtf16(held[2].text, i));
            held.clear();
        }
    }
}

// Of a font without a map: the letters of its encoding, by code or by name.
void ForeignText::readSimpleCodes(Object encoding, Font& font) const {
    for (unsigned code = 0x20; code < 0x100; ++code)
        if (const std::string letter = letterOfCode(static_cast<unsigned char>(code)); !letter.empty())
            font.letters.emplace(code, letter);
    if (!encoding.isDictionary()) return;
    Object differences = encoding.getKey("/Differences");
    if (!differences.isArray()) return;
    unsigned code = 0;
    const int count = std::min(differences.getArrayNItems(), 1024);
    for (int i = 0; i < count; ++i) {
        Object item = differences.getArrayItem(i);
        if (item.isInteger()) code = static_cast<unsigned>(item.getIntValue()) & 0xFFU;
        if (!item.isName()) continue;
        const std::string letter = letterOfGlyph(item.getName().substr(1));
        font.letters.erase(code);
        if (!letter.empty()) font.letters.emplace(code, letter);
        ++code;
    }
}

std::shared_ptr<ForeignText::Font> ForeignText::readFont(Object font) {
    auto made = std::make_shared<Font>();
    made->isWide = font.getKey("/Subtype").isNameAndEquals("/Type0");
    if (!made->isWide) readSimpleCodes(font.getKey("/Encoding"), *made);
    if (Object signs = font.getKey("/CharProcs"); signs.isDictionary())
        for (const std::string& key : signs.getKeys()) {
            budget_.takeObject();
            if (Object sign = signs.getKey(key); sign.isStream())
                made->stepsASign =
                    std::max(made->stepsASign,
                             static_cast<double>(streamBytes(sign, Unpack::Filters, budget_).size()) / 3);
        }
    if (Object map = font.getKey("/ToUnicode"); map.isStream()) {
        Font mapped;
        readUnicodeMap(streamBytes(map, Unpack::Filters, budget_), mapped);
        for (auto& [code, letters] : mapped.letters) made->letters[code] = letters;
    }
    return made;
}

std::shared_ptr<ForeignText::Font> ForeignText::fontOf(Object resources, const std::string& name) {
    if (!resources.isDictionary()) return nullptr;
    Object fonts = resources.getKey("/Font");
    if (!fonts.isDictionary()) return nullptr;
    Object font = fonts.getKey(name);
    if (!font.isDictionary()) return nullptr;
    if (!font.isIndirect()) return readFont(font);
    auto& known = fonts_[font.getObjGen()];
    if (!known) known = readFont(font);
    return known;
}

void ForeignText::show(const std::string& codes, const Font* font) {
    const std::size_t width = font != nullptr && font->isWide ? 2 : 1;
    for (std::size_t i = 0; i + width <= codes.size(); i += width) {
        const unsigned code = codeOf(codes.substr(i, width));
        ++shown_;
        if (font != nullptr) {
            if (const auto it = font->letters.find(code); it != font->letters.end()) {
                text_ += it->second;
                continue;
            }
        }
        ++unknown_;
        text_ += "\uFFFD";
    }
    budget_.takeBytes(codes.size());
}

void ForeignText::addString(std::string_view text) {
    text_ += '\n';
    text_ += base::repairUtf8(QPDFObjectHandle::newString(std::string(text)).getUTF8Value());
    text_ += '\n';
}

ForeignWork ForeignText::add(std::string_view operators, Object resources) {
    constexpr double kBytesAStep = 8; // of long strings and pictures among the operators
    ForeignWork work;
    work.steps = static_cast<double>(operators.size()) / kBytesAStep;
    ForeignTokens tokens(operators);
    std::shared_ptr<Font> font;
    std::string name;
    std::vector<std::string> strings; // since the last operator
    int dictionaries = 0;
    for (ForeignToken token = tokens.next(); token.kind != Kind::End; token = tokens.next()) {
        budget_.look();
        work.steps += 1;
        if (token.kind == Kind::Name) name = token.text;
        if (token.is("<<")) ++dictionaries;
        if (token.is(">>")) dictionaries = std::max(0, dictionaries - 1);
        if (token.kind == Kind::String && dictionaries > 0)
            addString(token.text);
        else if (token.kind == Kind::String)
            strings.push_back(std::move(token.text));
        else if (token.kind == Kind::Number && token.number < kBlank && !strings.empty())
            strings.emplace_back(); // a gap
        if (token.kind != Kind::Word || token.text.size() > 3 || token.is("[") || token.is("]")) continue;
        if (token.is("Tf")) font = fontOf(resources, name);
        if (token.is("Do")) work.calls[name] += 1;
        if (token.is("Tj") || token.is("TJ") || token.is("'") || token.is("\""))
            for (const std::string& codes : strings)
                if (codes.empty())
                    text_ += ' ';
                else {
                    show(codes, font.get());
                    if (font) work.steps += font->stepsASign * static_cast<double>(codes.size());
                }
        else if (token.is("ID"))
            tokens.skipInlinePicture();
        if (token.text.starts_with('T') || token.is("'") || token.is("\"") || token.is("ET"))
            if (!token.is("Tj") && !token.is("TJ") && !text_.empty() && text_.back() != '\n') text_ += '\n';
        strings.clear();
    }
    text_ += '\n';
    budget_.checkWork(work.steps);
    return work;
}

} // namespace core::pdf
