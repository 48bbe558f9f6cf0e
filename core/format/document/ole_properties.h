// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The title and the dates that Office keeps beside a document in a compound file ([MS-OLEPS]).

#include "core/format/document/content.h"

#include <string_view>

namespace core::format::document {

// `stream`: "\5SummaryInformation". Damaged: what can be reached.
void readOleProperties(std::string_view stream, Content& content);

} // namespace core::format::document
