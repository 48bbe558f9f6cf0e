// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Takes protected terms out of texts, in whatever spelling they stand there, and says that something was
// taken out. It removes; it never covers. Not the decision what is protected: protected_terms.h gathers that.

#include "core/report/text_units.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::report {

class Redactor {
public:
    // `mark` is "[redacted: %1]" in the language of the document.
    explicit Redactor(std::string mark = "[%1]") : mark_(std::move(mark)) {}

    // A term in any spelling: case, accents, æøå, blanks and signs between its words do not matter, nor do
    // percent signs and character references in the place of letters. Numbers of six or more digits are found
    // in any grouping and with any prefix. Terms without a letter or digit are ignored.
    void protect(std::string_view term, std::string label);

    // Replaces every occurrence by the mark and returns how many there were. A term of letters alone counts
    // as a word, with a genitive s too; a word that holds one of six or more letters goes as a whole. So the
    // rest of a word never tells what was taken out of it.
    int apply(std::string& text) const;
    // Of texts that will stand one after another: a term may begin in one and end in the next.
    int apply(std::span<std::string* const> texts) const;
    // Only what is in none of them alone: words that the form itself says stay, be they a term.
    int applyAcross(std::span<std::string* const> texts) const;
    bool isEmpty() const { return terms_.empty(); }

    // True where a protected term stands in the text, inside other words too unless it is of three letters or
    // less. For the decision whether a file may leave.
    bool finds(std::string_view text) const;

    // Numbers of the terms, from 0, that `apply` would take out of the text.
    std::set<std::size_t> termsIn(std::string_view text) const;
    Redactor without(const std::set<std::size_t>& terms) const;

private:
    struct Term {
        std::vector<TextUnit> units;
        std::string label;
        std::string digits; // of a telephone number, without its country code; else empty
        bool isWord;        // of letters alone
    };
    struct Match {
        std::size_t begin, end;
        std::size_t term;
    };
    enum class Within { Words, Anything };
    std::vector<Match> matches(std::string_view text, Within within) const;
    void addMatches(std::string_view text, const std::vector<TextUnit>& units, Within within,
                    std::vector<Match>& found) const;

    std::string mark_;
    std::vector<Term> terms_;
};

} // namespace core::report
