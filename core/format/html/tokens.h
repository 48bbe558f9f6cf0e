// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tags and text of an HTML page that a program wrote. Not an HTML parser: no tree, no repair of wrong
// nesting.

#include <cstdint>
#include <string>
#include <string_view>

namespace core::format::html {

inline constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr bool isBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }

struct Token {
    enum class Kind { Open, Close, Text, End };
    Kind kind = Kind::End;
    bool isVoid = false;         // an opening tag without content: <br>, <img ...>, <div/>
    std::string_view name;       // of a tag, as written
    std::string_view attributes; // of an opening tag, as written
    std::string_view text;       // of a text, as written, with its character references
    std::size_t begin = 0;       // bytes from the start of the page
    std::size_t end = 0;

    bool is(std::string_view tag) const;                         // whatever the case
    std::string attribute(std::string_view attributeName) const; // decoded; empty where it is not there
    bool hasClass(std::string_view className) const;
};

class Tokens {
public:
    explicit Tokens(std::string_view page) : page_(page) {} // the page must outlive this
    Token next();                                           // comments, scripts and styles are passed over

private:
    bool skipMarkup(); // what is no tag and no text
    Token tag();

    std::string_view page_;
    std::size_t at_ = 0;
};

// With character references turned into characters.
std::string decoded(std::string_view text);

} // namespace core::format::html
