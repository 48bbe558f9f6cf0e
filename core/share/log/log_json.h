// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log as JSON for other programs: the shape "logbog-log-1", described in README.md beside this file.
// Fields may be added to it; none is renamed or given another meaning without another version.

#include "core/report/log_builder.h"
#include "core/report/redacted_reader.h"
#include "core/share/log/log_table.h"

#include <string>

namespace core::share::log {

// `reader` with the redactor that the document was built with. Throws base::Error(Internal) where something
// protected is left.
std::string toJson(const report::RedactedReader& reader, const report::LogDocument& document,
                   const LogTable& table, report::Audience audience, const base::Catalog& catalog);

} // namespace core::share::log
