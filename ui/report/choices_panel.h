// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The choices of an export as rows of a form: the usual ones in sight, the rarer ones behind a button. What
// does not matter for the kind that is chosen is switched off, not hidden. Writes nothing.

#include "core/base/passphrase_doubt.h"
#include "core/base/secret_text.h"
#include "ui/form/parts.h"
#include "ui/report/export_choices.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxTextCtrl;

namespace ui::report {

// Two controls in one row of a form: the window must fit a low screen.
wxSizer* besideEachOther(wxWindow* first, wxWindow* second);

// Scrolls where the screen is too low for all of it.
class ChoicesPanel : public wxScrolledWindow {
public:
    enum class For { Report, Package };
    ChoicesPanel(wxWindow* parent, For what, const ExportChoices& remembered);

    ExportChoices choices() const;
    core::share::ReportOptions options() const; // with folders, and the password where it stands twice
    // What is wrong with what is written, as a sentence; empty where nothing is.
    wxString problem() const;
    form::FormGrid* grid() const { return grid_; } // for a row more
    void onChange(std::function<void(bool isContent)> changed) { changed_ = std::move(changed); }

    wxChoice* kind() const { return kind_; } // null for a package
    wxChoice* archive() const { return archive_; }
    wxChoice* parts() const { return parts_; }
    wxTextCtrl* password(int which) const { return which == 0 ? password_ : again_; }
    wxString strength() const;        // of the password that is written
    wxString passwordMeaning() const; // who needs it, and what it is not
    void showMore(bool shown);
    // The window around it grows to what it holds, as far as the screen goes: what is below the edge of a
    // window has not been said.
    void makeRoom();

private:
    wxChoice* addChoice(wxWindow* page, const std::vector<wxString>& words, int chosen, bool isContent);
    void addUsual(const ExportChoices& remembered);
    void addMore(const ExportChoices& remembered);
    void fillForms(const std::string& wanted);
    void addExhibitRows(form::FormGrid& rows, const ExportChoices& remembered);
    void addFileRows(form::FormGrid& rows, const ExportChoices& remembered);
    void addPasswordRows(form::FormGrid& rows);
    void kindChosen();
    void passwordTyped();
    core::base::SecretText typed(const wxTextCtrl* field) const;

    For what_;
    form::FormGrid* grid_ = nullptr;
    wxChoice* kind_ = nullptr;
    wxChoice* audience_ = nullptr;
    wxChoice* variant_ = nullptr;
    wxChoice* form_ = nullptr;
    wxChoice* order_ = nullptr;
    wxChoice* language_ = nullptr;
    wxCheckBox* reviewed_ = nullptr;
    wxButton* more_ = nullptr;
    wxPanel* morePanel_ = nullptr;
    wxChoice* conversations_ = nullptr;
    wxCheckBox* mailHeaders_ = nullptr;
    wxChoice* around_ = nullptr;
    wxChoice* parts_ = nullptr;
    wxChoice* archive_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    wxTextCtrl* again_ = nullptr;
    form::WrapText* strength_ = nullptr;
    std::vector<std::string> formNames_;
    std::optional<core::base::CommonPasswords> common_; // read when the first letter is typed
    std::function<void(bool)> changed_;
};

} // namespace ui::report
