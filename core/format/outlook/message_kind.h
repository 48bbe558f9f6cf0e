// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What kind of thing an item of Outlook is: a mail, or an appointment, contact, task or note.

#include "core/format/item_record.h"
#include "core/format/outlook/property_bag.h"

namespace core::format::outlook {

bool isSmime(const PropertyBag& properties); // signed or sealed as a whole
bool isMail(const PropertyBag& properties);
bool isSealed(const PropertyBag& properties);  // encrypted, so that the text is in an attachment
bool isMessage(const PropertyBag& attachment); // not a file but another message

// What an appointment or a contact says in its fields (place, numbers, addresses), below the text.
void addFacts(ItemRecord& record, const PropertyBag& properties);

} // namespace core::format::outlook
