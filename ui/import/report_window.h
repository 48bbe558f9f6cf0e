// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an import did, as it is kept in the case: figures, a row a file, what was odd. Not the content.

#include "ui/common/dialog_base.h"
#include "ui/import/import_dialog.h"
#include "ui/import/import_rows.h"

#include <optional>
#include <vector>

class wxButton;
class wxDataViewListCtrl;

namespace ui::import {

class ReportWindow : public common::DialogBase {
public:
    ReportWindow(wxWindow* parent, common::SessionPtr session, core::import::ImportReport report,
                 ImportHooks hooks);
    wxDataViewListCtrl* files() const { return files_; }
    wxDataViewListCtrl* issues() const { return issues_; }
    wxButton* readButton() const { return read_; }
    wxButton* logButton() const { return log_; }
    void selectFile(int row); // shows its issues

private:
    wxSizer* figures();
    void buildFiles();
    void buildIssues();
    void buildButtons();
    void buildTableButtons();
    void showIssues(const ReportRow& row);
    void offer();
    std::optional<core::query::SourceRow> chosenSource() const; // of a row that stands for one file

    common::SessionPtr session_;
    ImportHooks hooks_;
    core::import::ImportReport report_;
    std::vector<ReportRow> rows_;
    ReportRow sum_;
    wxDataViewListCtrl* files_ = nullptr;
    wxStaticText* issuesTitle_ = nullptr;
    wxDataViewListCtrl* issues_ = nullptr;
    wxButton* read_ = nullptr;
    wxButton* log_ = nullptr;
};

void openReportWindow(wxWindow* parent, const common::SessionPtr& session, core::import::ImportReport report,
                      const ImportHooks& hooks);

} // namespace ui::import
