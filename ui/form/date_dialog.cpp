// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/date_dialog.h"

#include "core/base/civil.h"
#include "core/base/date_format.h"
#include "ui/common/controls.h"
#include "ui/common/dialog_base.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace ui::form {

using core::base::CivilTime;

namespace {
constexpr int kCellDip = 36;
} // namespace

DateDialog::DateDialog(wxWindow* parent, const CivilTime& start)
    : wxDialog(parent, wxID_ANY, _("Choose a day"), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE),
      day_(start), title_(common::makeText(this, "", common::TextStyle::Strong)) {
    const int gap = FromDIP(2);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    const auto arrow = [&](const wxString& label, const wxString& name, int months) {
        auto* button = new wxButton(this, wxID_ANY, label, wxDefaultPosition, FromDIP(wxSize(kCellDip, -1)));
        nameControl(button, name);
        button->SetToolTip(name);
        button->Bind(wxEVT_BUTTON, [this, months](wxCommandEvent&) { moveMonth(months); });
        top->Add(button, wxSizerFlags().CenterVertical());
    };
    arrow(wxString::FromUTF8("«"), _("Year before"), -12);
    arrow(wxString::FromUTF8("‹"), _("Month before"), -1);
    top->AddStretchSpacer();
    top->Add(title_, wxSizerFlags().CenterVertical());
    top->AddStretchSpacer();
    arrow(wxString::FromUTF8("›"), _("Month after"), 1);
    arrow(wxString::FromUTF8("»"), _("Year after"), 12);

    auto* grid = new wxGridSizer(7, gap, gap);
    for (int i = 0; i < 7; ++i) {
        const std::string name = core::base::weekdayName(i, common::language());
        grid->Add(common::makeMuted(this, common::toWx(name).Left(2)), wxSizerFlags().Center());
    }
    for (wxButton*& cell : cells_) {
        cell =
            new wxButton(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(kCellDip, -1)), wxBU_EXACTFIT);
        cell->SetMinSize(FromDIP(wxSize(kCellDip, 30)));
        cell->Bind(wxEVT_BUTTON, [this, index = &cell - cells_.data()](wxCommandEvent&) {
            day_.day = static_cast<int>(index) - firstCell_ + 1;
            EndModal(wxID_OK);
        });
        grid->Add(cell, wxSizerFlags().Expand());
    }
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    all->Add(grid, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    auto* cancel = common::makeButton(this, wxID_CANCEL, _("Cancel"));
    all->Add(cancel, wxSizerFlags().Right().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    Bind(wxEVT_CHAR_HOOK, &DateDialog::OnKey, this);
    showMonth();
    SetSizerAndFit(all);
    cells_[static_cast<std::size_t>(firstCell_ + day_.day - 1)]->SetFocus();
}

void DateDialog::showMonth() {
    const auto language = common::language();
    title_->SetLabel(common::toWx(core::base::monthName(day_.month, language)) +
                     wxString::Format(" %d", day_.year));
    CivilTime first = day_;
    first.day = 1;
    firstCell_ = core::base::weekday(first);
    const int days = core::base::daysInMonth(day_.year, day_.month);
    for (int i = 0; i < static_cast<int>(cells_.size()); ++i) {
        wxButton* cell = cells_[static_cast<std::size_t>(i)];
        const int day = i - firstCell_ + 1;
        const bool isDay = day >= 1 && day <= days;
        cell->Show(isDay);
        if (!isDay) continue;
        first.day = day;
        cell->SetLabel(wxString::Format("%d", day));
        nameControl(cell, common::toWx(core::base::formatDateLong(first, language)));
        cell->SetFont(common::font(day == day_.day ? common::TextStyle::Strong : common::TextStyle::Body));
    }
    Layout();
}

void DateDialog::moveBy(int days) {
    const CivilTime next = core::base::civilFromMs(core::base::civilToMs(day_) + days * core::base::kDayMs);
    if (!core::base::isValid(next) || next.year < 1900) return;
    day_ = next;
    showMonth();
    cells_[static_cast<std::size_t>(firstCell_ + day_.day - 1)]->SetFocus();
}

void DateDialog::moveMonth(int months) {
    const int index = day_.year * 12 + day_.month - 1 + months;
    if (index < 1900 * 12) return;
    day_.year = index / 12;
    day_.month = index % 12 + 1;
    day_.day = std::min(day_.day, core::base::daysInMonth(day_.year, day_.month));
    showMonth();
}

void DateDialog::OnKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
        return moveBy(-1);
    case WXK_RIGHT:
        return moveBy(1);
    case WXK_UP:
        return moveBy(-7);
    case WXK_DOWN:
        return moveBy(7);
    case WXK_PAGEUP:
        return moveMonth(-1);
    case WXK_PAGEDOWN:
        return moveMonth(1);
    default:
        event.Skip();
    }
}

std::optional<CivilTime> pickDate(wxWindow* anchor, const CivilTime& start) {
    DateDialog dialog(wxGetTopLevelParent(anchor), start);
    dialog.SetPosition(anchor->ClientToScreen(wxPoint(0, anchor->GetSize().y)));
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.date();
}

} // namespace ui::form
