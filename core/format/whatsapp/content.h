// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the text of one message is: something somebody wrote, a file, a call, or a line of the program.

#include "core/format/item_record.h"

#include <string>
#include <string_view>

namespace core::format::whatsapp {

struct Content {
    model::ItemKind kind = model::ItemKind::Chat; // Chat, Call or Notice
    std::string text;                             // to be shown
    std::string key; // the same for the same message in exports with and without files, in any language
    std::vector<model::Attachment> attachments;
    std::vector<model::Issue> issues; // without places
    std::optional<model::CallInfo> call;
    bool byOwner = false; // only the owner of the phone can have this line: "You deleted this message"
    bool isMissedCall = false;
};

// `text` as in the file, with its marks and line ends as \n. `isIphone`: from a phone that puts a mark before
// what it writes itself, and a name before every line.
Content contentOf(std::string_view text, bool hasSender, bool isIphone);

} // namespace core::format::whatsapp
