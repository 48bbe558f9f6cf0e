// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes an SMS or a call out of one tag. Not MMS, which come in several: mms_record.h.

#include "core/format/sms/record_fields.h"
#include "core/format/sms/tag_scanner.h"

namespace core::format::sms {

// None where the tag says nothing at all: no address, no date, no text.
std::optional<ItemRecord> smsRecord(const TagScanner& tag, std::int64_t nowMs);
std::optional<ItemRecord> callRecord(const TagScanner& tag, std::int64_t nowMs);

// What the scanner had to change in the values of the tag.
void addTextIssues(ItemRecord& record, const TagScanner& tag);

// A text with all its line ends as \n.
std::string withPlainLineEnds(std::string_view text);

// The direction by the code of the message boxes: 1 in; 2 to 6 out (3 to 6 with a note that it was not
// sent); unknown otherwise, with an issue.
model::Direction directionOfBox(std::string_view code, ItemRecord& record, std::uint64_t offset);

} // namespace core::format::sms
