// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The main type of an incident and the further ones, from the editable list of types. Not the user's own
// tags.

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

class wxButton;

namespace ui::incident {

class CodeChoice;

class TypeRow : public wxPanel {
public:
    explicit TypeRow(wxWindow* parent);
    void setTypes(const std::string& type, const std::vector<std::string>& extra);
    std::string type() const;
    const std::vector<std::string>& extraTypes() const { return extra_; }
    CodeChoice* choice() const { return choice_; }
    void onChange(std::function<void()> changed) { changed_ = std::move(changed); }

private:
    void chooseExtra();
    void showExtra();

    std::vector<std::pair<std::string, wxString>> types_;
    std::vector<std::string> extra_;
    CodeChoice* choice_;
    wxButton* more_;
    std::function<void()> changed_;
};

// Code and word of each type in the window's language; "other" alone where the file cannot be read.
std::vector<std::pair<std::string, wxString>> incidentTypes();

} // namespace ui::incident
