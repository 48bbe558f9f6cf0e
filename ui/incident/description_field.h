// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The description of an incident, with a line below that offers the real date for a word such as "yesterday".
// Changes the text only when its button is pressed.

#include "core/base/civil.h"
#include "ui/incident/relative_hint.h"

#include <functional>
#include <optional>
#include <set>
#include <string>

#include <wx/panel.h>

class wxTextCtrl;
namespace ui::form {
class NoticeBar;
}

namespace ui::incident {

class DescriptionField : public wxPanel {
public:
    // `today` is the local day on which is written now.
    DescriptionField(wxWindow* parent, const core::base::CivilTime& today);

    // `writtenOn` is the day this text was written: its words are seen from there, new ones from today.
    void setText(const std::string& text, const core::base::CivilTime& writtenOn);
    std::string text() const;
    wxTextCtrl* field() const { return field_; }
    form::NoticeBar* hint() const { return hint_; }
    void onChange(std::function<void()> changed) { changed_ = std::move(changed); }

private:
    void showHint();
    std::optional<RelativeHint> currentHint() const;
    void writeDate();
    void leave(const std::string& word);

    core::base::CivilTime today_, writtenOn_;
    std::set<std::string> oldWords_; // in the text as it was opened
    std::set<std::string> left_;     // "Leave it" was pressed
    wxTextCtrl* field_;
    form::NoticeBar* hint_;
    std::function<void()> changed_;
};

} // namespace ui::incident
