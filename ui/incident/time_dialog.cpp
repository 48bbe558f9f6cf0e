// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/time_dialog.h"

#include "core/base/clock.h"
#include "core/base/zone.h"
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/form/when_row.h"
#include "ui/incident/choices.h"

#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::incident {

using core::model::TimeSource;

namespace {

// What a person can know a time from; the others are read by the program.
constexpr std::array kStated{TimeSource::OwnMemory, TimeSource::SeenInPicture, TimeSource::Witness,
                             TimeSource::Document};

} // namespace

TimeDialog::TimeDialog(wxWindow* parent, const common::SessionPtr& session,
                       const core::query::ItemDetail& item)
    : DialogBase(parent, "Logbog", _("State the time")), session_(session), item_(item.id) {
    setSubheading(_("The file is not changed. Its own times are kept beside yours."));
    auto* grid = new form::FormGrid(this);
    const std::string zone = session->zone();
    when_ = new form::WhenRow(this, zone, core::base::toLocal(core::base::Clock().nowMs(), zone), {});
    // A weak time is not begun from: its clock would stay where she corrects the day alone.
    const bool isWeak = item.timeSource == TimeSource::FileTime || item.timeSource == TimeSource::Unknown;
    if (item.time && !isWeak) when_->setTime(*item.time);
    grid->addRow(_("Date and time"), when_);
    source_ = new wxChoice(this, wxID_ANY);
    for (const TimeSource source : kStated) source_->Append(timeSourceLabel(source));
    source_->SetSelection(0);
    grid->addRow(_("The time comes from"), source_, false);
    reason_ = form::multiLine(this, 3);
    grid->addRow(_("How do you know?"), reason_);
    content()->Add(grid, wxSizerFlags().Expand());
    missing_ = new form::NoticeBar(this);
    content()->Add(missing_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
    content()->Add(new common::WrappedText(this,
                                           _("What you write here stands in the history of the case, and can "
                                             "be read by whoever gets the case."),
                                           common::TextStyle::Small, common::Color::Muted),
                   wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
    addButton(wxID_CANCEL, _("Cancel"));
    addButton(wxID_OK, _("Save"), true)->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (save()) EndModal(wxID_OK);
    });
    finish({640, 460}, when_->dateField());
}

bool TimeDialog::save() {
    missing_->hideNotice();
    const auto time = when_->time();
    if (when_->hasProblem() || !time) {
        when_->showProblem();
        return false;
    }
    const std::string reason = common::toUtf8(reason_->GetValue().Trim().Trim(false));
    if (reason.empty()) {
        missing_->showNotice(_("Write in a few words how you know the time. A reader will ask."));
        reason_->SetFocus();
        return false;
    }
    try {
        session_->editor().setTime(item_, *time, kStated[static_cast<std::size_t>(source_->GetSelection())],
                                   reason);
        return true;
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
        return false;
    }
}

} // namespace ui::incident
