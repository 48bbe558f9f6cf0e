// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/redactor.h"

#include "core/base/catalog.h"
#include "core/model/party.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::report {

namespace {

using Units = std::vector<TextUnit>;

constexpr std::size_t kWholeWordOnly = 3; // letters: no longer a part of other words
constexpr std::size_t kTakesWord = 6;     // letters: from here a word that holds the term goes with it
constexpr std::size_t kShortestNumber = 6;
constexpr int kWidestGap = 4; // signs between two digits of one number

// Digits of a number without its country code: "12345678" of +45 12 34 56 78. Empty if it is no number.
std::string numberDigits(std::string_view term) {
    if (model::guessIdentifierKind(term) != model::IdentifierKind::Phone) return {};
    const std::string normal = model::normalizeIdentifier(model::IdentifierKind::Phone, term);
    std::string digits;
    for (const char c : normal)
        if (c >= '0' && c <= '9') digits += c;
    if (normal.starts_with("+45") && digits.size() == 10) digits.erase(0, 2);
    return digits.size() < kShortestNumber ? std::string() : digits;
}

// The prefix before a number: 45, 0045 and the signs around it.
std::size_t prefixBegin(std::string_view text, const Units& units, std::size_t first) {
    std::size_t begin = first;
    if (first >= 2 && units[first - 1].letter == '5' && units[first - 2].letter == '4') {
        begin = first - 2;
        if (begin >= 2 && units[begin - 1].letter == '0' && units[begin - 2].letter == '0') begin -= 2;
    }
    std::size_t byte = units[begin].begin;
    while (byte > 0 && (text[byte - 1] == '+' || text[byte - 1] == '(')) --byte;
    return byte;
}

bool sameAt(const Units& text, std::size_t at, const Units& term) {
    if (at + term.size() > text.size()) return false;
    for (std::size_t k = 0; k < term.size(); ++k) {
        if (text[at + k].letter != term[k].letter) return false;
        if (k > 0 && text[at + k].gap > 0 && term[k].gap == 0) return false; // another word begins here
    }
    return true;
}

bool digitsAt(const Units& text, std::size_t at, const std::string& digits) {
    if (at + digits.size() > text.size()) return false;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (text[at + k].letter != static_cast<unsigned char>(digits[k])) return false;
        if (k > 0 && text[at + k].gap > kWidestGap) return false;
    }
    return true;
}

bool wordBeginsAt(const Units& text, std::size_t at) {
    return at >= text.size() || text[at].gap > 0 || isDigitUnit(text[at]) != isDigitUnit(text[at - 1]);
}

// The units from first up to last that go where a term of letters stands at `at`; none where it is but a
// part of another word.
std::optional<std::pair<std::size_t, std::size_t>> wordAround(const Units& text, std::size_t at,
                                                              std::size_t length) {
    std::size_t first = at, last = at + length;
    const bool genitive = last < text.size() && text[last].letter == 's' && !wordBeginsAt(text, last) &&
                          wordBeginsAt(text, last + 1);
    if (genitive) ++last;
    if (wordBeginsAt(text, first) && wordBeginsAt(text, last)) return std::pair(first, last);
    if (length < kTakesWord) return std::nullopt;
    while (!wordBeginsAt(text, first)) --first;
    while (!wordBeginsAt(text, last)) ++last;
    return std::pair(first, last);
}

// Bytes [begin, end) and the label of what goes there.
struct Hole {
    std::size_t begin, end, term;
};

} // namespace

void Redactor::protect(std::string_view term, std::string label) {
    Term entry{unitsOf(term), std::move(label), numberDigits(term), true};
    if (entry.units.empty()) return;
    entry.isWord = std::none_of(entry.units.begin(), entry.units.end(), isDigitUnit);
    terms_.push_back(std::move(entry));
}

void Redactor::addMatches(std::string_view text, const Units& units, Within within,
                          std::vector<Match>& found) const {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        const Term& term = terms_[t];
        const std::size_t length = term.units.size();
        const bool wordsOnly = length <= kWholeWordOnly || (within == Within::Words && term.isWord);
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (sameAt(units, i, term.units)) {
                std::optional<std::pair<std::size_t, std::size_t>> span{{i, i + length}};
                if (wordsOnly) span = wordAround(units, i, length);
                if (span) found.push_back({units[span->first].begin, units[span->second - 1].end, t});
            }
            if (!term.digits.empty() && digitsAt(units, i, term.digits))
                found.push_back({prefixBegin(text, units, i), units[i + term.digits.size() - 1].end, t});
        }
    }
}

std::vector<Redactor::Match> Redactor::matches(std::string_view text, Within within) const {
    std::vector<Match> found;
    if (terms_.empty() || text.empty()) return found;
    addMatches(text, unitsOf(text), within, found);
    if (mayBeEncoded(text)) addMatches(text, unitsOf(text, TextReading::Decoded), within, found);
    std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return found;
}

bool Redactor::finds(std::string_view text) const { return !matches(text, Within::Anything).empty(); }

std::set<std::size_t> Redactor::termsIn(std::string_view text) const {
    std::set<std::size_t> terms;
    for (const Match& match : matches(text, Within::Words)) terms.insert(match.term);
    return terms;
}

Redactor Redactor::without(const std::set<std::size_t>& terms) const {
    Redactor rest(mark_);
    for (std::size_t i = 0; i < terms_.size(); ++i)
        if (!terms.contains(i)) rest.terms_.push_back(terms_[i]);
    return rest;
}

int Redactor::applyAcross(std::span<std::string* const> texts) const {
    if (terms_.empty() || texts.size() < 2) return 0;
    std::string all;
    for (const std::string* text : texts) all.append(*text) += '\n';
    if (termsIn(all).empty()) return 0;
    std::set<std::size_t> within;
    for (const std::string* text : texts) within.merge(termsIn(*text));
    return without(within).apply(texts);
}

int Redactor::apply(std::string& text) const { return apply(std::array{&text}); }

int Redactor::apply(std::span<std::string* const> texts) const {
    std::string all;
    for (const std::string* text : texts) all.append(*text) += '\n';
    std::vector<Hole> holes;
    for (const Match& match : matches(all, Within::Words)) {
        if (!holes.empty() && match.begin < holes.back().end)
            holes.back().end = std::max(holes.back().end, match.end);
        else
            holes.push_back({match.begin, match.end, match.term});
    }
    if (holes.empty()) return 0;
    std::size_t begin = 0; // of the text within all
    for (std::string* text : texts) {
        const std::size_t end = begin + text->size();
        std::string out;
        std::size_t done = begin;
        for (const Hole& hole : holes) {
            if (hole.end <= begin || hole.begin >= end) continue;
            const std::size_t from = std::max(hole.begin, begin);
            out.append(all, done, from - done);
            const std::string& label = terms_[hole.term].label;
            // A label may not tell what it stands for.
            out += base::fill(mark_, {finds(label) ? "…" : label});
            done = std::min(hole.end, end);
        }
        out.append(all, done, end - done);
        *text = std::move(out);
        begin = end + 1;
    }
    return static_cast<int>(holes.size());
}

} // namespace core::report
