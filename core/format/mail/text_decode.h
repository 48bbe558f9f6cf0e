// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes of a mail's text to UTF-8, whatever the declared charset is worth. Not a transfer decoder.

#include <cstddef>
#include <string>
#include <string_view>

namespace core::format::mail {

struct DecodeNotes {
    std::size_t foreign = 0;     // bytes or characters the declared charset does not have
    bool unknownCharset = false; // the declared name is not known
};

// An empty charset, us-ascii and utf-8 are read as UTF-8 in which a byte that is none is read as
// windows-1252, so that a wrong declaration loses nothing. Unknown charsets are read the same way.
std::string readableText(std::string_view bytes, const std::string& charset, DecodeNotes* notes = nullptr);

// Whether readableText() takes an ASCII byte for itself in that charset.
bool keepsAscii(const std::string& charset);

// Line ends to \n, a leading byte order mark away, NUL as U+FFFD (counted as foreign).
std::string normalizeLines(std::string_view text, DecodeNotes& notes);
std::string normalizeLines(std::string&& text, DecodeNotes& notes);

// RFC 3676: lines that end in a blank are joined, stuffed blanks removed. `text` has \n line ends.
std::string unflow(std::string_view text, bool deleteSpace);

} // namespace core::format::mail
