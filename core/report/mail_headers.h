// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The technical headers of a mail, out of the bytes that were kept: for those who ask where it came from.
// Not the headers that everybody reads; core/format has read those. Any bytes give an answer.

#include <string>
#include <string_view>
#include <vector>

namespace core::report {

struct MailHeader {
    std::string name, value; // unfolded, UTF-8
};

// Return-Path, Message-ID, X-Originating-IP, and of the Received lines the one nearest the sender, without
// whom it was for. Empty where the bytes are no mail as it travels.
std::vector<MailHeader> technicalHeaders(std::string_view mail);

} // namespace core::report
