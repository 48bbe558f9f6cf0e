// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A JSON value as a tree, with its place in the file. Numbers keep their text: what they mean (seconds or
// milliseconds, an id of 64 bits) is the format's affair.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::json {

struct Value {
    enum class Kind : std::uint8_t { Null, False, True, Number, String, Array, Object };

    Kind kind = Kind::Null;
    // Some characters of it, or of something below it, were none: a half of a surrogate pair, bytes that are
    // no UTF-8, an escape that JSON does not have. They are U+FFFD in the text.
    bool repaired = false;
    std::uint64_t offset = 0; // bytes from the start of the file, of the value without its key
    std::uint64_t length = 0; // bytes
    std::string key;          // of a member of an object
    std::string text;         // of a string, decoded into UTF-8; of a number, as written
    std::vector<Value> items; // of an array or an object, in file order

    bool isString() const { return kind == Kind::String; }
    bool isNumber() const { return kind == Kind::Number; }
    bool isArray() const { return kind == Kind::Array; }
    bool isObject() const { return kind == Kind::Object; }
    bool isTrue() const { return kind == Kind::True; }

    // The member of that name; the last one where it comes twice, as everywhere. Null where there is none or
    // this is no object.
    const Value* find(std::string_view name) const;
    // The text of the member where it is a string, else empty.
    std::string_view textOf(std::string_view name) const;
    // The member where it is an integer, written as a number or as a string of digits.
    std::optional<std::int64_t> integerOf(std::string_view name) const;
    std::optional<std::int64_t> integer() const;
    bool isTrueAt(std::string_view name) const;
};

} // namespace core::format::json
