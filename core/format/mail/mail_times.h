// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The times a mail claims, and which of them stands first. Not how a date is read: mail_date.h.

#include "core/format/item_record.h"
#include "core/format/mail/envelope_line.h"
#include "core/format/mail/part_header.h"
#include "core/format/reader.h"

#include <optional>

namespace core::format::mail {

// Fills record.times and the issues about them. Returns an instant that is the same for every copy of the
// mail, whatever zone or moment of import: 0 where nothing is written.
std::int64_t fillTimes(ItemRecord& record, const PartHeader& header,
                       const std::optional<EnvelopeLine>& envelope, const ReadContext& context);

} // namespace core::format::mail
