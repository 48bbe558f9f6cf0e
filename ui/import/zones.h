// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The time zones offered for times that were written without one. Any IANA zone works in core; these are the
// ones a person in Denmark is likely to need.

#include <string>
#include <utility>
#include <vector>

#include <wx/string.h>

namespace ui::import {

// Zone and its words; `first` (the case's own) leads the list.
std::vector<std::pair<std::string, wxString>> offeredZones(const std::string& first);

} // namespace ui::import
