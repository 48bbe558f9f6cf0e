// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_window.h"

#include "core/base/date_format.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/import_words.h"
#include "ui/import/passphrase_page.h"
#include "ui/import/passphrase_question.h"
#include "ui/import/question_page.h"
#include "ui/import/report_window.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/panel.h>
#include <wx/simplebook.h>
#include <wx/textctrl.h>

namespace ui::import {

using common::kGap;
using common::toWx;

namespace {

constexpr int kGaugeRange = 1000;

void show(wxGauge* gauge, const core::base::Progress& progress) {
    if (progress.total() == 0) return gauge->Pulse();
    const double part = static_cast<double>(progress.done()) / static_cast<double>(progress.total());
    gauge->SetValue(static_cast<int>(std::min(1.0, part) * kGaugeRange));
}

// "3.2 MB of 41 MB"
wxString bytesText(const core::base::Progress& progress) {
    const auto bytes = [](std::uint64_t n) { return toWx(core::base::formatBytes(n, common::language())); };
    if (progress.total() == 0) return bytes(progress.done());
    return wxString::Format(_("%s of %s"), bytes(progress.done()), bytes(progress.total()));
}

} // namespace

ImportWindow::ImportWindow(wxWindow* parent, common::SessionPtr session,
                           std::vector<std::filesystem::path> paths, ImportHooks hooks)
    : DialogBase(parent, _("Import"), _("Looking at your files")), session_(std::move(session)),
      hooks_(std::move(hooks)), paths_(std::move(paths)), book_(new wxSimplebook(this)) {
    book_->AddPage(scanPage(), "");
    questions_ = new QuestionPage(book_, session_);
    book_->AddPage(questions_, "");
    book_->AddPage(workPage(), "");
    passphrase_ = new PassphrasePage(book_);
    book_->AddPage(passphrase_, "");
    question_ = std::make_shared<PassphraseQuestion>(
        [this](const std::string& fileName, bool isAgain) { askPassphrase(fileName, isAgain); });
    content()->Add(book_, wxSizerFlags(1).Expand());
    add_ = addLeftButton(wxID_ADD, _("Add files..."));
    cancel_ = addButton(wxID_ANY, _("Cancel")); // not the stock id: GTK would write its own word
    hide_ = addButton(wxID_ANY, _("Hide and go on"));
    skip_ = addButton(wxID_ANY, _("I do not have it"));
    unlock_ = addButton(wxID_ANY, _("Open the file"));
    start_ = addButton(wxID_OK, _("Import"), true);
    questions_->onChange([this](const FoundTotals& sum) { offer(sum); });
    questions_->onOrder([this] { scan(); }); // other days come of it
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addFiles(); });
    start_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { startImport(); });
    skip_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { unlock(false); });
    unlock_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { unlock(true); });
    passphrase_->field()->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { unlock(true); });
    hide_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Hide(); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (isImporting())
            job_.cancel(); // what was read stays; the report says so
        else
            Close();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    SetEscapeId(wxID_NONE);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            Close();
        else
            event.Skip();
    });
    finish({1000, 680});
    scan();
}

ImportWindow::~ImportWindow() { question_->close(); }

bool ImportWindow::isImporting() const {
    return stage_ == Stage::Importing || (stage_ == Stage::Passphrase && asking_ == Stage::Importing);
}

// The work waits for the answer; it may be that of a hidden window.
void ImportWindow::askPassphrase(const std::string& fileName, bool isAgain) {
    if (!job_.isRunning()) return;
    if (stage_ != Stage::Passphrase) asking_ = stage_;
    showStage(Stage::Passphrase);
    passphrase_->show(fileName, isAgain);
    if (IsShown()) return;
    Show();
    Raise();
}

void ImportWindow::unlock(bool hasPassphrase) {
    if (stage_ != Stage::Passphrase) return;
    core::base::SecretText passphrase = passphrase_->take();
    if (hasPassphrase && passphrase.empty()) return;
    showStage(asking_);
    question_->answer(hasPassphrase ? std::optional(std::move(passphrase)) : std::nullopt);
}

wxWindow* ImportWindow::scanPage() {
    auto* page = new wxPanel(book_);
    scanGauge_ = new wxGauge(page, wxID_ANY, kGaugeRange);
    scanText_ = common::makeMuted(page, "", common::TextStyle::Body);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(scanGauge_, wxSizerFlags().Expand());
    all->Add(scanText_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    page->SetSizer(all);
    return page;
}

wxWindow* ImportWindow::workPage() {
    auto* page = new wxPanel(book_);
    workGauge_ = new wxGauge(page, wxID_ANY, kGaugeRange);
    workText_ = common::makeMuted(page, "", common::TextStyle::Body);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(workGauge_, wxSizerFlags().Expand());
    all->Add(workText_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    all->Add(
        new form::WrapText(page,
                           _("You can go on working meanwhile. Stopping keeps what has been read; giving the "
                             "same files again completes it."),
                           common::TextStyle::Body, common::Color::Muted),
        wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    page->SetSizer(all);
    return page;
}

void ImportWindow::scan() {
    showStage(Stage::Scanning);
    question_->forgetRefusals();
    job_ = common::runJob(
        this,
        [session = session_, paths = paths_, options = optionsChosen(),
         question = question_](core::base::Progress& progress) mutable {
            options.passphrase = [&](const std::string& fileName, bool isAgain) {
                return question->ask(fileName, isAgain, progress);
            };
            return session->scan(paths, options, progress);
        },
        [this](common::Outcome<std::vector<core::import::FoundFile>> outcome) {
            scanned(std::move(outcome));
        });
    job_.onProgress([this](const core::base::Progress& progress) {
        show(scanGauge_, progress);
        scanText_->SetLabelText(bytesText(progress));
    });
}

void ImportWindow::scanned(common::Outcome<std::vector<core::import::FoundFile>> outcome) {
    if (!outcome.ok()) {
        if (common::isCancelled(outcome.error())) return;
        scanText_->SetLabelText(common::errorText(outcome.error()));
        return;
    }
    questions_->show(foundRows(outcome.value()));
    showStage(Stage::Questions);
}

void ImportWindow::showStage(Stage stage) {
    stage_ = stage;
    book_->ChangeSelection(static_cast<std::size_t>(stage));
    add_->Show(stage == Stage::Questions);
    start_->Show(stage == Stage::Questions);
    skip_->Show(stage == Stage::Passphrase);
    unlock_->Show(stage == Stage::Passphrase);
    hide_->Show(stage == Stage::Importing);
    cancel_->SetLabel(isImporting() ? _("Stop") : _("Cancel"));
    switch (stage) {
    case Stage::Scanning:
        setHeading(_("Looking at your files"));
        break;
    case Stage::Questions:
        setHeading(_("This was found in your files"));
        break;
    case Stage::Importing:
        setHeading(_("Reading into the case"));
        break;
    case Stage::Passphrase:
        setHeading(_("A file is locked"));
        break;
    }
    setSubheading(
        isImporting()
            ? _("The originals are copied and never changed. The content is not shown.")
            : _("Nothing has been read into the case yet. The originals are copied and never changed. The "
                "content is not shown."));
    Layout();
    // Else the first button of the window gets it, which closes the program: Enter, pressed once too often,
    // must end neither the program nor the look at the files.
    if (stage == Stage::Scanning) wxStaticCast(book_->GetCurrentPage(), wxPanel)->SetFocusIgnoringChildren();
    if (stage == Stage::Questions) start_->SetFocus();
    if (stage == Stage::Importing) hide_->SetFocus();
}

const std::vector<FoundRow>& ImportWindow::rows() const { return questions_->rows(); }
void ImportWindow::choose(int row, bool on) { questions_->choose(row, on); }

void ImportWindow::offer(const FoundTotals& sum) {
    start_->SetLabel(importButtonLabel(sum, common::language()));
    start_->Enable(sum.filesChosen > 0);
    Layout();
}

void ImportWindow::addFiles() {
    wxFileDialog dialog(this, _("Add files"), "", "", wxFileSelectorDefaultWildcardStr,
                        wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString files;
    dialog.GetPaths(files);
    for (const wxString& file : files) paths_.push_back(common::toPath(file));
    scan();
}

core::import::ImportOptions ImportWindow::optionsChosen() const {
    core::import::ImportOptions options;
    options.custodian = questions_->custodian();
    options.zone = questions_->zone();
    options.answers = questions_->answers();
    options.keepUnknown = true; // only what was ticked is given
    return options;
}

void ImportWindow::startImport() {
    const core::import::ImportOptions chosen = optionsChosen();
    showStage(Stage::Importing);
    job_ = common::runJob(
        this,
        [session = session_, paths = chosenPaths(questions_->rows()), options = chosen,
         question = question_](core::base::Progress& progress) mutable {
            options.passphrase = [&](const std::string& fileName, bool isAgain) {
                return question->ask(fileName, isAgain, progress);
            };
            return session->importFiles(paths, options, progress);
        },
        [this](common::Outcome<core::import::ImportReport> outcome) { imported(std::move(outcome)); });
    job_.onProgress([this](const core::base::Progress& progress) { showProgress(progress); });
}

void ImportWindow::showProgress(const core::base::Progress& progress) {
    show(workGauge_, progress);
    const wxString stage = toWx(progress.stage());
    workText_->SetLabelText(stage.empty() ? bytesText(progress)
                                          : stage + wxString::FromUTF8(" · ") + bytesText(progress));
    if (!hooks_.progress) return;
    const double part = progress.total() == 0
                            ? -1.0
                            : static_cast<double>(progress.done()) / static_cast<double>(progress.total());
    hooks_.progress(_("Reading into the case"), part);
}

void ImportWindow::imported(common::Outcome<core::import::ImportReport> outcome) {
    if (hooks_.progress) hooks_.progress("", 1.0);
    session_->notifyChanged();
    if (!outcome.ok()) {
        Show();
        showStage(Stage::Questions);
        if (common::isCancelled(outcome.error()))
            questions_->say(_("Stopped. What was read until then is in the case."));
        else
            common::showError(this, outcome.error());
        return;
    }
    openReportWindow(GetParent(), session_, outcome.value(), hooks_);
    Destroy();
}

void ImportWindow::leave() {
    if (stage_ == Stage::Passphrase) unlock(false);
    if (stage_ == Stage::Importing && job_.isRunning()) {
        Hide(); // the work goes on; its report opens when it ends
        return;
    }
    job_.cancel();
    Destroy();
}

} // namespace ui::import
