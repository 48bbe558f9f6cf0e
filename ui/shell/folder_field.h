// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A folder: its path to read and write, and a button that lets it be chosen. Remembers nothing.

#include <filesystem>

#include <wx/panel.h>

class wxTextCtrl;

namespace ui::shell {

class FolderField : public wxPanel {
public:
    FolderField(wxWindow* parent, const wxString& name, bool mustExist);
    std::filesystem::path path() const;
    void setPath(const std::filesystem::path& path);
    wxTextCtrl* field() const { return text_; }

private:
    wxTextCtrl* text_;
    bool mustExist_;
};

} // namespace ui::shell
