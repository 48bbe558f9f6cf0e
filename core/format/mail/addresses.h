// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Address lists of From, To, Cc, Bcc: names, groups, comments, and what is written instead of them.
// Not a check that an address exists or is well-formed.

#include "core/model/item.h"

#include <string_view>
#include <vector>

namespace core::format::mail {

// Appends one participant an address. Words that stand before "name <address>" behind a comma or semicolon
// belong to the name: "Hansen, Bo <bo@example.org>" is one. A mailbox without @ keeps its word; words without
// any address become a participant of kind Name. An empty group ("undisclosed-recipients:;") gives nobody.
void appendAddresses(std::string_view raw, model::ParticipantRole role, std::vector<model::Participant>& out);

} // namespace core::format::mail
