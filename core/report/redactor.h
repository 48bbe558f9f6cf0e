// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Takes protected terms out of texts, in whatever spelling they stand there, and says that something was
// taken out. It removes; it never covers. Not the decision what is protected: log_builder.h gathers that.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::report {

class Redactor {
public:
    // `mark` is "[redacted: %1]" in the language of the document.
    explicit Redactor(std::string mark) : mark_(std::move(mark)) {}

    // A term in any spelling: case, accents, æøå, blanks and signs between its words do not matter. Terms of
    // three letters or less count only as whole words. Numbers of six or more digits are found in any
    // grouping and with any prefix. Terms without a letter or digit are ignored.
    void protect(std::string_view term, std::string label);

    // Replaces every occurrence by the mark and returns how many there were. Counts are added up.
    int apply(std::string& text);
    int count() const { return count_; }
    bool isEmpty() const { return terms_.empty(); }

    // True where a protected term stands in the text.
    bool finds(std::string_view text) const;

    // A letter or digit of a text, folded, with the bytes it came from.
    struct Unit {
        char32_t letter;
        std::size_t begin, end;
        bool afterGap; // something that is no letter stands before it
    };

private:
    struct Term {
        std::vector<Unit> units;
        std::string label;
        std::string digits; // of a telephone number, without its country code; else empty
    };
    struct Match {
        std::size_t begin, end;
        const Term* term;
    };
    std::vector<Match> matches(std::string_view text) const;

    std::string mark_;
    std::vector<Term> terms_;
    int count_ = 0;
};

} // namespace core::report
