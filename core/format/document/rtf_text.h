// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text, title and dates of an RTF. Not its layout, and never what is embedded in it.

#include "core/format/document/content.h"

#include <string_view>

namespace core::format::document {

// Rich Text Format Specification 1.9.1.
Content readRtf(std::string_view bytes);

} // namespace core::format::document
