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
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        background_->save();
        event.Skip();
    });
    Bind(
        wxEVT_BUTTON,
        [this](wxCommandEvent& event) {
            background_->save(); // Enter and Esc leave no field
            event.Skip();
        },
        wxID_OK);
    finish({980, 640}, atProtected ? static_cast<wxWindow*>(protected_->termField()) : people_->list());
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
