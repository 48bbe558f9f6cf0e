// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes a tree of the value at the current place. Forgives what real exports do wrong (\xHH, raw control
// characters, halves of pairs, a comma too many or too few) and stops where it cannot go on: then `nest` and
// `inString` say in the middle of what.

#include "core/format/json/input.h"
#include "core/format/json/value.h"

namespace core::format::json {

struct Limits {
    unsigned depth = 64;                      // containers inside one element
    std::uint64_t bytes = 8ULL * 1024 * 1024; // of one element, as it stands in the file
    std::size_t nodes = 200'000; // values of one element: what a tree takes is about 150 bytes each
};

enum class Outcome { Whole, Bad, Cut, TooDeep, TooLarge };

class ValueParser {
public:
    // `oneLine`: a line end inside a value ends it, for files of one value a line.
    ValueParser(Input& input, const Limits& limits, bool oneLine = false)
        : input_(input), limits_(limits), oneLine_(oneLine) {}

    Outcome parse(Value& out);
    // The name of a member, whose opening quote is the next byte.
    Outcome parseKey(std::string& out);

    unsigned nest() const { return nest_; }     // containers open where it stopped
    bool inString() const { return inString_; } // it stopped inside a string

private:
    void begin();
    Outcome value(Value& out);
    Outcome container(Value& out, char close);
    Outcome member(Value& out);
    Outcome word(Value& out);
    Outcome string(std::string& out, bool& repaired);
    Outcome stringBody(std::string& out, bool& repaired);
    Outcome escape(std::string& out, bool& repaired);
    Outcome unicode(std::string& out, bool& repaired);
    Outcome hex(int digits, char32_t& out, bool& isHex);
    int next(); // past blanks; a line end counts as the end where the value must stand on one line
    bool tooLarge() const { return input_.offset() - begin_ > limits_.bytes || nodes_ > limits_.nodes; }

    Input& input_;
    const Limits& limits_;
    bool oneLine_;
    std::uint64_t begin_ = 0;
    std::size_t nodes_ = 0;
    unsigned nest_ = 0;
    bool inString_ = false;
    char32_t high_ = 0; // the first half of a pair, waiting for the second
};

} // namespace core::format::json
