// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/mojibake.h"

#include "core/base/utf8.h"

namespace core::format::messenger {

std::string unmangled(std::string_view text) {
    std::string bytes;
    bool isPlain = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::nextCodePoint(text, at);
        if (c > 0xFF) return std::string(text);
        isPlain = isPlain && c < 0x80;
        bytes += static_cast<char>(static_cast<unsigned char>(c));
    }
    return isPlain || !base::isValidUtf8(bytes) ? std::string(text) : bytes;
}

} // namespace core::format::messenger
