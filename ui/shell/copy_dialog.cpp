// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/copy_dialog.h"

#include "core/base/date_format.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/shell/folder_field.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::shell {

using common::CopyPlace;
using common::toWx;

namespace {

constexpr std::array<int, 4> kReminderDays{0, 7, 30, 90};
constexpr int kGaugeRange = 1000;

// Why nothing can be copied there; empty where it can.
wxString placeFault(CopyPlace place) {
    switch (place) {
    case CopyPlace::New:
    case CopyPlace::Earlier:
        return {};
    case CopyPlace::InsideCase:
        return _("That is the folder of the case itself. Choose another place, best on another disk.");
    case CopyPlace::OtherCase:
        return _(
            "There is another case of that name in the folder. Nothing has been overwritten. Choose another "
            "place.");
    case CopyPlace::NotEmpty:
        return _(
            "There is a folder of that name with something else in it. Nothing has been overwritten. Choose "
            "another place.");
    case CopyPlace::NotThere:
        return _("That folder is not there. If it is on a stick, plug it in and try again.");
    }
    return {};
}

wxString copyFault(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const core::base::Error& known) {
        switch (known.code()) {
        case core::base::ErrorCode::Exists:
            return _(
                "Somebody has worked in the copy that is there. Nothing in it has been overwritten. Choose "
                "another place.");
        case core::base::ErrorCode::InUse:
            return _("The copy that is there is open. Close it and try again.");
        case core::base::ErrorCode::Damaged:
            return _("The copy is not what was written, so it does not count. The disk may be worn out: use "
                     "another "
                     "one.");
        case core::base::ErrorCode::NoSpace:
            return _("There is not enough room for the copy. An earlier copy is still there as it was.");
        case core::base::ErrorCode::Cancelled:
            return _("Stopped. No copy was made. An earlier copy is still there as it was.");
        default:
            return common::errorText(known);
        }
    } catch (...) {
        return common::errorText(error);
    }
}

wxString doneText(const common::SavedCopy& copy, const std::filesystem::path& path) {
    wxString text =
        wxString::Format(wxPLURAL("The copy is saved. It was read back and checked: %s original and all "
                                  "you have written.",
                                  "The copy is saved. It was read back and checked: %s originals and all "
                                  "you have written.",
                                  static_cast<unsigned>(copy.originals)),
                         common::count(static_cast<long long>(copy.originals)));
    if (copy.faults > 0)
        text << "\n"
             << _("Something in the case itself is damaged, and in the copy, too. Keep earlier copies.");
    return text << "\n" << toWx(path);
}

} // namespace

wxString lastCopyText(const common::CaseSession& session) {
    const auto last = session.copyState().lastMs;
    if (!last) return _("No copy of the case has been saved yet.");
    core::base::Timestamp time;
    time.utcMs = *last;
    time.precision = core::base::Precision::Day;
    return wxString::Format(_("The last copy of the case is from %s."),
                            toWx(core::base::formatTime(time, session.zone(), common::language())));
}

CopyDialog::CopyDialog(wxWindow* parent, common::SessionPtr session)
    : DialogBase(parent, "Logbog", _("Save a copy")), session_(std::move(session)),
      folder_(new FolderField(this, _("Folder for the copy"), true)) {
    build();
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { copyInto(folder_->path()); }, wxID_SAVE);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { close(); }, wxID_CANCEL);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(); });
    finish({600, 560}, folder_->field());
}

CopyDialog::~CopyDialog() { job_.cancel(); }

void CopyDialog::build() {
    const auto row = wxSizerFlags().Expand();
    const auto spaced = wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap));
    const auto close = wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap));
    content()->Add(new common::WrappedText(
                       this, _("A copy on another disk or a stick keeps the case if this computer is "
                               "lost or breaks. It is encrypted like the case and opens with the "
                               "same passphrase. An earlier copy in that place is brought up to "
                               "date.")),
                   row);
    content()->Add(common::makeText(this, _("Folder for the copy")), spaced);
    content()->Add(folder_, close);
    content()->Add(new common::WrappedText(this,
                                           wxString::Format(_("In it the copy is the folder \"%s\"."),
                                                            toWx(session_->folder().filename())),
                                           common::TextStyle::Small, common::Color::Muted),
                   close);
    addReminder();
    gauge_ = common::named(new wxGauge(this, wxID_ANY, kGaugeRange), _("Progress"));
    gauge_->Hide();
    content()->Add(gauge_, spaced);
    outcome_ = new common::WrappedText(this, lastCopyText(*session_));
    content()->Add(outcome_, spaced);
    close_ = addButton(wxID_CANCEL, _("Close"));
    save_ = addButton(wxID_SAVE, _("Save the copy"), true);
}

void CopyDialog::addReminder() {
    reminder_ = common::named(new wxChoice(this, wxID_ANY), _("Remind me"));
    const int chosen = session_->copyState().reminderDays;
    for (const int days : kReminderDays) {
        reminder_->Append(days == 0 ? _("Never")
                                    : wxString::Format(_("When the last copy is %d days old"), days));
        if (days == chosen) reminder_->SetSelection(static_cast<int>(reminder_->GetCount()) - 1);
    }
    reminder_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        try {
            session_->setCopyReminder(
                kReminderDays[static_cast<std::size_t>(std::max(0, event.GetSelection()))]);
        } catch (const core::base::Error&) {
            say(common::errorText(std::current_exception()));
        }
    });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(common::makeText(this, _("Remind me")), wxSizerFlags().CenterVertical());
    line->Add(reminder_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(common::kGap)));
    content()->Add(line, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
}

// Into the folder of the case's own name in it; a copy that is itself chosen is the one that is meant.
void CopyDialog::copyInto(const std::filesystem::path& folder) {
    if (job_.isRunning()) return;
    if (folder.empty()) return say(_("Choose a folder first."));
    setWorking(true);
    job_ = common::runJob(
        this,
        [session = session_, folder](core::base::Progress& progress) {
            const bool isCopy = session->copyPlace(folder) == CopyPlace::Earlier;
            Done done;
            done.path = isCopy ? folder : folder / session->folder().filename();
            done.place = session->copyPlace(done.path);
            if (placeFault(done.place).empty()) done.copy = session->saveCopy(done.path, progress);
            return done;
        },
        [this](common::Outcome<Done> outcome) { finished(std::move(outcome)); });
    job_.onProgress([this](const core::base::Progress& progress) {
        if (progress.total() == 0) return gauge_->Pulse();
        const double part = static_cast<double>(progress.done()) / static_cast<double>(progress.total());
        gauge_->SetValue(static_cast<int>(std::min(1.0, part) * kGaugeRange));
        say(progress.stage() == "check" ? _("Reading the copy back and checking it…") : _("Copying…"));
    });
}

void CopyDialog::finished(common::Outcome<Done> outcome) {
    setWorking(false);
    if (!outcome.ok()) return say(copyFault(outcome.error()));
    const Done& done = outcome.value();
    const wxString fault = placeFault(done.place);
    say(fault.empty() ? doneText(done.copy, done.path) : fault + "\n" + toWx(done.path));
    if (fault.empty()) close_->SetFocus();
}

void CopyDialog::setWorking(bool isWorking) {
    folder_->Enable(!isWorking);
    save_->Enable(!isWorking);
    gauge_->Show(isWorking);
    close_->SetLabel(isWorking ? _("Stop") : _("Close"));
    say(isWorking ? _("Copying…") : wxString());
}

void CopyDialog::say(const wxString& text) {
    if (said_ == text) return;
    said_ = text;
    outcome_->setText(text);
    Layout();
}

void CopyDialog::close() { stopOrLeave(job_); }

} // namespace ui::shell
