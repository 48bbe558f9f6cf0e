// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether the Content-Length of a mail in an mbox is to be believed, and where the body ends by it. Some
// writers of mailboxes quote no "From " and count instead; others leave a number that was never true.

#include "core/format/mail/line_reader.h"
#include "core/format/mail/mail_parser.h"

#include <cstdint>
#include <optional>

namespace core::format::mail {

class CountedBody {
public:
    explicit CountedBody(LineReader& lines) : lines_(lines) {}

    void beginMail() { end_.reset(); }
    // True where `offset`, the begin of the line just read, lies inside the counted body. Looks ahead: the
    // bytes of the line move.
    bool holds(const MailParser& parser, std::uint64_t fileSize, std::uint64_t offset);

private:
    std::uint64_t find(const MailParser& parser, std::uint64_t fileSize);
    bool leadsToMail(std::size_t distance);

    LineReader& lines_;
    std::optional<std::uint64_t> end_; // looked for once a mail; 0 where the length is not believed
    int failures_ = 0;                 // of this file
};

} // namespace core::format::mail
