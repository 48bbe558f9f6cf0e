// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who a message of Outlook is from and to.

#include "core/format/item_record.h"
#include "core/format/mail/part_header.h"
#include "core/format/outlook/message.h"

namespace core::format::outlook {

// From the headers that came with the message where there are any, else from its properties.
void fillPeople(ItemRecord& record, Message& message, const mail::PartHeader& header);

} // namespace core::format::outlook
