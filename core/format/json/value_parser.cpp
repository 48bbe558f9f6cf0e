// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/value_parser.h"

namespace core::format::json {

namespace {

bool isWordByte(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.';
}

constexpr std::size_t kLongestWord = 64; // of a number; longer ones are none that any export writes

} // namespace

void ValueParser::begin() {
    begin_ = input_.offset();
    nodes_ = 0;
    nest_ = 0;
    inString_ = false;
}

Outcome ValueParser::parse(Value& out) {
    begin();
    return value(out);
}

Outcome ValueParser::parseKey(std::string& out) {
    begin();
    bool repaired = false;
    return string(out, repaired);
}

int ValueParser::next() {
    for (;;) {
        const int c = input_.peek();
        if (c == '\n' && oneLine_) return c;
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
        input_.skip();
    }
}

Outcome ValueParser::value(Value& out) {
    const int c = next();
    out.offset = input_.offset();
    ++nodes_;
    if (tooLarge()) return Outcome::TooLarge;
    Outcome outcome = Outcome::Bad;
    if (c == Input::kEnd) return Outcome::Cut;
    if (c == '{' || c == '[') {
        out.kind = c == '{' ? Value::Kind::Object : Value::Kind::Array;
        outcome = container(out, c == '{' ? '}' : ']');
    } else if (c == '"') {
        out.kind = Value::Kind::String;
        outcome = string(out.text, out.repaired);
    } else {
        outcome = word(out);
    }
    out.length = input_.offset() - out.offset;
    return outcome;
}

Outcome ValueParser::container(Value& out, char close) {
    input_.skip();
    if (++nest_ > limits_.depth) return Outcome::TooDeep;
    for (;;) {
        int c = next();
        while (c == ',') {
            input_.skip();
            c = next();
        }
        if (c == Input::kEnd) return Outcome::Cut;
        if (c == close) break;
        if (tooLarge()) return Outcome::TooLarge;
        Value child;
        const Outcome outcome = out.isObject() ? member(child) : value(child);
        if (outcome != Outcome::Whole) return outcome;
        out.repaired = out.repaired || child.repaired;
        out.items.push_back(std::move(child));
    }
    input_.skip();
    --nest_;
    return Outcome::Whole;
}

Outcome ValueParser::member(Value& out) {
    if (next() != '"') return Outcome::Bad;
    bool keyRepaired = false;
    const Outcome outcome = string(out.key, keyRepaired);
    if (outcome != Outcome::Whole) return outcome;
    const int c = next();
    if (c == Input::kEnd) return Outcome::Cut;
    if (c != ':') return Outcome::Bad;
    input_.skip();
    const Outcome rest = value(out);
    out.repaired = out.repaired || keyRepaired;
    return rest;
}

// A number or one of the bare words.
Outcome ValueParser::word(Value& out) {
    int c = input_.peek();
    for (; isWordByte(c) && out.text.size() <= kLongestWord; c = input_.peek()) {
        out.text += static_cast<char>(c);
        input_.skip();
    }
    if (out.text.empty() || isWordByte(c)) return Outcome::Bad;
    const bool isNumber = out.text[0] == '-' || out.text[0] == '+' ||
                          (out.text[0] >= '0' && out.text[0] <= '9') || out.text == "NaN" ||
                          out.text == "Infinity";
    if (isNumber) {
        out.kind = Value::Kind::Number;
        // At the very end of the file nobody knows whether more digits followed.
        return c == Input::kEnd && nest_ > 0 ? Outcome::Cut : Outcome::Whole;
    }
    if (out.text == "true")
        out.kind = Value::Kind::True;
    else if (out.text == "false")
        out.kind = Value::Kind::False;
    else if (out.text == "null")
        out.kind = Value::Kind::Null;
    else
        return c == Input::kEnd ? Outcome::Cut : Outcome::Bad;
    out.text.clear();
    return Outcome::Whole;
}

} // namespace core::format::json
