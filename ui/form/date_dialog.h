// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A month to pick a day from, with the month and weekday names of the program's own language (the system's
// calendar speaks the language of the computer). Real buttons, so that keys and screen readers reach each
// day.

#include "core/base/civil.h"

#include <array>
#include <optional>

#include <wx/dialog.h>

class wxButton;
class wxStaticText;

namespace ui::form {

class DateDialog : public wxDialog {
public:
    DateDialog(wxWindow* parent, const core::base::CivilTime& start);
    core::base::CivilTime date() const { return day_; }

private:
    void showMonth();
    void moveBy(int days);
    void moveMonth(int months);
    void OnKey(wxKeyEvent& event);

    core::base::CivilTime day_;
    int firstCell_ = 0; // weekday of the first of the month
    wxStaticText* title_;
    std::array<wxButton*, 42> cells_{};
};

// Opens under `anchor`; none where it was closed without a choice.
std::optional<core::base::CivilTime> pickDate(wxWindow* anchor, const core::base::CivilTime& start);

} // namespace ui::form
