// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bodies of a message of Outlook: plain, HTML, RTF, or HTML inside RTF.

#include "core/format/item_record.h"
#include "core/format/mail/leaf.h"
#include "core/format/outlook/property_bag.h"

namespace core::format::outlook {

// The plain text if there is one, else what HTML or RTF say; below it what one of them says beyond it.
// `inside` are texts of a part that the message is signed around.
void fillBody(ItemRecord& record, const PropertyBag& properties, std::vector<mail::TextPiece> inside);

// The bodies that are not blank, the plain text first.
std::vector<mail::TextPiece> bodiesOf(const PropertyBag& properties);

} // namespace core::format::outlook
