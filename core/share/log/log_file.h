// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log beside its PDF, for those who want to go on working with it: CSV, JSON, DOCX. The same redaction,
// the same classes of what an audience may see, the same gate and history as the PDF.

#include "core/share/export.h"

#include <optional>

namespace core::share {

enum class LogFormat { Csv, Json, Docx };

const char* endingOf(LogFormat format);                             // ".csv"
std::optional<LogFormat> logFormatOf(const std::filesystem::path&); // by the ending

// Freezes the exhibit numbers, which leave with the log, and enters the export in the history before the file
// has a name. `variant` of the options does not matter: it is always the whole log. An earlier file at `out`
// is replaced only when the new one is complete. Throws base::Error.
ReportResult writeLog(store::CaseStore& store, const ReportOptions& options, LogFormat format,
                      const std::filesystem::path& out, base::Progress& progress);

} // namespace core::share
