// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names of the charsets that Windows gives numbers.

#include <cstdint>
#include <string>

namespace core::format::outlook {

// The MIME name of a code page; empty for 0.
std::string charsetOf(std::uint32_t codePage);

// The code page of a font's \fcharset in RTF; 0 for "that of the document".
std::uint32_t codePageOfFontCharset(std::uint32_t charset);

} // namespace core::format::outlook
