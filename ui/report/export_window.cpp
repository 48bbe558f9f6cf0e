// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_window.h"

#include "core/report/exhibit_plan.h"
#include "ui/common/error_text.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::report {

using common::kGap;
using common::kGroupGap;
using common::toWx;
using core::share::GateFinding;

namespace {

constexpr int kGaugeRange = 1000;
constexpr int kMostRows = 5, kRowAirDip = 6; // of the findings: more are scrolled to

// What there is to take along, read on a worker.
ExportCounts countAll(core::query::CaseReader& reader) {
    ExportCounts counts;
    for (const auto& n : reader.incidents()) {
        if (!core::report::isExported(n)) continue;
        ++counts.incidents;
        counts.hasPrivateNotes = counts.hasPrivateNotes || !n.privateNote.empty() || !n.stillNeeded.empty();
        counts.hasPoliceOnly = counts.hasPoliceOnly || !n.placeText.empty() || !n.witnesses.empty();
    }
    counts.milestones = static_cast<int>(reader.milestones().size());
    counts.exhibits = static_cast<int>(core::report::planExhibits(reader).size());
    return counts;
}

struct Look { // of the gate
    std::vector<GateFinding> findings;
    ExportCounts counts;
};

} // namespace

ExportWindow::ExportWindow(wxWindow* parent, common::SessionPtr session, const wxString& title,
                           const wxString& heading, ChoicesPanel::For what)
    : DialogBase(parent, title, heading), session_(std::move(session)), what_(what) {}

ExportWindow::~ExportWindow() {
    checkJob_.cancel();
    workJob_.cancel();
}

void ExportWindow::build(const wxString& writeLabel) {
    buildChoices();
    buildGate();
    buildWork();
    close_ = addButton(wxID_CANCEL, _("Close"));
    write_ = addButton(wxID_SAVE, writeLabel, true);
    write_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { write(); });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        if (workJob_.isRunning())
            workJob_.cancel();
        else
            event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (workJob_.isRunning() && event.CanVeto()) {
            workJob_.cancel(); // it closes when the work has ended
            event.Veto();
            return;
        }
        event.Skip();
    });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown()) CallAfter([this] { choices_->SetFocus(); }); // a wxChoice takes none before
    });
    finish({800, 600});
    checkGate();
}

void ExportWindow::buildChoices() {
    ExportChoices usual;
    usual.language = common::language();
    choices_ = new ChoicesPanel(this, what_, fromText(session_->exportChoices(), usual));
    choices_->onChange([this](bool isContent) {
        forgetOutcome();
        if (isContent)
            checkGate();
        else
            showSummary();
        choicesChanged();
    });
    addChoices(*choices_->grid());
    content()->Add(choices_, wxSizerFlags().Expand());
    choices_->makeRoom();
}

void ExportWindow::buildGate() {
    content()->Add(common::makeText(this, _("May the offender see this?"), common::TextStyle::Section),
                   wxSizerFlags().Border(wxTOP, FromDIP(common::kDialogMargin)));
    auto* summary = new form::FormGrid(this, 110);
    along_ = new form::WrapText(this, "");
    stays_ = new form::WrapText(this, "");
    gateText_ = new form::WrapText(this, "");
    summary->addRow(_("Goes along"), along_);
    summary->addRow(_("Stays behind"), stays_);
    summary->addRow(_("Protected"), gateText_);
    content()->Add(summary, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("What was found"));
    form::addTextColumn(*list_, _("Where"), FromDIP(230));
    form::addTextColumn(*list_, _("What it is"), FromDIP(330));
    form::addTextColumn(*list_, _("What happens"), FromDIP(130));
    content()->Add(list_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(kGap)));
    list_->Hide();
}

void ExportWindow::buildWork() {
    gauge_ = new wxGauge(this, wxID_ANY, kGaugeRange);
    outcome_ = new form::WrapText(this, "", common::TextStyle::Strong);
    hash_ = common::makeText(this, "", common::TextStyle::Fixed);
    content()->Add(gauge_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGroupGap)));
    content()->Add(outcome_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGroupGap)));
    content()->Add(hash_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    gauge_->Hide();
    outcome_->Hide();
    hash_->Hide();
}

void ExportWindow::checkGate() {
    checkJob_.cancel();
    const int check = ++checks_;
    write_->Disable(); // nothing leaves before the gate has been seen
    gateText_->setText(_("Looking through all text and originals..."));
    checkJob_ = common::runJob(
        this,
        [session = session_, options = options()](core::base::Progress& progress) {
            const auto reader = session->openReader();
            const ExportCounts counts = countAll(*reader);
            return Look{session->checkGate(options, progress), counts};
        },
        [this, check](common::Outcome<Look> outcome) {
            if (check != checks_) return;
            if (!outcome.ok()) return gateText_->setText(common::errorText(outcome.error()));
            findings_ = std::move(outcome.value().findings);
            counts_ = outcome.value().counts;
            if (!takesOriginals())
                std::erase_if(findings_, [](const GateFinding& finding) { return finding.isOriginal; });
            // First those she can decide on: an original goes along or stays, a place in the text is struck
            // out.
            std::stable_partition(findings_.begin(), findings_.end(),
                                  [](const GateFinding& finding) { return finding.isOriginal; });
            write_->Enable();
            showFindings();
        });
}

void ExportWindow::showSummary() {
    along_->setText(alongSummary(choices_->choices(), counts_, common::language()));
    stays_->setText(staysSummary(choices_->choices(), counts_));
    Layout();
}

wxString ExportWindow::along() const { return along_->text(); }
wxString ExportWindow::stays() const { return stays_->text(); }

void ExportWindow::remember() {
    try {
        session_->keepExportChoices(toText(choices_->choices()));
    } catch (const core::base::Error&) {
        // The export is written and said to be; the next one begins with the choices of an earlier one.
    }
}

// What was said of the choices as they were before.
void ExportWindow::forgetOutcome() {
    if (outcome_ == nullptr || !outcome_->IsShown()) return;
    outcomeText_.clear();
    hashLine_.clear();
    outcome_->Hide();
    hash_->Hide();
    choices_->makeRoom();
}

void ExportWindow::say(const wxString& text) {
    outcomeText_ = text;
    outcome_->Show();
    outcome_->setText(text);
    hash_->Hide();
    choices_->makeRoom();
}

bool ExportWindow::isReadyToWrite() {
    const wxString problem = choices_->problem();
    if (problem.empty()) return true;
    choices_->showMore(true);
    say(problem);
    choices_->password(1)->SetFocus();
    return false;
}

void ExportWindow::showFindings() {
    showSummary();
    gateText_->setText(gateSummary(findings_, session_->reader().protectedTerms().size()));
    const int selected = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (const GateFinding& finding : findings_) {
        wxVector<wxVariant> cells;
        cells.push_back(findingPlace(finding));
        cells.push_back(toWx(finding.label));
        cells.push_back(findingOutcome(finding, isTakenAlong(finding)));
        list_->AppendItem(cells);
    }
    if (selected != wxNOT_FOUND && selected < static_cast<int>(findings_.size()))
        list_->SelectRow(static_cast<unsigned>(selected));
    list_->Show(!findings_.empty());
    const int rows = 1 + std::min(kMostRows, static_cast<int>(findings_.size())); // and the titles
    list_->SetMinSize({-1, rows * (GetCharHeight() + FromDIP(kRowAirDip)) + FromDIP(kRowAirDip)});
    findingsShown();
    choices_->makeRoom();
}

void ExportWindow::setWorking(bool isWorking) {
    choices_->Enable(!isWorking);
    write_->Enable(!isWorking);
    gauge_->Show(isWorking);
    outcome_->Hide();
    hash_->Hide();
    close_->SetLabel(isWorking ? _("Stop") : _("Close"));
    choices_->makeRoom();
}

void ExportWindow::showProgress(const core::base::Progress& progress) {
    if (progress.total() == 0) return gauge_->Pulse();
    const double part = static_cast<double>(progress.done()) / static_cast<double>(progress.total());
    gauge_->SetValue(static_cast<int>(std::min(1.0, part) * kGaugeRange));
}

void ExportWindow::showOutcome(const wxString& text, const wxString& hashLine,
                               const std::filesystem::path& path) {
    outcomeText_ = text;
    hashLine_ = hashLine;
    outcome_->Show();
    outcome_->setText(text + "\n" + toWx(path));
    hash_->SetLabelText(hashLine);
    hash_->Show(!hashLine.empty());
    choices_->makeRoom();
    close_->SetFocus();
}

void ExportWindow::showFailure(const std::exception_ptr& error) { say(common::errorText(error)); }

} // namespace ui::report
