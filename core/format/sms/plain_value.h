// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A look at an attribute value that lies in memory in one piece, eight bytes at a time: where it ends, and
// whether it stands there as it is to be read. Not a decoder: attribute_text.h.

#include "core/base/eight_bytes.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core::format::sms {

struct ValueLook {
    std::size_t length = 0; // up to the quote, or a "<"
    bool isClosed = false;  // the quote stands there
    bool isChanged = false; // a reference or a control character is in it
    bool isAscii = true;
};

inline ValueLook lookAtValue(std::string_view text, char quote) {
    ValueLook look;
    std::uint64_t changed = 0;
    std::uint64_t high = 0;
    std::size_t before = 8; // bytes before the end of the value
    for (; before == 8 && look.length < text.size(); look.length += before) {
        base::EightBytes eight = base::EightBytes::of(quote); // behind the end a quote that does not count
        const char* at = text.data() + look.length;
        const std::size_t left = text.size() - look.length;
        if (left >= 8)
            eight = base::EightBytes::at(at);
        else
            std::memcpy(&eight.bits, at, left);
        before = base::EightBytes::before(eight.are(quote) | eight.are('<'));
        const std::uint64_t mask = before == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (before * 8)) - 1;
        changed |= (eight.areControls() | eight.are('&')) & mask;
        high |= eight.areHigh() & mask;
    }
    look.isClosed = look.length < text.size() && text[look.length] == quote;
    look.isChanged = changed != 0;
    look.isAscii = high == 0;
    return look;
}

} // namespace core::format::sms
