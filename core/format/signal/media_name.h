// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where an attachment of Signal's export lies. Its files are called after a hash that has to be computed.

#include "core/format/json/value.h"
#include "core/format/reader.h"

namespace core::format::signal {

// The attachment of a file pointer: "files/ab/ab12...f.jpg". None where the pointer does not tell; `around`
// says which ending the file has.
std::optional<model::Attachment> attachmentOf(const json::Value& pointer, Surroundings* around);

} // namespace core::format::signal
