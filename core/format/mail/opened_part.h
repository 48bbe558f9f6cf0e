// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of a mail that hold more than their bytes show: a winmail.dat of Outlook, a mail that is signed as a
// whole (S/MIME), a mail in base64. What can be read in them belongs to the mail they came in.

#include "core/format/mail/mail_parser.h"
#include "core/format/reader.h"

namespace core::format::mail {

// A part of a mail with its headers, read from memory.
MailContent parsePart(std::string_view bytes);

// Adds the texts where the mail has none of its own, and the files by the path that unpackParts() gives them.
void openParts(MailContent& content);

// Hands out the files, and the mails that do not stand in the mail byte for byte.
void unpackParts(MailContent& content, ChildSink& sink);

// Whether the mails of a file may have such parts, told from a look at the bytes. The source is read to its
// end or to the first sign.
bool mayHoldParts(base::ByteSource& source, ChildSink& sink);

} // namespace core::format::mail
