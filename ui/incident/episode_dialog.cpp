// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/episode_dialog.h"

#include "core/query/survey.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/form/parts.h"
#include "ui/incident/episode_words.h"
#include "ui/incident/incident_draft.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/intl.h>

namespace ui::incident {

namespace {

constexpr unsigned kChosenColumn = 0;
constexpr unsigned kWordsColumn = 4;

wxString firstWords(const core::query::ItemRow& row) { return common::fieldEnd(common::itemLine(row), 60); }

} // namespace

EpisodeDialog::EpisodeDialog(wxWindow* parent, common::SessionPtr session, Accepted accepted)
    : DialogBase(parent, _("Suggested incidents"), _("Suggested incidents")), session_(std::move(session)),
      accepted_(std::move(accepted)) {
    setSubheading(_("What one person sent on one day through one channel. The chosen ones become a row each "
                    "in the log."));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Suggested incidents"));
    list_->AppendToggleColumn("", wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(40));
    form::addTextColumn(*list_, _("Day"), FromDIP(210));
    form::addTextColumn(*list_, _("Who"), FromDIP(120));
    form::addTextColumn(*list_, _("What"), FromDIP(260));
    form::addTextColumn(*list_, _("First words"), FromDIP(220));
    content()->Add(list_, wxSizerFlags(1).Expand());
    empty_ = common::makeMuted(this, _("Looking through the messages..."), common::TextStyle::Body);
    content()->Add(empty_, wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    all_ = new wxCheckBox(this, wxID_ANY, _("Choose all"));
    words_ = new wxCheckBox(this, wxID_ANY, _("Show the first words"));
    row->Add(all_);
    row->Add(words_, wxSizerFlags().Border(wxLEFT, FromDIP(common::kDialogMargin)));
    content()->Add(row, wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));
    addLeftText(_("Nothing is changed until you make them."));
    addButton(wxID_CLOSE, _("Close"))->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    accept_ = addButton(wxID_OK, _("Make incidents"), true);
    accept_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { acceptChosen(); });
    all_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { chooseAll(all_->GetValue()); });
    words_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { showWords(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
    // Space in the list ticks the row, as in any list of choices.
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int at = list_->ItemToRow(event.GetItem());
        if (at != wxNOT_FOUND) choose(at, !list_->GetToggleValue(static_cast<unsigned>(at), kChosenColumn));
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Destroy(); });
    SetEscapeId(wxID_CLOSE);
    finish({900, 600}, list_);
    load();
}

void EpisodeDialog::load() {
    accept_->Disable();
    // Moved in: a reader belongs to the thread that uses it, and the session outlives it.
    job_ = common::runJob(
        this,
        [session = session_](core::base::Progress& progress) {
            const auto reader = session->openReader();
            std::vector<Found> found;
            for (core::query::Episode& episode : core::query::episodes(*reader)) {
                progress.throwIfCancelled();
                Found one;
                const core::model::Id first = episode.items.front();
                auto rows = reader->rows({&first, 1});
                if (!rows.empty()) one.first = std::move(rows.front());
                one.episode = std::move(episode);
                found.push_back(std::move(one));
            }
            return found;
        },
        [this](common::Outcome<std::vector<Found>> outcome) {
            if (outcome.ok()) return show(std::move(outcome.value()));
            empty_->SetLabelText(common::errorText(outcome.error()));
            empty_->Show();
            Layout();
        });
}

void EpisodeDialog::show(std::vector<Found> found) {
    found_ = std::move(found);
    list_->DeleteAllItems();
    for (const Found& one : found_) {
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(false));
        cells.push_back(episodeDay(one.episode, common::language()));
        cells.push_back(common::personName(one.first.from));
        cells.push_back(episodeText(one.episode, session_->zone(), common::language()));
        cells.push_back(words_->GetValue() ? firstWords(one.first) : wxString());
        list_->AppendItem(cells);
    }
    const auto parties = core::query::partyNames(session_->reader());
    const bool isOffenderKnown = std::any_of(parties.begin(), parties.end(), [](const auto& party) {
        return party.role == core::model::PartyRole::Offender;
    });
    empty_->SetLabelText(
        isOffenderKnown
            ? _("There are no more suggestions. What is in an incident already is not shown again.")
            : _("Nothing to suggest. Say first who the offender is, under People. What is in an "
                "incident already is not shown again."));
    empty_->Show(found_.empty());
    all_->SetValue(false);
    showChosen();
    Layout();
}

void EpisodeDialog::showWords() {
    for (std::size_t i = 0; i < found_.size(); ++i)
        list_->SetTextValue(words_->GetValue() ? firstWords(found_[i].first) : wxString(),
                            static_cast<unsigned>(i), kWordsColumn);
}

void EpisodeDialog::choose(int row, bool on) {
    list_->SetToggleValue(on, static_cast<unsigned>(row), kChosenColumn);
    showChosen();
}

void EpisodeDialog::chooseAll(bool on) {
    for (int i = 0; i < rowCount(); ++i) list_->SetToggleValue(on, static_cast<unsigned>(i), kChosenColumn);
    showChosen();
}

void EpisodeDialog::showChosen() {
    int n = 0;
    for (int i = 0; i < rowCount(); ++i)
        n += list_->GetToggleValue(static_cast<unsigned>(i), kChosenColumn) ? 1 : 0;
    accept_->Enable(n > 0);
    accept_->SetLabel(
        n == 0 ? _("Make incidents")
               : wxString::Format(wxPLURAL("Make %s incident", "Make %s incidents", n), common::count(n)));
    Layout();
}

void EpisodeDialog::acceptChosen() {
    std::vector<core::edit::EpisodeToAccept> chosen;
    for (std::size_t i = 0; i < found_.size(); ++i)
        if (list_->GetToggleValue(static_cast<unsigned>(i), kChosenColumn))
            chosen.push_back(core::query::toAccept(found_[i].episode, session_->zone()));
    if (chosen.empty()) return;
    try {
        const auto ids = session_->editor().acceptEpisodes(chosen);
        session_->notifyChanged();
        if (accepted_) accepted_(ids);
        list_->SetFocus(); // the button goes grey: keys would have no home, and Esc no effect
        load();
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

} // namespace ui::incident
