// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/edit/editor.h"
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/people_window.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace ui::party {

BackgroundPage::BackgroundPage(wxWindow* parent, common::SessionPtr session)
    : wxPanel(parent), session_(std::move(session)), saved_(session_->reader().background()) {
    const int gap = FromDIP(common::kGap);
    text_ = form::multiLine(this, 10);
    text_->ChangeValue(common::toWx(saved_));
    form::nameControl(text_, _("Background"));
    auto* ask = new form::WrapText(
        this, _("How do you and the offender know each other, and since when? What ended it? Children in "
                "common, the "
                "car, where the offender lives: what whoever reads the log should know first."));
    auto* note =
        new form::WrapText(this,
                           _("A few lines in your own words are enough. They stand "
                             "on the page \"Parties and background\". What must never leave the case is "
                             "struck out."),
                           common::TextStyle::Small, common::Color::Muted);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(ask, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(text_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    sizer->Add(note, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    SetSizer(sizer);
    text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        save();
    });
}

void BackgroundPage::save() {
    const std::string now = common::toUtf8(text_->GetValue());
    if (now == saved_) return;
    try {
        session_->editor().setBackground(now);
        saved_ = now;
        session_->notifyChanged();
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

} // namespace ui::party
