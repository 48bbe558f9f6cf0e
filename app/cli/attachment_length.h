// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long a film or a recording lasts that is attached to a message or a mail: found out anew from its bytes,
// for the case keeps the length of items only.

#include "core/query/case_reader.h"

#include <optional>

namespace app::cli {

// Seconds. None for what is neither, does not say it, or cannot be read.
std::optional<std::int64_t> attachmentLength(const core::query::CaseReader& reader,
                                             const core::query::AttachmentRow& attachment);

} // namespace app::cli
