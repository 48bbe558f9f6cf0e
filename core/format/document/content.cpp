// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/content.h"

namespace core::format::document {

void addText(Content& content, std::string_view text) {
    std::size_t room = kMostText - content.text.size();
    if (text.size() > room) {
        content.isCut = true;
        while (room > 0 && (text[room] & 0xC0) == 0x80) --room;
        text = text.substr(0, room);
    }
    content.text += text;
}

} // namespace core::format::document
