// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "ui/common/command_ids.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/import/sources_window.h"
#include "ui/import/why_not.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/intl.h>

namespace ui::import {

using common::toWx;

RemoveSourceDialog::RemoveSourceDialog(wxWindow* parent, common::SessionPtr session,
                                       const core::query::SourceRow& source)
    : DialogBase(parent, "Logbog", _("Remove a file from the case")), session_(std::move(session)),
      source_(source.id) {
    build(source);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); }, wxID_DELETE);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { saveCopy(); }, wxID_SAVE);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { close(); }, wxID_CANCEL);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(); });
    finish({620, 450}, close_);
}

RemoveSourceDialog::~RemoveSourceDialog() { job_.cancel(); }

void RemoveSourceDialog::addPart(const wxString& title, const wxString& text) {
    content()->Add(common::makeText(this, title, common::TextStyle::Strong),
                   wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    content()->Add(new common::WrappedText(this, text), wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
}

void RemoveSourceDialog::build(const core::query::SourceRow& source) {
    setSubheading(
        wxString::Format(wxPLURAL("%s, %s item, %s", "%s, %s items, %s", static_cast<unsigned>(source.items)),
                         toWx(source.name), common::count(source.items),
                         toWx(core::base::formatBytes(source.size, common::language()))));
    content()->Add(new common::WrappedText(
                       this, _("This is for a file that should not be in the case at all, somebody else's "
                               "phone for example. To keep single items out of the log form, leave them out "
                               "instead: that can be taken back.")),
                   wxSizerFlags().Expand());
    addPart(
        _("What goes"),
        source.format == "archive"
            ? _("The encrypted archive with all files inside it that came in no other way, the items that "
                "were read from them, and their tags.")
            : _("The encrypted original, the items that were read from it, and their tags."));
    addPart(
        _("What stays"),
        _("A line in the history: the name of the file, its checksum, how many items it had, and that it was "
          "removed. Copies of the case that were saved before still have all of it."));
    addPart(_("It cannot be undone"), _("Save a copy of the case first, if you are in the least doubt."));
    gauge_ = common::named(new wxGauge(this, wxID_ANY, 100), _("Progress"));
    gauge_->Hide();
    const auto below = wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap));
    content()->Add(gauge_, below);
    outcome_ = new common::WrappedText(this, wxEmptyString);
    content()->Add(outcome_, below);
    copy_ = addLeftButton(wxID_SAVE, _("Save a copy…"));
    remove_ = addButton(wxID_DELETE, _("Remove the file"));
    close_ = addButton(wxID_CANCEL, _("Cancel"), true); // Enter changes nothing
}

void RemoveSourceDialog::remove() {
    if (job_.isRunning() || isDone_) return;
    remove_->Disable();
    copy_->Disable();
    gauge_->Show();
    close_->SetLabel(_("Stop"));
    say(_("Removing…"));
    close_->SetFocus();
    job_ = common::runJob(
        this,
        [session = session_, source = source_](core::base::Progress& progress) {
            session->removeSource(source, progress);
        },
        [this](const common::Outcome<void>& outcome) { finished(outcome); });
    job_.onProgress([this](const core::base::Progress&) { gauge_->Pulse(); });
}

void RemoveSourceDialog::finished(const common::Outcome<void>& outcome) {
    gauge_->Hide();
    isDone_ = outcome.ok();
    remove_->Show(!isDone_);
    remove_->Enable(!isDone_);
    copy_->Show(!isDone_);
    copy_->Enable(!isDone_);
    close_->SetLabel(_("Close"));
    say(isDone_ ? _("The file has been removed. The history says so.") : whyNotRemoved(outcome.error()));
    close_->SetFocus();
}

void RemoveSourceDialog::say(const wxString& text) {
    if (said_ == text) return;
    said_ = text;
    outcome_->setText(text);
    Layout();
}

void RemoveSourceDialog::close() { stopOrLeave(job_); }

// By the main window, which has the dialog for it.
void RemoveSourceDialog::saveCopy() {
    wxWindow* frame = this;
    while (frame->GetParent()) frame = frame->GetParent();
    common::sendCommand(frame, common::CmdSaveCopy);
}

} // namespace ui::import
