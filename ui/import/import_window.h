// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window of one import, from looking at the files to the end of the work. While files are read into the
// case it may be hidden; it opens the report when it is done. Nothing of the content is shown.

#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/import/import_dialog.h"
#include "ui/import/import_rows.h"

#include <filesystem>
#include <vector>

class wxButton;
class wxGauge;
class wxSimplebook;

namespace ui::import {

class QuestionPage;

class ImportWindow : public common::DialogBase {
public:
    ImportWindow(wxWindow* parent, common::SessionPtr session, std::vector<std::filesystem::path> paths,
                 ImportHooks hooks);

    enum class Stage { Scanning, Questions, Importing };
    Stage stage() const { return stage_; }
    const std::vector<FoundRow>& rows() const;
    void choose(int row, bool on);
    void startImport();

private:
    wxWindow* scanPage();
    wxWindow* workPage();
    void scan();
    void scanned(common::Outcome<std::vector<core::import::FoundFile>> outcome);
    void imported(common::Outcome<core::import::ImportReport> outcome);
    void showStage(Stage stage);
    void offer(const FoundTotals& sum);
    void showProgress(const core::base::Progress& progress);
    void addFiles();
    void leave();

    common::SessionPtr session_;
    ImportHooks hooks_;
    std::vector<std::filesystem::path> paths_;
    common::Job job_;
    Stage stage_ = Stage::Scanning;
    wxSimplebook* book_;
    wxGauge* scanGauge_ = nullptr;
    wxStaticText* scanText_ = nullptr;
    QuestionPage* questions_ = nullptr;
    wxGauge* workGauge_ = nullptr;
    wxStaticText* workText_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* cancel_ = nullptr;
    wxButton* hide_ = nullptr;
    wxButton* start_ = nullptr;
};

} // namespace ui::import
