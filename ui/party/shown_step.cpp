// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/party/shown_step.h"

#include "core/base/date_format.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/milestone_window.h"
#include "ui/party/people_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/listbox.h>

namespace ui::party {

using core::model::Id;
using core::model::Milestone;

namespace {

const wxString& dot() {
    static const wxString text = wxString::FromUTF8(" · ");
    return text;
}

} // namespace

ShownStepDialog::ShownStepDialog(wxWindow* parent, common::SessionPtr session, Id item)
    : DialogBase(parent, "Logbog", _("Which step does this show?")), session_(std::move(session)),
      item_(item), list_(new wxListBox(this, wxID_ANY)) {
    setSubheading(shownByText(*session_, item));
    form::nameControl(list_, _("Steps"));
    fill();
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
    content()->Add(list_, wxSizerFlags(1).Expand());
    content()->Add(new form::WrapText(this, _("The printed log gets an exhibit for it, named at the step."),
                                      common::TextStyle::Small, common::Color::Muted),
                   wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
    addButton(wxID_CANCEL, _("Cancel"));
    addButton(wxID_OK, _("Save"), true);
    finish({560, 420}, list_);
}

void ShownStepDialog::fill() {
    milestones_ = session_->reader().milestones();
    list_->Append(_("It shows no step"));
    list_->SetSelection(0);
    for (const Milestone& m : milestones_) {
        wxString line = common::toWx(core::base::formatTime(m.time, session_->zone(), common::language())) +
                        dot() + common::milestoneName(m);
        if (m.item != 0 && m.item != item_) line += dot() + _("shown by another item until now");
        list_->Append(line);
        if (m.item == item_) list_->SetSelection(static_cast<int>(list_->GetCount()) - 1);
    }
    list_->Append(_("A new step…"));
}

bool ShownStepDialog::wantsNew() const {
    return list_->GetSelection() == static_cast<int>(list_->GetCount()) - 1;
}

void ShownStepDialog::save() {
    const int chosen = list_->GetSelection() - 1;
    for (int i = 0; i < static_cast<int>(milestones_.size()); ++i) {
        Milestone& m = milestones_[static_cast<std::size_t>(i)];
        if ((m.item == item_) == (i == chosen)) continue;
        m.item = i == chosen ? item_ : 0;
        session_->editor().saveMilestone(m);
    }
    session_->notifyChanged();
}

wxString shownByText(common::CaseSession& session, Id item) {
    const auto row = session.reader().item(item);
    if (!row) return {};
    const wxString line = common::fieldEnd(common::itemLine(*row), 60);
    return common::timeText(*row, session.zone()) + dot() + common::kindName(row->kind) +
           (line.empty() ? line : dot() + line);
}

void openShownStep(wxWindow* parent, const common::SessionPtr& session, Id item) {
    ShownStepDialog dialog(parent, session, item);
    if (dialog.ShowModal() != wxID_OK) return;
    if (dialog.wantsNew()) return openMilestone(parent, session, 0, item);
    try {
        dialog.save();
    } catch (const core::base::Error&) {
        common::showError(parent, std::current_exception());
    }
}

} // namespace ui::party
