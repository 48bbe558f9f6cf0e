// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A look at an attribute value that lies in memory in one piece: where it ends, and whether it stands there
// as it is to be read. Not a decoder: attribute_text.h.

#include <cstddef>
#include <string_view>

namespace core::format::sms {

struct ValueLook {
    std::size_t length = 0; // up to the quote, or a "<"
    bool isClosed = false;  // the quote stands there
    bool isChanged = false; // a reference or a control character is in it
    bool isAscii = true;
};
ValueLook lookAtValue(std::string_view text, char quote);

} // namespace core::format::sms
