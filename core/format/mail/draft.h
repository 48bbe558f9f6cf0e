// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a mail was written and not sent, as far as its headers, its file and its folder say. Not a guess
// from what is missing in it.

#include "core/format/mail/part_header.h"
#include "core/format/reader.h"

namespace core::format::mail {

bool isDraft(const PartHeader& header, const ReadContext& context);

// The flags of a Maildir file ("FRS" of "1684092645.M1.host:2,FRS"), with the signs that stand for the colon
// where a file system has none. Empty where the name has none.
std::string_view maildirFlags(std::string_view fileName);

} // namespace core::format::mail
