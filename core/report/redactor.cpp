// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/redactor.h"

#include "core/base/catalog.h"
#include "core/base/utf8.h"
#include "core/model/party.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::size_t kWholeWordOnly = 3; // letters
constexpr std::size_t kShortestNumber = 6;

bool isCombining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF); }

// Nothing to see between two letters: soft hyphen, zero-width signs, marks of direction.
bool isInvisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool isLetter(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 0xAA || c == 0xBA || c == 0xB5) return true;
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) &&
           !(c >= 0x3000 && c <= 0x303F) && c != base::kReplacement;
}

// Fullwidth and other digits of compatibility stand for the plain ones.
char32_t plain(char32_t c) {
    if (c >= 0xFF10 && c <= 0xFF19) return c - 0xFF10 + '0';
    if (c >= 0xFF21 && c <= 0xFF5A) return c - 0xFF21 + 'A';
    if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + '0';
    return c;
}

// æ, ae and a are one letter here, as are ø, oe, o and å, aa, a: more is found, nothing is missed.
bool melts(char32_t before, char32_t c) {
    return (before == 'a' && (c == 'a' || c == 'e')) || (before == 'o' && c == 'e');
}

void appendFolded(std::vector<Redactor::Unit>& units, std::string_view cluster, std::size_t begin,
                  std::size_t end, bool& gap) {
    const std::string folded = base::foldForSearch(cluster);
    for (std::size_t p = 0; p < folded.size();) {
        const char32_t c = base::nextCodePoint(folded, p);
        if (!gap && !units.empty() && melts(units.back().letter, c)) {
            units.back().end = end;
            continue;
        }
        units.push_back({c, begin, end, gap});
        gap = false;
    }
}

std::vector<Redactor::Unit> unitsOf(std::string_view text) {
    std::vector<Redactor::Unit> units;
    bool gap = true;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t begin = pos;
        char32_t c = base::nextCodePoint(text, pos);
        if (isInvisible(c) || isCombining(c)) continue;
        if (!isLetter(c)) {
            gap = true;
            continue;
        }
        std::size_t end = pos;
        for (std::size_t next = pos; next < text.size();) { // its accents
            if (!isCombining(base::nextCodePoint(text, next))) break;
            end = pos = next;
        }
        std::string cluster;
        if (const char32_t p = plain(c); p != c)
            base::appendUtf8(cluster, p);
        else
            cluster = text.substr(begin, end - begin);
        appendFolded(units, cluster, begin, end, gap);
    }
    return units;
}

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Digits of a number without its country code: "12345678" of +45 12 34 56 78. Empty if it is no number.
std::string numberDigits(std::string_view term) {
    if (model::guessIdentifierKind(term) != model::IdentifierKind::Phone) return {};
    const std::string normal = model::normalizeIdentifier(model::IdentifierKind::Phone, term);
    std::string digits;
    for (const char c : normal)
        if (isDigit(static_cast<unsigned char>(c))) digits += c;
    if (normal.starts_with("+45") && digits.size() == 10) digits.erase(0, 2);
    return digits.size() < kShortestNumber ? std::string() : digits;
}

// The prefix before a number: 45, 0045 and the signs around it.
std::size_t prefixBegin(std::string_view text, const std::vector<Redactor::Unit>& units, std::size_t first) {
    std::size_t begin = first;
    if (first >= 2 && units[first - 1].letter == '5' && units[first - 2].letter == '4') {
        begin = first - 2;
        if (begin >= 2 && units[begin - 1].letter == '0' && units[begin - 2].letter == '0') begin -= 2;
    }
    std::size_t byte = units[begin].begin;
    while (byte > 0 && (text[byte - 1] == '+' || text[byte - 1] == '(')) --byte;
    return byte;
}

bool sameAt(const std::vector<Redactor::Unit>& text, std::size_t at,
            const std::vector<Redactor::Unit>& term) {
    if (at + term.size() > text.size()) return false;
    for (std::size_t k = 0; k < term.size(); ++k) {
        if (text[at + k].letter != term[k].letter) return false;
        if (k > 0 && text[at + k].afterGap && !term[k].afterGap) return false; // another word begins here
    }
    if (term.size() > kWholeWordOnly) return true;
    const std::size_t next = at + term.size();
    return text[at].afterGap && (next == text.size() || text[next].afterGap);
}

bool digitsAt(const std::vector<Redactor::Unit>& text, std::size_t at, const std::string& digits) {
    constexpr std::size_t kWidestGap = 4; // bytes between two digits of one number
    if (at + digits.size() > text.size()) return false;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (text[at + k].letter != static_cast<unsigned char>(digits[k])) return false;
        if (k > 0 && text[at + k].begin - text[at + k - 1].end > kWidestGap) return false;
    }
    return true;
}

} // namespace

void Redactor::protect(std::string_view term, std::string label) {
    Term entry{unitsOf(term), std::move(label), numberDigits(term)};
    if (entry.units.empty()) return;
    terms_.push_back(std::move(entry));
}

std::vector<Redactor::Match> Redactor::matches(std::string_view text) const {
    std::vector<Match> found;
    if (terms_.empty() || text.empty()) return found;
    const std::vector<Unit> units = unitsOf(text);
    for (const Term& term : terms_) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (sameAt(units, i, term.units))
                found.push_back({units[i].begin, units[i + term.units.size() - 1].end, &term});
            if (!term.digits.empty() && digitsAt(units, i, term.digits))
                found.push_back({prefixBegin(text, units, i), units[i + term.digits.size() - 1].end, &term});
        }
    }
    std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return found;
}

bool Redactor::finds(std::string_view text) const { return !matches(text).empty(); }

int Redactor::apply(std::string& text) {
    const std::vector<Match> found = matches(text);
    if (found.empty()) return 0;
    std::string out;
    std::size_t done = 0;
    int replaced = 0;
    for (std::size_t i = 0; i < found.size();) {
        std::size_t end = found[i].end;
        std::size_t next = i + 1;
        for (; next < found.size() && found[next].begin < end; ++next) end = std::max(end, found[next].end);
        out.append(text, done, found[i].begin - done);
        const std::string& label = found[i].term->label;
        out += base::fill(mark_, {finds(label) ? "…" : label}); // a label may not tell what it stands for
        done = end;
        ++replaced;
        i = next;
    }
    out.append(text, done, std::string::npos);
    text = std::move(out);
    count_ += replaced;
    return replaced;
}

} // namespace core::report
