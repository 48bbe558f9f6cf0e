// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a format is called, what its exports never hold, and what was doubtful: the codes of readers in the
// user's words.

#include <string>
#include <vector>

#include <wx/string.h>

namespace ui::common {

wxString formatLabel(const std::string& format);

// "The exports never hold: messages that disappear by themselves; ..."; empty without a code.
wxString notContainedText(const std::vector<std::string>& codes);

// What an issue says of itself, behind its sentence: its code in words, else as it was found in the file.
wxString issueDetailText(const std::string& detail);

} // namespace ui::common
