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

class PassphrasePage;
class PassphraseQuestion;
class QuestionPage;

class ImportWindow : public common::DialogBase {
public:
    ImportWindow(wxWindow* parent, common::SessionPtr session, std::vector<std::filesystem::path> paths,
                 ImportHooks hooks);
    ~ImportWindow() override;

    enum class Stage { Scanning, Questions, Importing, Passphrase };
    Stage stage() const { return stage_; }
    const std::vector<FoundRow>& rows() const;
    void choose(int row, bool on);
    void startImport();
    QuestionPage* questionPage() const { return questions_; }
    PassphrasePage* passphrasePage() const { return passphrase_; }
    void unlock(bool hasPassphrase); // answers with what stands in the field, or with none

private:
    wxWindow* scanPage();
    wxWindow* workPage();
    core::import::ImportOptions optionsChosen() const;
    void scan();
    void scanned(common::Outcome<std::vector<core::import::FoundFile>> outcome);
    void imported(common::Outcome<core::import::ImportReport> outcome);
    void showStage(Stage stage);
    void offer(const FoundTotals& sum);
    bool isImporting() const;
    void askPassphrase(const std::string& fileName, bool isAgain);
    void showProgress(const core::base::Progress& progress);
    void addFiles();
    void leave();

    common::SessionPtr session_;
    ImportHooks hooks_;
    std::vector<std::filesystem::path> paths_;
    common::Job job_;
    std::shared_ptr<PassphraseQuestion> question_; // the reading thread holds it too
    Stage stage_ = Stage::Scanning;
    Stage asking_ = Stage::Scanning; // what goes on after the passphrase
    wxSimplebook* book_;
    wxGauge* scanGauge_ = nullptr;
    wxStaticText* scanText_ = nullptr;
    QuestionPage* questions_ = nullptr;
    wxGauge* workGauge_ = nullptr;
    wxStaticText* workText_ = nullptr;
    PassphrasePage* passphrase_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* skip_ = nullptr;
    wxButton* unlock_ = nullptr;
    wxButton* cancel_ = nullptr;
    wxButton* hide_ = nullptr;
    wxButton* start_ = nullptr;
};

} // namespace ui::import
