// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/party/people_window.h"

#include "ui/party/milestone_window.h"
#include "ui/party/people_dialog.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

namespace ui::party {

PeopleWindow::PeopleWindow(wxWindow* parent, const common::SessionPtr& session, bool atProtected)
    : DialogBase(parent, _("People"), _("People and what is protected")),
      book_(new wxNotebook(this, wxID_ANY)), people_(new PeoplePage(book_, session)),
      background_(new BackgroundPage(book_, session)), protected_(new ProtectedPage(book_, session)) {
    book_->AddPage(people_, _("Who is who"), !atProtected);
    book_->AddPage(background_, _("Background"));
    book_->AddPage(protected_, _("Must never leave the case"), atProtected);
    content()->Add(book_, wxSizerFlags(1).Expand());
    addLeftText(_("Everything is saved at once."));
    addButton(wxID_OK, _("Done"), true);
    SetEscapeId(wxID_OK);
    Bind(wxEVT_CLOSE_WINDOW, &PeopleWindow::onClose, this);
    Bind(
        wxEVT_BUTTON,
        [this](wxCommandEvent& event) {
            if (keepsWords()) event.Skip();
        },
        wxID_OK); // Enter and Esc as well, which leave no field
    finish({980, 640}, atProtected ? static_cast<wxWindow*>(protected_->termField()) : people_->list());
}

bool PeopleWindow::keepsWords() {
    if (background_->save()) return true;
    book_->ChangeSelection(static_cast<std::size_t>(book_->FindPage(background_)));
    background_->field()->SetFocus();
    return false;
}

void PeopleWindow::onClose(wxCloseEvent& event) {
    if (!event.CanVeto()) {
        background_->save();
        EndDialog(wxID_OK); // the button would keep back
    } else if (keepsWords()) {
        event.Skip();
    } else {
        event.Veto();
    }
}

void openPeople(wxWindow* parent, const common::SessionPtr& session) {
    PeopleWindow(parent, session, false).ShowModal();
}

void openProtectedTerms(wxWindow* parent, const common::SessionPtr& session) {
    PeopleWindow(parent, session, true).ShowModal();
}

void openMilestones(wxWindow* parent, const common::SessionPtr& session) {
    MilestonesWindow(parent, session).ShowModal();
}

void openMilestone(wxWindow* parent, const common::SessionPtr& session, core::model::Id id,
                   core::model::Id item) {
    MilestonesWindow::edit(parent, session, id, item);
}

} // namespace ui::party
