// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From a mail taken apart to the neutral record: times with their sources, people, text, identity.
// Not a decision who is who: the direction stays unknown.

#include "core/format/item_record.h"
#include "core/format/mail/envelope_line.h"
#include "core/format/mail/mail_parser.h"
#include "core/format/reader.h"

#include <optional>

namespace core::format::mail {

// Moves texts and attachments out of `content`. `begin` and `end`: where the mail lies in the file, a From_
// line included.
ItemRecord makeRecord(MailContent& content, const std::optional<EnvelopeLine>& envelope,
                      const ReadContext& context, std::uint64_t begin, std::uint64_t end);

// The same piece by piece, for messages that are stored as properties and come with the headers of a mail.
void fillPeople(ItemRecord& record, const PartHeader& header);
void fillThread(ItemRecord& record, const PartHeader& header);
void fillText(ItemRecord& record, std::vector<TextPiece>& texts, std::vector<TextPiece>& others);
// The text without what a mailbox or a mail program changes on the way: quote marks before "From ", blanks at
// line ends, blank lines at the end.
std::string canonicalText(std::string_view text);

} // namespace core::format::mail
