// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message of a conversation exhibit, and those of an exhibit as whoever sets or writes them reads them.
// Not where they are kept: packed_messages.h.

#include "core/model/item.h"
#include "core/report/made_list.h"

#include <string>
#include <vector>

namespace core::report {

struct PictureRef {
    model::Id id = 0;
    bool isAttachment = false; // else an item
    int orientation = 0;       // EXIF 1 to 8; 0 = as the bytes say
};

struct Message {
    std::string label;                // "45.3"; empty for context
    std::string day;                  // "lørdag den 3. maj 2025"; a heading where it changes
    std::string clock;                // "22.11.48"
    std::string zoneNote, sourceNote; // "UTC+2 (sommertid)", "K1, post 2213"
    std::string sender;               // "Fra udøver"
    std::string text;
    std::vector<std::string> notes; // "Ubesvaret opkald", attachments, issues: small, under the text
    bool fromOffender = false;
    bool isContext = false; // does not count
    bool isNotice = false;  // a service's own line: small, in the middle; context too
    std::vector<PictureRef> pictures;
    std::vector<int> incidents; // numbers; none for context and milestones
};

class MessageSource : public ListSource<Message> {
public:
    virtual const std::vector<PictureRef>& pictures() const = 0;
};

class Messages : public MadeList<Message, MessageSource> {
public:
    using MadeList::MadeList;
    // Of all of them, in their order.
    std::vector<PictureRef> pictures() const {
        return source_ ? source_->pictures() : std::vector<PictureRef>();
    }
};

} // namespace core::report
