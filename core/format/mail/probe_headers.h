// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether bytes begin with the headers of a mail.

#include "core/format/reader.h"

#include <string_view>

namespace core::format::mail {

// `head` may begin with a line "From ..." left over from a mailbox.
Confidence probeHeaders(std::string_view head);

} // namespace core::format::mail
