// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/log_dialog.h"

#include "core/base/date_format.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/intl.h>

namespace ui::import {

using common::toWx;
using core::import::LogIncident;

namespace {

constexpr unsigned kChosenColumn = 0;
constexpr std::size_t kMostWords = 110;

// Why nothing is made of the row, or what is to be looked at.
wxString remarkOf(const LogIncident& row) {
    if (row.isMade) return _("made already");
    if (!row.hasDate) return _("no day that can be read");
    for (const auto& issue : row.issues) {
        if (issue.detail == "two-digit-year") return _("the year has two digits there");
        if (issue.detail == "order") return _("day and month may be the other way round");
        if (issue.detail == "range") return _("more than one time stands there");
        if (issue.detail == "time") return _("the time of day could not be read");
    }
    return row.issues.empty() ? wxString() : _("look at the date");
}

wxString dayOf(const LogIncident& row, const std::string& zone) {
    if (!row.hasDate) return toWx(row.written);
    return toWx(core::base::formatTime(row.incident.start, zone, common::language()));
}

} // namespace

LogDialog::LogDialog(wxWindow* parent, common::SessionPtr session, const core::query::SourceRow& source)
    : DialogBase(parent, "Logbog", _("Incidents of the rows of a log")), session_(std::move(session)) {
    setSubheading(wxString::Format(_("%s. The chosen rows become drafts of incidents, which you can change."),
                                   toWx(source.name)));
    build();
    finish({960, 600}, list_);
    job_ = common::runJob(
        this, [session = session_, id = source.id](core::base::Progress&) { return session->logRows(id); },
        [this](common::Outcome<std::vector<LogIncident>> outcome) { loaded(std::move(outcome)); });
}

void LogDialog::build() {
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Rows of the log"));
    list_->AppendToggleColumn("", wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(40));
    form::addTextColumn(*list_, _("Row"), FromDIP(60), wxALIGN_RIGHT);
    form::addTextColumn(*list_, _("Time"), FromDIP(180));
    form::addTextColumn(*list_, _("What"), FromDIP(400));
    form::addTextColumn(*list_, _("To be looked at"), FromDIP(220));
    content()->Add(list_, wxSizerFlags(1).Expand());
    note_ = new common::WrappedText(this, _("Reading…"));
    content()->Add(note_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
    all_ = new wxCheckBox(this, wxID_ANY, _("Choose all"));
    content()->Add(all_, wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));
    addLeftText(_("Nothing is changed until you make them."));
    addButton(wxID_CANCEL, _("Cancel"));
    make_ = addButton(wxID_OK, _("Make incidents"), true);
    make_->Disable();
    make_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (make() && IsModal()) EndModal(wxID_OK);
    });
    all_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { chooseAll(all_->GetValue()); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND && !canBeMade(row) &&
            list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn))
            choose(row, false);
        showChosen();
    });
    // Space in the list ticks the row, as in any list of choices.
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND)
            choose(row, !list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn));
    });
}

void LogDialog::loaded(common::Outcome<std::vector<LogIncident>> outcome) {
    isLoaded_ = true;
    if (!outcome.ok()) return say(common::errorText(outcome.error()));
    rows_ = outcome.value();
    for (const LogIncident& row : rows_) {
        wxString what = toWx(row.incident.description);
        what.Replace("\n", " · ");
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(false));
        cells.push_back(toWx(row.row));
        cells.push_back(dayOf(row, session_->zone()));
        cells.push_back(common::fieldEnd(what, kMostWords));
        cells.push_back(remarkOf(row));
        list_->AppendItem(cells);
    }
    if (!rows_.empty()) list_->SelectRow(0);
    all_->SetValue(true);
    chooseAll(true); // she came to make them; each can be left out
}

bool LogDialog::canBeMade(int row) const {
    const LogIncident& one = rows_[static_cast<std::size_t>(row)];
    return one.hasDate && !one.isMade;
}

void LogDialog::choose(int row, bool on) {
    const bool wanted = on && canBeMade(row);
    const auto at = static_cast<unsigned>(row);
    if (list_->GetToggleValue(at, kChosenColumn) != wanted) list_->SetToggleValue(wanted, at, kChosenColumn);
    showChosen();
}

void LogDialog::chooseAll(bool on) {
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
        const bool wanted = on && canBeMade(row);
        if (list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn) != wanted)
            list_->SetToggleValue(wanted, static_cast<unsigned>(row), kChosenColumn);
    }
    showChosen();
}

int LogDialog::chosen() const {
    int n = 0;
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
        if (canBeMade(row) && list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn)) ++n;
    return n;
}

void LogDialog::showChosen() {
    const int n = chosen();
    make_->Enable(n > 0);
    make_->SetLabel(
        n == 0 ? _("Make incidents")
               : wxString::Format(wxPLURAL("Make %s incident", "Make %s incidents", n), common::count(n)));
    const auto left = std::count_if(rows_.begin(), rows_.end(),
                                    [](const LogIncident& row) { return !row.hasDate && !row.isMade; });
    if (rows_.empty())
        say(_("No rows of a log were found in this file: a table with a column for the day and one for what "
              "happened."));
    else if (left > 0)
        say(wxString::Format(wxPLURAL("%s row has no day that can be read. Write that incident yourself.",
                                      "%s rows have no day that can be read. Write those incidents yourself.",
                                      static_cast<unsigned>(left)),
                             common::count(left)));
    else
        say(_("Where it came from stands with each incident: the file and the row."));
    Layout();
}

bool LogDialog::make() {
    std::vector<core::model::Incident> incidents;
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
        if (canBeMade(row) && list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn))
            incidents.push_back(rows_[static_cast<std::size_t>(row)].incident);
    try {
        session_->editor().makeFromLog(incidents);
        return true;
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
        return false;
    }
}

void LogDialog::say(const wxString& text) {
    note_->setText(text);
    Layout();
}

} // namespace ui::import
