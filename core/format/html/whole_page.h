// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bytes of a page that is read as a whole, and small steps that readers of pages share.

#include "core/format/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::format::html {

// At most 64 MiB; none of a larger one, which is said.
std::optional<std::string> wholePage(base::ByteSource& source, RecordSink& sink);

bool looksLikePage(std::string_view head);

// Without the blanks at both ends; a no-break space is one too.
std::string_view trimmed(std::string_view text);

} // namespace core::format::html
