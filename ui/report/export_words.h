// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sentences of the export windows: what the gate found, what was written, what a check of a package says.
// wxBase only, no windows.

#include "core/share/export.h"
#include "ui/report/export_choices.h"

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
// What an export takes along and what stays in the case, as the window shows it before anything is written.
struct ExportCounts {
    int incidents = 0, exhibits = 0, milestones = 0;
    bool hasPrivateNotes = false;
    bool hasPoliceOnly = false; // place in words, or what could be a contact of a witness
};
wxString alongSummary(const ExportChoices& choices, const ExportCounts& counts, Language language);
wxString staysSummary(const ExportChoices& choices, const ExportCounts& counts);
// Where it is, and what happens to it.
wxString findingPlace(const core::share::GateFinding& finding);
wxString findingOutcome(const core::share::GateFinding& finding, bool isTakenAlong);

wxString reportSummary(ExportKind kind, const core::share::ReportResult& result, Language language);
wxString packageSummary(const core::share::PackageResult& result, Language language);
// What a check of a package found, a line each below the sum of it.
wxString verifyText(const std::vector<core::share::PackageFinding>& findings);

} // namespace ui::report
