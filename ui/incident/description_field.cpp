// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/description_field.h"

#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace ui::incident {

using common::toUtf8;
using common::toWx;

DescriptionField::DescriptionField(wxWindow* parent, const core::base::CivilTime& today)
    : wxPanel(parent), today_(today), writtenOn_(today), field_(form::multiLine(this, 4)),
      hint_(new form::NoticeBar(this)) {
    form::nameControl(field_, _("Description"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(field_, wxSizerFlags(1).Expand());
    all->Add(hint_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(all);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        showHint();
    });
}

void DescriptionField::setText(const std::string& text, const core::base::CivilTime& writtenOn) {
    field_->ChangeValue(toWx(text));
    writtenOn_ = writtenOn;
    oldWords_.clear();
    left_.clear();
    for (const auto& found : core::edit::findRelativeDates(text, writtenOn)) oldWords_.insert(found.word);
    showHint();
}

std::string DescriptionField::text() const { return toUtf8(field_->GetValue()); }

std::optional<RelativeHint> DescriptionField::currentHint() const {
    const auto hint = nextHint(text(), today_, left_, common::language());
    if (!hint || !oldWords_.contains(hint->word)) return hint;
    return nextHint(text(), writtenOn_, left_, common::language());
}

void DescriptionField::showHint() {
    const auto hint = currentHint();
    if (!hint) return hint_->hideNotice();
    const form::NoticeBar::Action leaveIt{_("Leave it"), [this, word = hint->word] { leave(word); }};
    if (hint->date.empty()) {
        hint_->showNotice(
            wxString::Format(_("\"%s\": which day was it? A date is clearer later."), toWx(hint->word)),
            {leaveIt});
        return;
    }
    hint_->showNotice(wxString::Format(_("\"%s\": did you mean %s?"), toWx(hint->word), toWx(hint->date)),
                      {{_("Write the date"), [this] { writeDate(); }}, leaveIt});
}

void DescriptionField::writeDate() {
    const auto hint = currentHint();
    if (!hint) return;
    const std::string before = text();
    const std::string after = withDate(before, *hint);
    if (after == before) return;
    field_->ChangeValue(toWx(after));
    field_->SetInsertionPoint(static_cast<long>(toWx(before.substr(0, hint->offset) + hint->date).length()));
    field_->SetFocus();
    showHint();
    if (changed_) changed_();
}

void DescriptionField::leave(const std::string& word) {
    left_.insert(word);
    field_->SetFocus();
    showHint();
}

} // namespace ui::incident
