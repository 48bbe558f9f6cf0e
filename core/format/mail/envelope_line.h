// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line before each mail of an mbox. Not the sender of the mail: that is in its headers.

#include "core/format/mail/mail_date.h"

namespace core::format::mail {

// A From_ line of an mbox without its end: "From ", a sender, a date with time. None for a line of text that
// happens to begin with "From ".
struct EnvelopeLine {
    std::string_view sender;
    std::string_view dateText;
    MailDate date;
};
std::optional<EnvelopeLine> parseEnvelopeLine(std::string_view line);

} // namespace core::format::mail
