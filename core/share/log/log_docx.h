// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log as a Word document for those who want to edit it: one table on landscape A4 whose heading row
// repeats. Not the log form itself: no exhibits, no figures, nothing frozen.

#include "core/share/log/log_table.h"

#include <string>
#include <utility>
#include <vector>

namespace core::share::log {

using DocxParts = std::vector<std::pair<std::string, std::string>>; // name in the package, XML

DocxParts docxParts(const report::LogDocument& document, const LogTable& table);

} // namespace core::share::log
