// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands encoded in the text of a mail or a page: quoted-printable, base64, encoded words of headers,
// character references, %XX. For looking through, not for showing: what is no code is turned into junk.

#include <string>
#include <string_view>

namespace core::share {

// Empty where there is nothing of the kind.
std::string unquotedText(std::string_view text);
std::string base64Text(std::string_view text);   // a text each, a line each
std::string decodedWords(std::string_view text); // the headers' words among the rest of the text
std::string withoutReferences(std::string_view text);
// JSON's \u00e6, \n and the like. `asBytes`: a \u00c3 is a byte, as the exports of one network write them.
std::string withoutEscapes(std::string_view text, bool asBytes);
std::string withoutPercents(std::string_view text);

} // namespace core::share
