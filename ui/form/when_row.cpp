// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/when_row.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/controls.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/date_dialog.h"
#include "ui/form/parts.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::form {

using common::toUtf8;
using common::toWx;
using core::base::CivilTime;
using core::base::Timestamp;

wxString precisionLabel(PrecisionChoice choice) {
    switch (choice) {
    case PrecisionChoice::Minute:
        return _("To the minute");
    case PrecisionChoice::Hour:
        return _("To the hour");
    case PrecisionChoice::PartOfDay:
        return _("Part of the day");
    case PrecisionChoice::Day:
        return _("The day");
    case PrecisionChoice::Week:
        return _("The week");
    case PrecisionChoice::Month:
        return _("The month");
    case PrecisionChoice::About:
        return _("About");
    }
    return {};
}

wxString dateText(const CivilTime& date) {
    return toWx(core::base::formatDateShort(date, common::language()));
}

wxString sentenceOf(const DateCheck& check) {
    switch (check.problem) {
    case DateProblem::None:
        return {};
    case DateProblem::Empty:
        return _("A date is needed. Nothing else is.");
    case DateProblem::RelativeWord:
        return wxString::Format(_("\"%s\" is not a date. The log needs the date itself."), toWx(check.word));
    case DateProblem::NotADate:
        return _("This cannot be read as a date. Write for example 3.5.2025 or 3 May 2025.");
    case DateProblem::Future:
        return _("This day has not come yet. Look at the year once more.");
    }
    return {};
}

WhenRow::WhenRow(wxWindow* parent, std::string zone, const CivilTime& today, Options options)
    : wxPanel(parent), zone_(std::move(zone)), today_(today), options_(options) {
    build();
}

void WhenRow::build() {
    date_ = new wxTextCtrl(this, wxID_ANY);
    date_->SetMinSize({date_->GetTextExtent("28. september 2024").x + FromDIP(8), -1});
    date_->SetHint(_("3 May 2025"));
    calendar_ = new wxButton(this, wxID_ANY, wxString::FromUTF8("▾"), wxDefaultPosition, wxDefaultSize,
                             wxBU_EXACTFIT);
    calendar_->SetToolTip(_("Choose a day"));
    clock_ = new wxTextCtrl(this, wxID_ANY);
    clock_->SetMinSize({clock_->GetTextExtent("22.10.00").x + FromDIP(20), -1});
    clock_->SetHint(toWx(core::base::formatClock({.hour = 22, .minute = 10}, common::language())));
    nameControl(date_, _("Date"));
    nameControl(calendar_, _("Choose a day"));
    nameControl(clock_, _("Time of day"));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    // As high as the buttons: the best height of a field does not follow the size of the text.
    row->Add(date_, wxSizerFlags().Expand());
    row->Add(calendar_, wxSizerFlags().Expand());
    row->Add(clock_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(common::kGap)));
    if (options_.hasPrecision) {
        precision_ = new wxChoice(this, wxID_ANY);
        for (int i = 0; i < kPrecisionChoices; ++i)
            precision_->Append(precisionLabel(static_cast<PrecisionChoice>(i)));
        precision_->SetSelection(static_cast<int>(PrecisionChoice::Day));
        nameControl(precision_, _("How exact"));
        row->Add(precision_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(common::kGap)));
        precision_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { touched(); });
    }
    clock_->Show(options_.hasClock);
    note_ = common::makeMuted(this, "");
    row->Add(note_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(common::kGap)));
    notice_ = new NoticeBar(this);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags().Expand());
    all->Add(notice_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(all);

    date_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { touched(); });
    date_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        check();
    });
    clock_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { clockTouched(); });
    clock_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        check();
    });
    calendar_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openCalendar(); });
}

void WhenRow::setTime(const Timestamp& time) {
    const CivilTime local = core::base::toLocal(time.utcMs, zone_);
    date_->ChangeValue(dateText(local));
    const bool showsClock = time.precision <= core::base::Precision::PartOfDay;
    clock_->ChangeValue(showsClock ? toWx(core::base::formatClock(local, common::language())) : wxString());
    if (precision_) precision_->SetSelection(static_cast<int>(choiceOf(time)));
    original_ = time;
    isTouched_ = false;
    notice_->hideNotice();
    showNote();
}

void WhenRow::clear() {
    date_->ChangeValue("");
    clock_->ChangeValue("");
    if (precision_) precision_->SetSelection(static_cast<int>(PrecisionChoice::Day));
    original_.reset();
    isTouched_ = false;
    notice_->hideNotice();
    showNote();
}

std::optional<Timestamp> WhenRow::time() const {
    if (!isTouched_) return original_;
    const DateCheck date = checkDate(toUtf8(date_->GetValue()), today_);
    if (!date.date) return std::nullopt;
    return makeTimestamp(*date.date, checkClock(toUtf8(clock_->GetValue())).clock, choice(), zone_);
}

bool WhenRow::hasProblem() const {
    const DateCheck date = checkDate(toUtf8(date_->GetValue()), today_);
    if (date.problem == DateProblem::Empty && !options_.isRequired) return false;
    return !date.date || checkClock(toUtf8(clock_->GetValue())).problem == ClockProblem::NotAClock;
}

wxString WhenRow::problem() const { return notice_->text(); }

void WhenRow::showProblem() {
    isTouched_ = true;
    check();
    date_->SetFocus();
}

PrecisionChoice WhenRow::choice() const {
    if (precision_) return static_cast<PrecisionChoice>(precision_->GetSelection());
    return clock_->IsEmpty() ? PrecisionChoice::Day : PrecisionChoice::Minute;
}

void WhenRow::touched() {
    isTouched_ = true;
    // A word is answered at once; a half-written date only when the field is left.
    const DateCheck date = checkDate(toUtf8(date_->GetValue()), today_);
    if (date.problem == DateProblem::RelativeWord)
        check();
    else
        notice_->hideNotice();
    showNote();
    if (changed_) changed_();
}

void WhenRow::clockTouched() {
    if (precision_) {
        const bool hasClock = checkClock(toUtf8(clock_->GetValue())).clock.has_value();
        precision_->SetSelection(static_cast<int>(choiceFor(choice(), hasClock)));
    }
    touched();
}

void WhenRow::check() {
    const DateCheck date = checkDate(toUtf8(date_->GetValue()), today_);
    const bool mayBeEmpty = !options_.isRequired && date.problem == DateProblem::Empty;
    const bool isFine =
        date.problem == DateProblem::None || (options_.mayBeFuture && date.problem == DateProblem::Future);
    if (!isTouched_ || mayBeEmpty || isFine) {
        const bool badClock = checkClock(toUtf8(clock_->GetValue())).problem == ClockProblem::NotAClock;
        if (badClock)
            return notice_->showNotice(_("This cannot be read as a time of day. Write for example 22.10."));
        return notice_->hideNotice();
    }
    std::vector<NoticeBar::Action> actions;
    if (date.suggestion) {
        const wxString day = toWx(core::base::formatDateShort(*date.suggestion, common::language()));
        actions.push_back(
            {wxString::Format(_("Write %s"), day), [this, day = *date.suggestion] { writeDate(day); }});
    }
    notice_->showNotice(sentenceOf(date), actions);
}

void WhenRow::writeDate(const CivilTime& date) {
    date_->ChangeValue(dateText(date));
    touched();
    check();
    date_->SetFocus();
}

void WhenRow::openCalendar() {
    const DateCheck date = checkDate(toUtf8(date_->GetValue()), today_);
    const CivilTime start = date.date ? *date.date : date.suggestion.value_or(today_);
    if (const auto chosen = pickDate(date_, start)) writeDate(*chosen);
}

void WhenRow::showNote() {
    const auto now = time();
    wxString text;
    if (now) {
        const auto language = common::language();
        const CivilTime local = core::base::toLocal(now->utcMs, zone_);
        text = toWx(core::base::weekdayName(core::base::weekday(local), language));
        if (now->precision == core::base::Precision::Week)
            text = wxString::Format(_("week %d"), core::base::isoWeek(local));
        else if (now->precision == core::base::Precision::Month)
            text = toWx(core::base::monthName(local.month, language)) + wxString::Format(" %d", local.year);
        else if (now->precision == core::base::Precision::PartOfDay)
            text += wxString::Format(_(", %d to %d o'clock"), local.hour, local.hour + 6);
        else if (core::base::hasClockTime(*now))
            text += wxString::FromUTF8(" · ") +
                    toWx(core::base::formatOffset(core::base::offsetSecondsAt(zone_, now->utcMs)));
    }
    note_->SetLabel(text);
    Layout();
}

} // namespace ui::form
