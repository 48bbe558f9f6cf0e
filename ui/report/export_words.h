// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sentences of the export windows: what the gate found, what was written, what a check of a package says.
// wxBase only, no windows.

#include "core/share/export.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <wx/string.h>

namespace ui::report {

using core::base::Language;

// "log 2025-09-30.pdf": says nothing of what is in it.
std::string neutralFileName(std::int64_t nowMs, const std::string& zone, const std::string& ending);

wxString gateSummary(const std::vector<core::share::GateFinding>& findings, std::size_t protectedTerms);
// Where it is, and what happens to it.
wxString findingPlace(const core::share::GateFinding& finding);
wxString findingOutcome(const core::share::GateFinding& finding, bool isTakenAlong);

wxString reportSummary(const core::share::ReportResult& result, Language language);
wxString packageSummary(const core::share::PackageResult& result, Language language);
wxString verifySummary(const std::vector<core::share::PackageFinding>& findings);
wxString verifyLine(const core::share::PackageFinding& finding);

} // namespace ui::report
