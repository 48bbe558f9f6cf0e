// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// By what a sender is known, from how the file writes him: one of the codes of Incident::identifiedBy. Says
// nothing about who he is.

#include "core/model/party.h"

namespace core::model {

// "number", "email" or, for a name or a profile, "profile": a name in a chat is no known number.
const char* identifiedByOf(std::string_view asWritten);

} // namespace core::model
