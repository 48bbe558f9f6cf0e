// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Controls that show words and hold codes: one of a list, or any number of it. A code that is not in the list
// is kept as it is.

#include "ui/incident/choices.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <wx/choice.h>
#include <wx/panel.h>

class wxCheckBox;

namespace ui::incident {

class CodeChoice : public wxChoice {
public:
    CodeChoice(wxWindow* parent, std::span<const Choice> choices);
    // Words that are translated already: incident types, parties.
    CodeChoice(wxWindow* parent, const std::vector<std::pair<std::string, wxString>>& choices);
    void setCode(const std::string& code);
    std::string code() const;

private:
    std::vector<std::string> codes_;
};

class CodeChecks : public wxPanel {
public:
    CodeChecks(wxWindow* parent, std::span<const Choice> choices, int columns);
    void setCodes(const std::vector<std::string>& codes);
    std::vector<std::string> codes() const; // in the order of the window, unknown ones last

private:
    std::vector<std::pair<std::string, wxCheckBox*>> boxes_;
    std::vector<std::string> unknown_;
};

} // namespace ui::incident
