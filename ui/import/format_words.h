// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a format is called, and what its exports never hold: the codes of readers in the user's words.

#include <string>
#include <vector>

#include <wx/string.h>

namespace ui::import {

wxString formatLabel(const std::string& format);

// "The exports never hold: messages that disappear by themselves; ..."; empty without a code.
wxString notContainedText(const std::vector<std::string>& codes);

} // namespace ui::import
