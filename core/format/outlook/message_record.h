// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From a message of Outlook to the neutral record: times, people, text, attachments by path, identity.
// Not a decision who is who: the direction stays unknown.

#include "core/format/outlook/message.h"
#include "core/format/reader.h"

#include <string>

namespace core::format::outlook {

// Where the files of a message are handed out by unpackFiles() under the same `folder` ("" or "12/").
ItemRecord makeRecord(Message& message, const ReadContext& context, const std::string& folder);

// A folder to each attachment makes the names unique, and is not mistaken for one of the user's.
std::string attachmentFolder(const std::string& folder, std::size_t number);
std::string attachmentPath(const std::string& folder, std::size_t number, const PropertyBag& attachment);

// The files of a message and of the messages inside it.
void unpackFiles(Message& message, const std::string& folder, ChildSink& sink, int depth = 0);

// Gives the record of a message, then those of the messages inside it. `index` is that of the last record.
void giveRecords(Message& message, const ReadContext& context, const std::string& folder, ItemRecord&& record,
                 std::uint64_t& index, RecordSink& sink);

} // namespace core::format::outlook
