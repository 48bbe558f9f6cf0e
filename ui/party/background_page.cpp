// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/edit/editor.h"
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/people_window.h"

#include <algorithm>

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace ui::party {

namespace {

constexpr int kIdleMs = 1000;
constexpr std::int64_t kLatestMs = 10'000;
constexpr std::size_t kMost = core::edit::Editor::kMostBackground; // bytes

std::int64_t nowMs() { return core::base::Clock().nowMs(); }

// How many characters at its end do not fit any more; 0 for a text that does.
int tooMany(const std::string& text) {
    if (text.size() <= kMost) return 0;
    const auto isBegin = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto over = std::count_if(text.begin() + kMost, text.end(), isBegin);
    return static_cast<int>(over) + (isBegin(text[kMost]) ? 0 : 1);
}

} // namespace

BackgroundPage::BackgroundPage(wxWindow* parent, common::SessionPtr session)
    : wxPanel(parent), session_(std::move(session)), saved_(session_->reader().background()), timer_(this) {
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
    problem_ = new form::NoticeBar(this);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(ask, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(text_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    sizer->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    sizer->Add(note, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    SetSizer(sizer);
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
    text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        save();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
}

void BackgroundPage::changed() {
    const std::int64_t now = nowMs();
    if (firstChangeMs_ == 0) firstChangeMs_ = now;
    const std::int64_t left = std::max<std::int64_t>(1, firstChangeMs_ + kLatestMs - now);
    timer_.StartOnce(static_cast<int>(std::min<std::int64_t>(kIdleMs, left)));
    fits(common::toUtf8(text_->GetValue()));
}

// Says it while there is still time to take something out.
bool BackgroundPage::fits(const std::string& text) {
    const int over = tooMany(text);
    if (over == 0) {
        problem_->hideNotice();
        return true;
    }
    problem_->showNotice(
        wxString::Format(wxPLURAL("The text is too long to be saved. Take out at least %d character.",
                                  "The text is too long to be saved. Take out at least %d characters.", over),
                         over));
    return false;
}

bool BackgroundPage::save() {
    const std::string now = common::toUtf8(text_->GetValue());
    timer_.Stop();
    if (!fits(now)) return false; // the next change tries again
    firstChangeMs_ = 0;
    if (now == saved_) return true;
    try {
        session_->editor().setBackground(now);
    } catch (const core::base::Error& error) {
        problem_->showNotice(common::errorText(error));
        timer_.StartOnce(kIdleMs);
        return false;
    }
    saved_ = now;
    session_->notifyChanged();
    return true;
}

} // namespace ui::party
