// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Date, clock time and how exact they are, in one row with a line below that says what cannot be used. Never
// gives a wrong date for a word: see when_rule.h. Saves nothing.

#include "ui/form/when_rule.h"

#include <functional>
#include <optional>
#include <string>

#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace ui::form {

class NoticeBar;

class WhenRow : public wxPanel {
public:
    struct Options {
        bool hasPrecision = true; // false: only a date and a clock time
        bool isRequired = true;   // false: an empty date is none, and no problem
        bool mayBeFuture = false; // false: a day to come is asked about, but taken
        bool hasClock = true;
    };
    // `today` is the local day in `zone`.
    WhenRow(wxWindow* parent, std::string zone, const core::base::CivilTime& today, Options options);

    void setTime(const core::base::Timestamp& time); // as if never touched
    void clear();
    // What was set, to the millisecond, until a field is changed; then what is typed. None while the date
    // cannot be used.
    std::optional<core::base::Timestamp> time() const;
    bool hasProblem() const;
    wxString problem() const; // the sentence shown
    void showProblem();       // for a window that cannot be closed like this
    void onChange(std::function<void()> changed) { changed_ = std::move(changed); }

    wxTextCtrl* dateField() const { return date_; }
    wxTextCtrl* clockField() const { return clock_; }
    wxChoice* precisionField() const { return precision_; }
    NoticeBar* notice() const { return notice_; }

private:
    void build();
    void touched();
    void clockTouched();
    void check();
    void writeDate(const core::base::CivilTime& date);
    void openCalendar();
    void showNote();
    PrecisionChoice choice() const;

    std::string zone_;
    core::base::CivilTime today_;
    Options options_;
    std::optional<core::base::Timestamp> original_;
    bool isTouched_ = false;
    wxTextCtrl* date_ = nullptr;
    wxButton* calendar_ = nullptr;
    wxTextCtrl* clock_ = nullptr;
    wxChoice* precision_ = nullptr; // null where it is not asked
    wxStaticText* note_ = nullptr;
    NoticeBar* notice_ = nullptr;
    std::function<void()> changed_;
};

wxString precisionLabel(PrecisionChoice choice);
// The text a date field shows, which checkDate reads back: "21. apr. 2024".
wxString dateText(const core::base::CivilTime& date);
// What a check says; empty for None.
wxString sentenceOf(const DateCheck& check);

} // namespace ui::form
