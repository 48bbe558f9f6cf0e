// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text of which every UTF-8 byte was written as a character of its own: "HÃ¸jgaard" for "Højgaard". So writes
// the ordinary export of this company; its end-to-end export does not.

#include <string>
#include <string_view>

namespace core::format::messenger {

// Turned back only where that is beyond doubt: no character above U+00FF, and their values together are valid
// UTF-8 with at least one letter of several bytes. All other text is given back as it is.
std::string unmangled(std::string_view text);

} // namespace core::format::messenger
