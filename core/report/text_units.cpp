// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/text_units.h"

#include "core/base/utf8.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace core::report {

namespace {

// A character of the text, or of what it encodes, and the bytes that it stands in.
struct Sign {
    char32_t c;
    std::size_t end;
};

std::optional<unsigned> hexNumber(std::string_view digits) {
    unsigned value = 0;
    const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc() || at != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<char> percentByte(std::string_view text, std::size_t pos) {
    if (pos + 3 > text.size() || text[pos] != '%') return std::nullopt;
    const auto value = hexNumber(text.substr(pos + 1, 2));
    return value ? std::optional(static_cast<char>(*value)) : std::nullopt;
}

// "%C3%A6" in UTF-8, "%E6" as it was before.
std::optional<Sign> percentSign(std::string_view text, std::size_t pos) {
    std::string bytes;
    for (std::size_t at = pos; bytes.size() < 4; at += 3) {
        const auto byte = percentByte(text, at);
        if (!byte) break;
        bytes += *byte;
    }
    if (bytes.empty()) return std::nullopt;
    std::size_t used = 0;
    const char32_t c = base::nextCodePoint(bytes, used);
    if (c != base::kReplacement) return Sign{c, pos + 3 * used};
    return Sign{static_cast<unsigned char>(bytes.front()), pos + 3};
}

struct Named {
    std::string_view name;
    char32_t c;
};
// The letters of Danish and its neighbours, and what may stand between letters.
constexpr std::array kNamed{
    Named{"aelig", 0xE6},  Named{"AElig", 0xC6},  Named{"oslash", 0xF8}, Named{"Oslash", 0xD8},
    Named{"aring", 0xE5},  Named{"Aring", 0xC5},  Named{"auml", 0xE4},   Named{"Auml", 0xC4},
    Named{"ouml", 0xF6},   Named{"Ouml", 0xD6},   Named{"uuml", 0xFC},   Named{"Uuml", 0xDC},
    Named{"eacute", 0xE9}, Named{"Eacute", 0xC9}, Named{"nbsp", 0xA0},   Named{"shy", 0xAD},
    Named{"zwj", 0x200D},  Named{"zwnj", 0x200C}, Named{"amp", '&'},     Named{"commat", '@'},
    Named{"period", '.'},
};

std::optional<Sign> referenceSign(std::string_view text, std::size_t pos) {
    constexpr std::size_t kLongest = 8; // of a name
    const std::size_t length = text.substr(pos, kLongest + 2).find(';');
    if (text[pos] != '&' || length == std::string_view::npos || length < 2) return std::nullopt;
    const std::string_view name = text.substr(pos + 1, length - 1);
    const std::size_t end = pos + length + 1;
    for (const Named& named : kNamed)
        if (name == named.name) return Sign{named.c, end};
    if (name.size() < 2 || name[0] != '#') return std::nullopt;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    unsigned value = 0;
    const char* last = name.data() + name.size();
    const auto [at, error] = std::from_chars(name.data() + (hex ? 2 : 1), last, value, hex ? 16 : 10);
    if (error != std::errc() || at != last || value == 0 || value > 0x10FFFF) return std::nullopt;
    return Sign{value, end};
}

std::optional<Sign> escapeSign(std::string_view text, std::size_t pos) {
    if (pos + 6 > text.size() || text[pos] != '\\' || text[pos + 1] != 'u') return std::nullopt;
    const auto value = hexNumber(text.substr(pos + 2, 4));
    return value ? std::optional(Sign{*value, pos + 6}) : std::nullopt;
}

Sign signAt(std::string_view text, std::size_t pos, TextReading reading) {
    if (reading == TextReading::Decoded)
        for (const auto decode : {percentSign, referenceSign, escapeSign})
            if (const auto sign = decode(text, pos)) return *sign;
    std::size_t end = pos;
    const char32_t c = base::nextCodePoint(text, end);
    return {c, end};
}

bool isAccent(char32_t c) {
    if (c < 0x300) return false;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Nothing to see between two letters: soft hyphen, zero-width signs, marks of direction, braille's blank.
bool isInvisible(char32_t c) {
    if (c < 0xAD) return false;
    constexpr char32_t kBrailleBlank = 0x2800;
    if (c == kBrailleBlank) return true;
    return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool isAsciiLetter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Fullwidth, circled and other letters and digits of compatibility stand for the plain ones.
const icu::Normalizer2* compatible() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCInstance(status);
}

bool maySpeak(char32_t c) {
    if (c < 0x80) return isAsciiLetter(c);
    if (c == base::kReplacement) return false;
    if (u_isalnum(static_cast<UChar32>(c)) != 0) return true;
    icu::UnicodeString parts;
    const icu::Normalizer2* nfkc = compatible();
    return nfkc != nullptr && nfkc->getDecomposition(static_cast<UChar32>(c), parts) != 0;
}

std::string foldedCluster(const std::string& cluster) {
    const icu::Normalizer2* nfkc = compatible();
    UErrorCode status = U_ZERO_ERROR;
    std::string plain;
    if (nfkc != nullptr) nfkc->normalize(icu::UnicodeString::fromUTF8(cluster), status).toUTF8String(plain);
    return base::foldForSearch(nfkc == nullptr || U_FAILURE(status) ? cluster : plain);
}

// æ, ae and a are one letter here, as are ø, oe, o and å, aa, a: more is found, nothing is missed.
bool melts(char32_t before, char32_t c) {
    return (before == 'a' && (c == 'a' || c == 'e')) || (before == 'o' && c == 'e');
}

class UnitList {
public:
    void addGap() { ++gap_; }

    void add(char32_t c, std::size_t begin, std::size_t end) {
        if (gap_ == 0 && !units.empty() && melts(units.back().letter, c)) {
            units.back().end = end;
            return;
        }
        units.push_back({c, begin, end, gap_});
        gap_ = 0;
    }

    // True where the cluster has a letter or a digit.
    bool addFolded(const std::string& cluster, std::size_t begin, std::size_t end) {
        const std::string folded = foldedCluster(cluster);
        bool any = false;
        for (std::size_t p = 0; p < folded.size();) {
            char32_t c = base::nextCodePoint(folded, p);
            if (u_isalnum(static_cast<UChar32>(c)) == 0) continue;
            if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0)
                c = static_cast<char32_t>('0' + digit);
            add(c, begin, end);
            any = true;
        }
        return any;
    }

    std::vector<TextUnit> units;

private:
    int gap_ = 1; // a text begins as after a blank
};

} // namespace

std::vector<TextUnit> unitsOf(std::string_view text, TextReading reading) {
    UnitList list;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t begin = pos;
        const Sign sign = signAt(text, pos, reading);
        std::size_t end = pos = sign.end;
        if (isInvisible(sign.c) || isAccent(sign.c)) continue;
        if (!maySpeak(sign.c)) {
            list.addGap();
            continue;
        }
        std::string cluster;
        base::appendUtf8(cluster, sign.c);
        while (pos < text.size()) { // its accents
            const Sign next = signAt(text, pos, reading);
            if (!isAccent(next.c)) break;
            base::appendUtf8(cluster, next.c);
            end = pos = next.end;
        }
        if (cluster.size() == 1)
            list.add(sign.c >= 'A' && sign.c <= 'Z' ? sign.c - 'A' + 'a' : sign.c, begin, end);
        else if (!list.addFolded(cluster, begin, end))
            list.addGap();
    }
    return std::move(list.units);
}

bool mayBeEncoded(std::string_view text) { return text.find_first_of("%&\\") != std::string_view::npos; }

} // namespace core::report
