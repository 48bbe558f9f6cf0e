// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/common/command_ids.h"
#include "ui/common/controls.h"
#include "ui/common/quick_exit.h"
#include "ui/common/to_wx.h"
#include "ui/shell/welcome_action.h"

#include <wx/button.h>
#include <wx/intl.h>

namespace ui::shell {

using common::Color;
using common::TextStyle;

WelcomePage::WelcomePage(wxWindow* parent, const std::string& samplePassphrase)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL) {
    SetName(_("Welcome"));
    SetScrollRate(0, FromDIP(16));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->AddStretchSpacer();
    auto* leave = common::makeQuickExitButton(this);
    top->Add(leave, wxSizerFlags().Border(wxALL, FromDIP(common::kMargin)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    row->Add(makeBody(samplePassphrase), wxSizerFlags());
    row->AddStretchSpacer();
    all->Add(row,
             wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(common::kDialogMargin)));
    SetSizer(all);
    leave->MoveBeforeInTabOrder(first_);
}

wxSizer* WelcomePage::makeBody(const std::string& samplePassphrase) {
    auto* body = new wxBoxSizer(wxVERTICAL);
    const auto gap = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(common::kGroupGap));
    body->Add(common::makeText(this, _("Welcome"), TextStyle::Welcome));
    body->Add(common::makeMuted(
                  this, _("Gather messages, mails, pictures and your own notes in one place, in order."),
                  TextStyle::Body),
              wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(common::kGap)));
    body->AddSpacer(FromDIP(common::kGroupGap));
    first_ = new WelcomeAction(this, wxID_NEW, common::Icon::Create, _("Create a case"),
                               _("Begin with an empty case, and fill it a little at a time."), "Ctrl+N");
    body->Add(first_, gap);
    body->Add(new WelcomeAction(this, wxID_OPEN, common::Icon::Open, _("Open a case"),
                                _("Go on where you stopped. Everything is saved."), "Ctrl+O"),
              gap);
    body->Add(new WelcomeAction(this, common::CmdSample, common::Icon::Sample, _("See the sample"),
                                _("An invented case, so that you can try the program in peace."), {}),
              gap);
    if (!samplePassphrase.empty())
        body->Add(common::makeMuted(this, wxString::Format(_("The sample's passphrase is \"%s\"."),
                                                           common::toWx(samplePassphrase))),
                  gap);
    body->Add(common::makeMuted(this, _("You can also drop files here. A case is then made with them."),
                                TextStyle::Body),
              gap);
    body->AddSpacer(FromDIP(common::kGap));
    body->Add(makeSafetyBox(), gap);
    body->AddSpacer(FromDIP(common::kGap));
    body->Add(
        common::makeMuted(this, _("Logbog does not use the internet. The case stays where you put it.")),
        wxSizerFlags().Expand());
    return body;
}

wxWindow* WelcomePage::makeSafetyBox() {
    auto* box = new common::NoticeBox(this, 20);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* text = new wxBoxSizer(wxVERTICAL);
    text->Add(common::makeText(box, _("Can others use this computer, or follow what happens on it?"),
                               TextStyle::Strong));
    text->Add(common::makeText(box, _("Then it is better to use another one."), TextStyle::Strong),
              wxSizerFlags().Border(wxBOTTOM, FromDIP(common::kGap)));
    text->Add(common::makeText(
        box, _("\"Close quickly\" hides and locks the window at once. Nothing is lost."), TextStyle::Small));
    text->Add(common::makeText(box, _("If you are in danger now, call 112."), TextStyle::Small));
    row->Add(text, wxSizerFlags(1));
    auto* trial = new wxButton(box, wxID_ANY, _("Try it"));
    trial->SetToolTip(_("Hides the window for a moment and brings it back."));
    trial->Bind(wxEVT_BUTTON, [](wxCommandEvent&) { common::tryQuickExit(); });
    row->Add(trial, wxSizerFlags().Bottom().Border(wxLEFT, FromDIP(common::kGroupGap)));
    box->content()->Add(row, wxSizerFlags(1).Expand());
    return box;
}

void WelcomePage::focusFirst() { first_->SetFocus(); }

} // namespace ui::shell
