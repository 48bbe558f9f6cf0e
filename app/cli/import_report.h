// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an import did, for the command line; and the options that several commands share.

#include "app/cli/arguments.h"
#include "app/cli/json_text.h"
#include "core/import/importer.h"
#include "core/query/case_reader.h"

namespace app::cli {

JsonObject::Ptr fileJson(const core::import::FileReport& file);
void printReport(const core::import::ImportReport& report); // on standard output

// --zone, or the usual one. Throws UsageError for one that is none.
std::string zoneOf(const Arguments& arguments);
// The JSON of a mapping in a file. Throws Error(NotFound, InvalidInput).
std::string readMappingFile(const std::string& path);
// By its number, or by its name where only one has it. Throws Error(NotFound).
core::query::SourceRow sourceNamed(const core::query::CaseReader& reader, const std::string& word);

} // namespace app::cli
