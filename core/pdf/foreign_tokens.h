// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a page's operators and of a CMap, one after another: ISO 32000-1, 7.2 and 7.3. Any bytes end.
// Not objects: arrays and dictionaries come as their brackets.

#include <cstddef>
#include <string>
#include <string_view>

namespace core::pdf {

struct ForeignToken {
    enum class Kind { End, Number, String, Name, Word }; // Word: an operator or a bracket
    Kind kind = Kind::End;
    std::string text; // of a string the bytes, of a name with its slash
    double number = 0;
    bool is(std::string_view word) const { return kind == Kind::Word && text == word; }
};

class ForeignTokens {
public:
    explicit ForeignTokens(std::string_view bytes) : bytes_(bytes) {}
    ForeignToken next();
    void skipInlinePicture(); // after its ID

private:
    std::string literalString();
    std::string hexString();

    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace core::pdf
