// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The times of a message of Outlook: what its headers say, and what its properties say in UTC.

#include "core/format/item_record.h"
#include "core/format/mail/part_header.h"
#include "core/format/outlook/property_bag.h"
#include "core/format/reader.h"

namespace core::format::outlook {

// Of a mail. Returns an instant that every copy of it agrees on, 0 where there is none.
std::int64_t fillTimes(ItemRecord& record, const PropertyBag& properties, const mail::PartHeader& header,
                       const ReadContext& context, bool isDraft);

// Of an appointment: when it begins. Of the others: when it was changed last, which says little.
std::int64_t fillOtherTimes(ItemRecord& record, const PropertyBag& properties);

} // namespace core::format::outlook
