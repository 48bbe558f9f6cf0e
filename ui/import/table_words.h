// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of the dialog that reads a table: what a column can mean, why a row gives nothing. wxBase only.

#include "core/base/catalog.h"
#include "core/import/read_table.h"

#include <vector>

#include <wx/string.h>

namespace ui::import {

// In the order in which they are offered.
const std::vector<core::import::TableRole>& offeredRoles();
wxString roleName(core::import::TableRole role);

wxString rejectedText(core::import::Rejected why);
// "no-date 12" of an issue: "row 12: no day that can be read"; empty where it is no such detail.
wxString rejectedRowText(const std::string& detail);

// What the preview shows of one row, each empty where there is nothing.
struct PreviewTexts {
    wxString row, time, kind, direction, other, text;
};
PreviewTexts previewTexts(const core::import::PreviewRow& row, const std::string& zone,
                          core::base::Language language);

// "18 of the first 20 rows can be read."
wxString previewSummary(const std::vector<core::import::PreviewRow>& rows);

} // namespace ui::import
