// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sentences of the import windows: what was found, what came in, what was odd. wxBase only, no windows.

#include "core/base/catalog.h"
#include "ui/import/import_rows.h"

#include <wx/string.h>

namespace ui::import {

using core::base::Language;

// "612 messages and 287 calls, 5 without a date"; for a file that is not understood, what can be done.
wxString contentText(const FoundRow& row, Language language);
// "1 Dec 2023 – 29 Aug 2024"; the year once where it is the same; empty where nothing has a date.
wxString periodText(const FoundRow& row, const std::string& zone, Language language);
// What is in an archive stands in from the edge.
wxString rowName(const std::string& name, bool isFolder, bool isMember);

// "1,204 found. 1,192 come into the case ..." under the questions.
wxString foundSummary(const FoundTotals& sum, const wxString& caseLabel, Language language);
wxString importButtonLabel(const FoundTotals& sum, Language language);

// "9f2c41d7 … 77e05b13"; for a folder or a file that did not come in, what is there instead.
wxString hashText(const ReportRow& row, const core::import::ImportReport& report, Language language);
// "–" for zero, as a table of counts reads best.
wxString countOrDash(int count, Language language);
// Sentences under the table; one a paragraph.
wxString reportNotes(const ReportRow& sum, Language language);
wxString reportHeading(const core::import::ImportReport& report);
// "1 Sep 2024 10:32 +02:00 · 14 seconds · everything is saved in Case A"
wxString reportSubtitle(const core::import::ImportReport& report, const std::string& zone,
                        const wxString& caseLabel, Language language);
wxString issueText(const IssueCount& issue, Language language);

} // namespace ui::import
