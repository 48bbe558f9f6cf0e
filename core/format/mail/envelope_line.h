// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line before each mail of an mbox. Not the sender of the mail: that is in its headers.

#include "core/format/mail/mail_date.h"

namespace core::format::mail {

// A From_ line of an mbox without its end: "From ", a sender, a date with time. None for a line of text that
// happens to begin with "From ".
struct EnvelopeLine {
    std::string dateText;
    MailDate date;
};
std::optional<EnvelopeLine> parseEnvelopeLine(std::string_view line);

// The same for a line that is known to be one: the sender may be several words, or none.
std::optional<EnvelopeLine> parseLooseEnvelopeLine(std::string_view line);

// Well-known headers in the block that begins `ahead`: what follows a line that may be a From_ line. 0 where
// it does not begin with a header.
int knownHeadersAhead(std::string_view ahead);

// So many are not there by chance.
constexpr int kHeadersOfAMail = 2;
// What knownHeadersAhead is given to see, bytes.
constexpr std::size_t kHeadersAhead = std::size_t{8} << 10;

} // namespace core::format::mail
