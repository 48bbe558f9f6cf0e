// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text that is nothing but text, in a charset that it does not name.

#include "core/format/document/content.h"

#include <string_view>

namespace core::format::document {

// Whether the first bytes are text that a person wrote: no control characters, no markup, no data.
bool looksLikeText(std::string_view head);

// UTF-8 where it is that, UTF-16 by its mark or its zeros, else windows-1252.
Content readPlainText(std::string_view bytes);

} // namespace core::format::document
