// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include "core/base/eight_bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace core::base {

namespace {

// Length of a well-formed sequence at `pos`, or 0 (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view s, std::size_t pos) {
    const auto at = [&](std::size_t i) -> unsigned {
        return pos + i < s.size() ? static_cast<unsigned char>(s[pos + i]) : 0U;
    };
    const auto tail = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned a = at(0);
    if (a < 0x80) return 1;
    if (a >= 0xC2 && a <= 0xDF) return tail(1) ? 2 : 0;
    if (a >= 0xE0 && a <= 0xEF) {
        const unsigned low = a == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = a == 0xED ? 0x9F : 0xBF;
        return at(1) >= low && at(1) <= high && tail(2) ? 3 : 0;
    }
    if (a >= 0xF0 && a <= 0xF4) {
        const unsigned low = a == 0xF0 ? 0x90 : 0x80;
        const unsigned high = a == 0xF4 ? 0x8F : 0xBF;
        return at(1) >= low && at(1) <= high && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string effectiveCharset(std::string_view bytes, std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool latin = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" ||
                       name == "iso_8859-1" || name == "ansi_x3.4-1968";
    const bool high = std::any_of(bytes.begin(), bytes.end(),
                                  [](char c) { return (static_cast<unsigned char>(c) & 0xE0) == 0x80; });
    if (latin && high) return "windows-1252";
    return latin ? "iso-8859-1" : name;
}

} // namespace

bool isValidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (i + 8 <= text.size()) {
            const std::uint64_t high = EightBytes::at(text.data() + i).areHigh();
            i += EightBytes::before(high);
            if (high == 0) continue;
        }
        const std::size_t n = sequenceLength(text, i);
        if (n == 0) return false;
        i += n;
    }
    return true;
}

std::string repairUtf8(std::string_view text, std::size_t* replaced) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t n = sequenceLength(text, i);
        if (n == 0) {
            out += "\xEF\xBF\xBD";
            if (replaced) ++*replaced;
            ++i;
        } else {
            out.append(text, i, n);
            i += n;
        }
    }
    return out;
}

char32_t nextCodePoint(std::string_view text, std::size_t& pos) {
    const std::size_t n = sequenceLength(text, pos);
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[pos + i]));
    };
    char32_t code = kReplacement;
    if (n == 1) code = byte(0);
    if (n == 2) code = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (n == 3) code = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (n == 4)
        code = (byte(0) & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    pos += n == 0 ? 1 : n;
    return code;
}

void appendUtf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::optional<std::string> fromCharset(std::string_view bytes, const std::string& charset,
                                       std::size_t* replaced) {
    const std::string name = effectiveCharset(bytes, charset);
    if (name == "utf-8" || name == "utf8") return repairUtf8(bytes, replaced);
    if (name == "iso-8859-1" && isAscii(bytes)) return std::string(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &status),
                                                                       ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) return std::nullopt;
    if (replaced) {
        for (int32_t i = 0; i < text.length(); ++i) *replaced += text[i] == 0xFFFD ? 1 : 0;
    }
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string toNfc(std::string_view text) {
    if (isAscii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    std::string out;
    nfc->normalize(source, status).toUTF8String(out);
    return U_FAILURE(status) ? std::string(text) : out;
}

namespace {

// Any text.
std::string foldByIcu(std::string_view text) {
    std::string out;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    const auto composed = nfc->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
    icu::UnicodeString lower(composed);
    lower.foldCase();
    icu::UnicodeString result;
    for (int32_t i = 0; i < lower.length();) {
        const UChar32 c = lower.char32At(i);
        i += U16_LENGTH(c);
        switch (c) {
        case 0xE5:
            result += u"aa";
            continue; // å
        case 0xE6:
        case 0xE4:
            result += u"ae";
            continue; // æ ä
        case 0xF8:
        case 0xF6:
            result += u"oe";
            continue; // ø ö
        default:
            break;
        }
        icu::UnicodeString parts;
        if (nfd->getDecomposition(c, parts)) {
            for (int32_t k = 0; k < parts.length(); ++k)
                if (u_charType(parts[k]) != U_NON_SPACING_MARK) result += parts[k];
        } else if (u_charType(c) != U_NON_SPACING_MARK) {
            result += c;
        }
    }
    result.toUTF8String(out);
    return out;
}

// Each character up to U+00FF folded by itself: what comes of it depends on what follows only where that is
// beyond U+00FF, such as an accent.
std::array<std::string, 256> foldedLatin() {
    std::array<std::string, 256> table;
    for (char32_t c = 0; c < 256; ++c) {
        std::string one;
        appendUtf8(one, c);
        table[c] = foldByIcu(one);
    }
    return table;
}

// Bytes of the character up to U+00FF at `pos`; 0 where there is another one, or none.
std::size_t latinLength(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return 0;
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return 1;
    return (lead == 0xC2 || lead == 0xC3) && sequenceLength(text, pos) == 2 ? 2 : 0;
}

std::size_t latinAt(std::string_view text, std::size_t pos, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    return length == 1 ? byte(pos) : (byte(pos) & 3U) << 6U | (byte(pos + 1) & 0x3FU);
}

constexpr std::uint64_t kOnes = 0x0101010101010101; // of eight bytes looked at together

// Where the ASCII characters from `pos` on end.
std::size_t plainEnd(std::string_view text, std::size_t pos) {
    for (std::uint64_t eight = 0; pos + sizeof eight <= text.size(); pos += sizeof eight) {
        std::memcpy(&eight, text.data() + pos, sizeof eight);
        if ((eight & 0x80 * kOnes) != 0) break;
    }
    while (pos < text.size() && static_cast<unsigned char>(text[pos]) < 0x80) ++pos;
    return pos;
}

// ASCII only.
void lowerPlain(char* bytes, std::size_t size) {
    std::size_t i = 0;
    for (std::uint64_t eight = 0; i + sizeof eight <= size; i += sizeof eight) {
        std::memcpy(&eight, bytes + i, sizeof eight);
        const std::uint64_t fromA = eight + (0x80 - 'A') * kOnes; // the highest bit of each byte says so
        const std::uint64_t pastZ = eight + (0x7F - 'Z') * kOnes;
        eight |= ((fromA ^ pastZ) & 0x80 * kOnes) >> 2U; // 'a' - 'A' is that bit
        std::memcpy(bytes + i, &eight, sizeof eight);
    }
    for (; i < size; ++i)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') bytes[i] = static_cast<char>(bytes[i] + ('a' - 'A'));
}

// The ASCII characters from `pos` on, but for one that what follows may change; where it stopped.
std::size_t foldPlain(std::string_view text, std::size_t pos, std::string& out) {
    std::size_t end = plainEnd(text, pos);
    if (end < text.size() && end > pos && latinLength(text, end) == 0) --end;
    const std::size_t begin = out.size();
    out.append(text.substr(pos, end - pos));
    lowerPlain(out.data() + begin, end - pos);
    return end;
}

} // namespace

std::string foldForSearch(std::string_view text) {
    static const std::array<std::string, 256> kLatin = foldedLatin();
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t pos = foldPlain(text, 0, out); pos < text.size(); pos = foldPlain(text, pos, out)) {
        const std::size_t length = latinLength(text, pos);
        std::size_t end = pos + length;
        if (length != 0 && (end == text.size() || latinLength(text, end) != 0)) {
            out += kLatin[latinAt(text, pos, length)];
        } else {
            while (end < text.size() && latinLength(text, end) == 0) ++end;
            out += foldByIcu(text.substr(pos, end - pos));
        }
        pos = end;
    }
    return out;
}

std::string firstGraphemes(std::string_view text, std::size_t count) {
    if (text.size() <= count) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> it(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) return std::string(text);
    const std::size_t enough = std::min(text.size(), count * 64);
    const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(enough)});
    it->setText(source);
    int32_t end = it->first();
    for (std::size_t i = 0; i < count && it->next() != icu::BreakIterator::DONE; ++i) end = it->current();
    std::string out;
    source.tempSubString(0, end).toUTF8String(out);
    return out;
}

} // namespace core::base
