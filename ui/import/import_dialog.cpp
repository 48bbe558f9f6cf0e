// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_dialog.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/dialog_base.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/import_rows.h"
#include "ui/import/import_window.h"
#include "ui/import/log_dialog.h"
#include "ui/import/report_window.h"
#include "ui/import/sources_window.h"
#include "ui/import/table_dialog.h"

#include <optional>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/intl.h>

namespace ui::import {

namespace {

// None where the stored report cannot be read; the import itself is not touched by that.
std::optional<core::import::ImportReport> storedReport(common::CaseSession& session, core::model::Id run) {
    try {
        auto report = core::import::reportFromJson(session.reader().importReport(run));
        report.run = run;
        return report;
    } catch (const core::base::Error&) {
        return std::nullopt;
    }
}

// All imports of the case, newest first.
class RunsDialog : public common::DialogBase {
public:
    RunsDialog(wxWindow* parent, common::SessionPtr session, ImportHooks hooks)
        : DialogBase(parent, _("Imports"), _("Imports")), session_(std::move(session)),
          hooks_(std::move(hooks)) {
        list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                       wxDV_ROW_LINES | wxBORDER_THEME);
        form::nameControl(list_, _("Imports"));
        form::addTextColumn(*list_, _("When"), FromDIP(190));
        form::addTextColumn(*list_, _("Files"), FromDIP(80), wxALIGN_RIGHT);
        form::addTextColumn(*list_, _("Came in"), FromDIP(100), wxALIGN_RIGHT);
        form::addTextColumn(*list_, _("First file"), FromDIP(280));
        fill();
        content()->Add(list_, wxSizerFlags(1).Expand());
        if (runs_.empty())
            content()->Add(common::makeMuted(this, _("Nothing has been imported yet.")),
                           wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));
        addLeftText(_("Newest first"));
        addButton(wxID_CLOSE, _("Close"))->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
        auto* open = addButton(wxID_OK, _("Open the report"), true);
        open->Enable(!runs_.empty());
        open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openChosen(); });
        list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { openChosen(); });
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Destroy(); });
        SetEscapeId(wxID_CLOSE);
        finish({760, 480}, list_);
    }

private:
    void fill() {
        for (const core::model::Id run : session_->reader().importRuns()) {
            const auto report = storedReport(*session_, run);
            if (!report) continue;
            const auto sum = reportTotals(reportRows(*report));
            const auto when = core::base::toLocal(report->begunMs, session_->zone());
            wxVector<wxVariant> cells;
            cells.push_back(common::toWx(core::base::formatDateShort(when, common::language()) + " " +
                                         core::base::formatClock(when, common::language())));
            cells.push_back(common::count(sum.files));
            cells.push_back(common::count(sum.items));
            cells.push_back(report->files.empty()
                                ? wxString()
                                : common::toWx(report->files.front().path.filename().string()));
            list_->AppendItem(cells);
            runs_.push_back(run);
        }
        if (!runs_.empty()) list_->SelectRow(0);
    }
    void openChosen() {
        const int row = list_->GetSelectedRow();
        if (row == wxNOT_FOUND) return;
        openImportReport(GetParent(), session_, runs_[static_cast<std::size_t>(row)], hooks_);
        Close();
    }

    common::SessionPtr session_;
    ImportHooks hooks_;
    std::vector<core::model::Id> runs_; // in the order of the list
    wxDataViewListCtrl* list_;
};

void openWindow(wxWindow* parent, const common::SessionPtr& session, std::vector<std::filesystem::path> paths,
                const ImportHooks& hooks) {
    (new ImportWindow(parent, session, std::move(paths), hooks))->Show();
}

} // namespace

void openImport(wxWindow* parent, const common::SessionPtr& session,
                const std::vector<std::filesystem::path>& paths, const ImportHooks& hooks) {
    if (!paths.empty()) return openWindow(parent, session, paths, hooks);
    wxFileDialog dialog(parent, _("Import files"), "", "", wxFileSelectorDefaultWildcardStr,
                        wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString files;
    dialog.GetPaths(files);
    std::vector<std::filesystem::path> chosen;
    for (const wxString& file : files) chosen.push_back(common::toPath(file));
    openWindow(parent, session, std::move(chosen), hooks);
}

void openImportFolder(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks) {
    wxDirDialog dialog(parent, _("Import a folder"), "", wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    openWindow(parent, session, {common::toPath(dialog.GetPath())}, hooks);
}

void openImportReport(wxWindow* parent, const common::SessionPtr& session, core::model::Id run,
                      const ImportHooks& hooks) {
    const auto report = storedReport(*session, run);
    if (!report) return common::showMessage(parent, _("There is no report of this import."));
    openReportWindow(parent, session, *report, hooks);
}

void openImportRuns(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks) {
    (new RunsDialog(parent, session, hooks))->Show();
}

void openSources(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks) {
    (new SourcesWindow(parent, session, hooks))->Show();
}

void readAsTable(wxWindow* parent, const common::SessionPtr& session, core::model::Id source,
                 const ImportHooks& hooks) {
    const auto row = session->reader().source(source);
    if (row.id == 0) return;
    TableDialog dialog(parent, session, row);
    if (dialog.ShowModal() != wxID_OK || !dialog.report()) return;
    wxWindow* frame = parent; // the report outlives the window that it was asked for in
    while (frame->GetParent()) frame = frame->GetParent();
    openReportWindow(frame, session, *dialog.report(), hooks);
}

void makeOfLog(wxWindow* parent, const common::SessionPtr& session, core::model::Id source) {
    const auto row = session->reader().source(source);
    if (row.id != 0) LogDialog(parent, session, row).ShowModal();
}

} // namespace ui::import
