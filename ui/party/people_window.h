// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is who: each number, address and profile of the case, and the person it belongs to. And the words that
// must never leave the case. Changes are saved at once.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"

#include <vector>

#include <wx/timer.h>

class wxButton;
class wxComboBox;
class wxNotebook;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace ui::form {
class NoticeBar;
} // namespace ui::form

namespace ui::party {

class PeoplePage : public wxPanel {
public:
    PeoplePage(wxWindow* parent, common::SessionPtr session);
    // The chosen identifiers belong to one person in that role. Somebody else without a name is called as in
    // the export, so that two others do not become one.
    void assign(core::model::PartyRole role);
    void addByHand();
    wxDataViewListCtrl* list() const { return list_; }
    wxTextCtrl* nameField() const { return name_; }
    wxTextCtrl* newField() const { return new_; }

private:
    void build();
    wxSizer* roleRow();
    wxSizer* addRow();
    void fill(const std::vector<core::model::Id>& chosen);
    void showChosen();
    std::vector<core::query::IdentifierRow> chosen() const;

    common::SessionPtr session_;
    std::vector<core::query::IdentifierRow> rows_;
    std::vector<wxButton*> roles_; // meant for the chosen lines
    wxDataViewListCtrl* list_ = nullptr;
    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* new_ = nullptr;
};

class ProtectedPage : public wxPanel {
public:
    ProtectedPage(wxWindow* parent, common::SessionPtr session);
    void add();
    void removeChosen();
    wxTextCtrl* termField() const { return term_; }
    int count() const { return static_cast<int>(terms_.size()); }

private:
    void fill();

    common::SessionPtr session_;
    std::vector<std::pair<std::string, std::string>> terms_;
    wxDataViewListCtrl* list_ = nullptr;
    wxTextCtrl* term_ = nullptr;
    wxComboBox* kind_ = nullptr;
};

// What stands between the parties, in her words. Saved while she types.
class BackgroundPage : public wxPanel {
public:
    BackgroundPage(wxWindow* parent, common::SessionPtr session);
    // Where it has changed. Opens no window: it runs while all of them are being closed. False where the
    // words stand in the field alone; the page says why.
    bool save();
    wxTextCtrl* field() const { return text_; }
    form::NoticeBar* problem() const { return problem_; }

private:
    void changed();
    bool fits(const std::string& text);

    common::SessionPtr session_;
    std::string saved_;
    wxTimer timer_;
    std::int64_t firstChangeMs_ = 0; // that is not saved; 0 for none
    wxTextCtrl* text_ = nullptr;
    form::NoticeBar* problem_ = nullptr;
};

class PeopleWindow : public common::DialogBase {
public:
    PeopleWindow(wxWindow* parent, const common::SessionPtr& session, bool atProtected);
    PeoplePage* people() const { return people_; }
    ProtectedPage* protectedPage() const { return protected_; }
    BackgroundPage* background() const { return background_; }

private:
    bool keepsWords(); // else the page with them is shown
    void onClose(wxCloseEvent& event);

    wxNotebook* book_;
    PeoplePage* people_;
    BackgroundPage* background_;
    ProtectedPage* protected_;
};

} // namespace ui::party
