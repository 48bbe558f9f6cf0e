// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toolbar.h"

#include "ui/access/accessible.h"
#include "ui/common/command_ids.h"
#include "ui/common/controls.h"
#include "ui/common/icons.h"
#include "ui/common/quick_exit.h"
#include "ui/common/to_wx.h"

#include <array>

#include <wx/bmpbuttn.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/srchctrl.h>

namespace ui::shell {
namespace {

constexpr int kTypingPauseMs = 250;

} // namespace

Toolbar::Toolbar(wxWindow* parent, common::CaseView& view) : wxPanel(parent), view_(view) {
    const int gap = FromDIP(common::kGap);
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    const auto addCommand = [this, sizer, gap](const wxString& label, int command) {
        auto* button = new wxButton(this, wxID_ANY, label);
        button->Bind(wxEVT_BUTTON, [this, command](wxCommandEvent&) { common::sendCommand(this, command); });
        sizer->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
    };
    addCommand(_("Import…"), common::CmdImportFiles);
    addCommand(_("New incident"), common::CmdNewIncident);
    sizer->Add(common::makeLine(this, wxVERTICAL), wxSizerFlags().Expand().Border(wxALL, gap));
    undo_ = makeIconButton(wxID_UNDO, _("Undo"));
    redo_ = makeIconButton(wxID_REDO, _("Redo"));
    sizer->Add(undo_, wxSizerFlags().CenterVertical());
    sizer->Add(redo_, wxSizerFlags().CenterVertical());
    sizer->Add(common::makeLine(this, wxVERTICAL), wxSizerFlags().Expand().Border(wxALL, gap));

    search_ = new wxSearchCtrl(this, wxID_ANY);
    search_->SetDescriptiveText(_("Search the case"));
    search_->SetName(_("Search the case"));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize(180, -1)));
    sizer->Add(search_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(common::kGroupGap)));

    sizer->Add(common::makeMuted(this, _("View")), wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
    const std::array<wxString, 3> choices{_("Timeline and list"), _("Only the list"), _("Only the timeline")};
    choice_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, static_cast<int>(choices.size()),
                           choices.data());
    choice_->SetName(_("View"));
    choice_->SetSelection(0);
    choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        common::sendCommand(this, common::CmdViewBoth + event.GetSelection());
    });
    sizer->Add(choice_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(common::kGroupGap)));
    sizer->Add(common::makeQuickExitButton(this), wxSizerFlags().CenterVertical());

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(sizer, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(common::kMargin)));
    all->InsertSpacer(0, gap);
    all->AddSpacer(gap);
    SetSizer(all);

    typing_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { search(); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(kTypingPauseMs); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { search(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) {
        search_->ChangeValue(wxEmptyString);
        search();
    });
    filter_ = view_.filterChanged.add([this] {
        const wxString text = common::toWx(view_.filter().items.search);
        if (!typing_.IsRunning() && search_->GetValue().Trim().Trim(false) != text)
            search_->ChangeValue(text);
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        CallAfter([this] { refreshIcons(); });
    });
    refreshIcons();
    showUndo({}, {});
}

wxBitmapButton* Toolbar::makeIconButton(int command, const wxString& name) {
    auto* button = new wxBitmapButton(this, wxID_ANY, common::icon(common::Icon::Undo, common::Color::Text),
                                      wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    button->SetMinSize(FromDIP(wxSize(34, 32)));
    button->SetName(name);
    access::setName(*button, name);
    button->Bind(wxEVT_BUTTON, [this, command](wxCommandEvent&) { common::sendCommand(this, command); });
    return button;
}

void Toolbar::refreshIcons() {
    undo_->SetBitmap(common::icon(common::Icon::Undo, common::Color::Text));
    redo_->SetBitmap(common::icon(common::Icon::Redo, common::Color::Text));
    undo_->SetBitmapDisabled(common::icon(common::Icon::Undo, common::Color::Ghost));
    redo_->SetBitmapDisabled(common::icon(common::Icon::Redo, common::Color::Ghost));
}

void Toolbar::search() {
    typing_.Stop();
    common::ViewFilter filter = view_.filter();
    filter.items.search = common::toUtf8(search_->GetValue().Trim().Trim(false));
    view_.setFilter(filter);
}

void Toolbar::focusSearch() {
    search_->SetFocus();
    search_->SelectAll();
}

wxWindow* Toolbar::searchField() const { return search_; }
void Toolbar::showViewChoice(int index) { choice_->SetSelection(index); }

void Toolbar::showUndo(const wxString& undo, const wxString& redo) {
    undo_->Enable(!undo.empty());
    redo_->Enable(!redo.empty());
    undo_->SetToolTip(undo.empty() ? _("Nothing to undo") : undo);
    redo_->SetToolTip(redo.empty() ? _("Nothing to redo") : redo);
}

} // namespace ui::shell
