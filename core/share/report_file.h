// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PDF of the log without its entry in the history, for whoever enters the export it is part of.

#include "core/share/export.h"

namespace core::edit {
class Editor;
}

namespace core::share {

const char* codeOf(Audience audience);

// Freezes the exhibit numbers.
ReportResult makeReport(store::CaseStore& store, edit::Editor& editor, const ReportOptions& options,
                        const std::filesystem::path& out, base::Progress& progress);

} // namespace core::share
