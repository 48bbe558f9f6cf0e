// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/report_window.h"

#include "core/query/source_kind.h"
#include "ui/common/format_words.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/import_words.h"
#include "ui/import/table_words.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/intl.h>

namespace ui::import {

using common::kGap;
using common::TextStyle;
using common::toWx;

namespace {

constexpr int kRowsShown = 8; // of the files, before their table scrolls

// GTK has no question for it before there is a row on the screen.
int rowHeight(const wxWindow* window) { return window->GetCharHeight() + window->FromDIP(9); }

wxString caseName(common::CaseSession& session) {
    const std::string label = session.reader().label();
    return label.empty() ? _("the case") : toWx(label);
}

wxSizer* figure(wxWindow* parent, int n, const wxString& caption, const wxString& note) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* number = common::makeText(parent, common::count(n), TextStyle::Title);
    number->SetFont(common::font(TextStyle::Figure).Scaled(0.8F).Bold());
    column->Add(number);
    column->Add(common::makeText(parent, caption));
    column->Add(common::makeMuted(parent, note));
    return column;
}

wxDataViewListCtrl* table(wxWindow* parent, const wxString& name) {
    auto* list = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list, name);
    return list;
}

// The tables of this import that were read by a meaning of their columns that is kept in the case.
wxString templatesUsed(const std::vector<core::query::SourceRow>& sources,
                       const core::import::ImportReport& report) {
    wxString text;
    for (const auto& source : sources) {
        if (source.run != report.run || source.mapping.empty()) continue;
        const auto mapping = core::format::table::mappingFromJson(source.mapping);
        if (!mapping || mapping->name.empty()) continue;
        text += (text.empty() ? "" : "\n") +
                wxString::Format(_("%s was read with the template \"%s\", which is kept in the case."),
                                 toWx(source.name), toWx(mapping->name));
    }
    return text;
}

bool isOffenderNamed(common::CaseSession& session) {
    const auto parties = session.reader().parties();
    return std::any_of(parties.begin(), parties.end(),
                       [](const auto& party) { return party.role == core::model::PartyRole::Offender; });
}

} // namespace

ReportWindow::ReportWindow(wxWindow* parent, common::SessionPtr session, core::import::ImportReport report,
                           ImportHooks hooks)
    : DialogBase(parent, _("Import report"), reportHeading(report)), session_(std::move(session)),
      hooks_(std::move(hooks)), report_(std::move(report)), rows_(reportRows(report_)),
      sum_(reportTotals(rows_)) {
    setSubheading(reportSubtitle(report_, session_->zone(), caseName(*session_), common::language()));
    content()->Add(figures(), wxSizerFlags().Expand());
    buildFiles();
    buildIssues();
    wxString notes = reportNotes(sum_, common::language());
    if (const wxString never = common::notContainedText(notContained(report_)); !never.empty())
        notes += (notes.empty() ? wxString() : wxString("\n")) + never;
    if (const wxString kept = templatesUsed(session_->reader().sources(), report_); !kept.empty())
        notes += (notes.empty() ? wxString() : wxString("\n")) + kept;
    if (sum_.items > 0 && !isOffenderNamed(*session_))
        notes += (notes.empty() ? wxString() : wxString("\n")) +
                 _("Next: say which numbers and addresses are the offender's, under Edit › People. Days of "
                   "contact can then be suggested as incidents.");
    if (!notes.empty())
        content()->Add(new form::WrapText(this, notes), wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    content()->Add(
        common::makeMuted(this, _("The report stays in the case. You do not have to read any of it now.")),
        wxSizerFlags().Border(wxTOP, FromDIP(kGap)));
    buildButtons();
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Destroy(); });
    SetEscapeId(wxID_CLOSE);
    finish({1000, 690}, files_);
}

wxSizer* ReportWindow::figures() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](int n, const wxString& caption, const wxString& note) {
        if (row->GetItemCount() > 0)
            row->Add(common::makeLine(this, wxVERTICAL),
                     wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(24)));
        row->Add(figure(this, n, caption, note), wxSizerFlags(1));
    };
    add(sum_.items, wxPLURAL("item came in", "items came in", sum_.items),
        wxString::Format(_("of %s found"), common::count(sum_.found)));
    add(sum_.duplicates, wxPLURAL("repeat", "repeats", sum_.duplicates), _("skipped"));
    add(sum_.undated, _("without a date"), _("on the shelf \"No date\""));
    add(sum_.failed, wxPLURAL("file could not be read", "files could not be read", sum_.failed),
        sum_.failed > 0     ? _("not copied")
        : report_.cancelled ? _("the rest was not read")
                            : _("all were copied"));
    return row;
}

void ReportWindow::buildFiles() {
    const auto language = common::language();
    files_ = table(this, _("Files"));
    form::addTextColumn(*files_, _("File"), FromDIP(230));
    for (const wxString& title : {_("Found"), _("Came in"), _("Repeats"), _("No date"), _("Odd")})
        form::addTextColumn(*files_, title, FromDIP(98), wxALIGN_RIGHT);
    form::addTextColumn(*files_, _("SHA-256 of the file"), FromDIP(220));
    for (const ReportRow& row : rows_) {
        wxVector<wxVariant> cells;
        cells.push_back(rowName(row.name, row.isFolder, row.isMember));
        for (const int n : {row.found, row.items, row.duplicates, row.undated, row.issues})
            cells.push_back(countOrDash(n, language));
        cells.push_back(hashText(row, report_, language));
        files_->AppendItem(cells);
    }
    files_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = files_->GetSelectedRow();
        showIssues(row == wxNOT_FOUND ? ReportRow{} : rows_[static_cast<std::size_t>(row)]);
        offer();
    });
    const int shown = std::clamp(static_cast<int>(rows_.size()), 3, kRowsShown);
    files_->SetMinSize({-1, (shown + 1) * rowHeight(this) + FromDIP(4)});
    content()->Add(files_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
}

void ReportWindow::buildIssues() {
    issuesTitle_ = common::makeText(this, "", TextStyle::Strong);
    issues_ = table(this, _("What was odd"));
    form::addTextColumn(*issues_, _("What was odd"), FromDIP(860));
    issues_->SetMinSize({-1, 5 * rowHeight(this) + FromDIP(4)});
    content()->Add(issuesTitle_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    content()->Add(issues_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    const bool isOdd = sum_.issues > 0;
    issuesTitle_->Show(isOdd);
    issues_->Show(isOdd);
    issuesTitle_->SetLabelText(_("Choose a file to see what was odd in it."));
    const auto odd =
        std::find_if(rows_.begin(), rows_.end(), [](const ReportRow& r) { return r.issues > 0; });
    if (odd != rows_.end()) selectFile(static_cast<int>(odd - rows_.begin()));
}

void ReportWindow::showIssues(const ReportRow& row) {
    issues_->DeleteAllItems();
    if (row.files == 0 || row.name.empty()) return;
    for (const IssueCount& issue : issueCounts(report_, row)) {
        wxVector<wxVariant> cells;
        cells.push_back(issueText(issue, common::language()));
        issues_->AppendItem(cells);
        if (issue.code == core::model::IssueCode::Malformed) showRejectedRows(row);
    }
    issuesTitle_->SetLabelText(
        row.issues == 0
            ? wxString::Format(_("Nothing was odd in %s."), toWx(row.name))
            : wxString::Format(wxPLURAL("%s odd thing in %s. The original is kept as it is.",
                                        "%s odd things in %s. The originals are kept as they are.",
                                        row.issues),
                               common::count(row.issues), toWx(row.name)));
    Layout();
}

// Of a table each row that was left out, so that she finds it there.
void ReportWindow::showRejectedRows(const ReportRow& row) {
    for (const std::size_t index : row.indices)
        for (const auto& issue : report_.files[index].issues) {
            const wxString text = rejectedRowText(issue.detail);
            if (text.empty() || issue.code != core::model::IssueCode::Malformed) continue;
            wxVector<wxVariant> cells;
            cells.push_back(wxString::FromUTF8("\u2003") + text);
            issues_->AppendItem(cells);
        }
}

void ReportWindow::selectFile(int row) {
    files_->SelectRow(static_cast<unsigned>(row));
    showIssues(rows_[static_cast<std::size_t>(row)]);
    offer();
}

std::optional<core::query::SourceRow> ReportWindow::chosenSource() const {
    const int row = files_->GetSelectedRow();
    if (row == wxNOT_FOUND) return std::nullopt;
    const std::string& sha256 = rows_[static_cast<std::size_t>(row)].sha256;
    for (core::query::SourceRow& source : session_->reader().sources())
        if (!sha256.empty() && source.sha256 == sha256) return std::move(source);
    return std::nullopt;
}

void ReportWindow::offer() {
    if (read_ == nullptr) return;
    const auto source = chosenSource();
    read_->Enable(source && core::query::mayBeTable(*source, source->isDocument));
    log_->Enable(source && core::query::mayHoldLog(*source));
}

void ReportWindow::buildButtons() {
    addLeftButton(wxID_ANY, _("All imports"))->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        openImportRuns(GetParent(), session_, hooks_);
    });
    buildTableButtons();
    addButton(wxID_CLOSE, _("Close"))->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    if (!hooks_.showRun) return;
    const auto showRun = [this](bool onlyUndated) {
        return [this, onlyUndated](wxCommandEvent&) {
            hooks_.showRun(report_.run, onlyUndated);
            Close();
        };
    };
    if (sum_.undated > 0)
        addButton(wxID_ANY, _("Show those without a date"))->Bind(wxEVT_BUTTON, showRun(true));
    auto* showNew = addButton(wxID_OK, _("Show the new items"), true);
    showNew->Enable(sum_.items > 0);
    showNew->Bind(wxEVT_BUTTON, showRun(false));
}

// Where one of the files may be a table or a log at all: mostly none is, and the bar is full.
void ReportWindow::buildTableButtons() {
    bool mayBeTable = false;
    bool mayHoldLog = false;
    const auto sources = session_->reader().sources();
    for (const ReportRow& row : rows_)
        for (const auto& source : sources) {
            if (row.sha256.empty() || source.sha256 != row.sha256) continue;
            mayBeTable = mayBeTable || core::query::mayBeTable(source, source.isDocument);
            mayHoldLog = mayHoldLog || core::query::mayHoldLog(source);
        }
    read_ = addLeftButton(wxID_ANY, _("Read as a table…"));
    log_ = addLeftButton(wxID_ANY, _("Make incidents of the rows…"));
    read_->Show(mayBeTable);
    log_->Show(mayHoldLog);
    // The report stands over the main window: what comes of it belongs there too.
    read_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto source = chosenSource()) readAsTable(this, session_, source->id, hooks_);
        offer();
    });
    log_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto source = chosenSource()) makeOfLog(this, session_, source->id);
    });
    offer();
}

void openReportWindow(wxWindow* parent, const common::SessionPtr& session, core::import::ImportReport report,
                      const ImportHooks& hooks) {
    (new ReportWindow(parent, session, std::move(report), hooks))->Show();
}

} // namespace ui::import
