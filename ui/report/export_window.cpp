// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_window.h"

#include "ui/common/error_text.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/report/export_words.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/intl.h>

namespace ui::report {

using common::kGap;
using common::kGroupGap;
using common::toWx;
using core::share::Audience;
using core::share::GateFinding;
using core::share::Variant;

namespace {
constexpr int kGaugeRange = 1000;
}

wxSizer* besideEachOther(wxWindow* first, wxWindow* second) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(first, wxSizerFlags().CenterVertical());
    row->Add(second, wxSizerFlags().CenterVertical().Border(wxLEFT, first->FromDIP(kGroupGap)));
    return row;
}

ExportWindow::ExportWindow(wxWindow* parent, common::SessionPtr session, const wxString& title,
                           const wxString& heading)
    : DialogBase(parent, title, heading), session_(std::move(session)) {}

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
    finish({760, 640}, list_); // a wxChoice cannot take the focus before it is shown
    checkGate();
}

void ExportWindow::buildChoices() {
    choices_ = new wxPanel(this);
    auto* grid = new form::FormGrid(choices_);
    choices_->SetSizer(grid); // before the rows: a derived window asks the grid for its parent
    const auto choice = [&](const wxString& first, const wxString& second, int chosen) {
        auto* control = new wxChoice(choices_, wxID_ANY);
        control->Append(first);
        control->Append(second);
        control->SetSelection(chosen);
        control->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { checkGate(); });
        return control;
    };
    audience_ = choice(_("My adviser"), _("The police"), 0);
    grid->addRow(_("For whom"), audience_, false);
    variant_ =
        choice(_("All of it, with exhibits"), _("Short: overview, examples, log, list of exhibits"), 0);
    grid->addRow(_("How much"), variant_, false);
    language_ = choice(_("Danish"), _("English"), common::language() == Language::Danish ? 0 : 1);
    newestFirst_ = new wxCheckBox(choices_, wxID_ANY, _("Newest first"));
    newestFirst_->SetValue(true);
    grid->addRow(_("Language"), besideEachOther(language_, newestFirst_), language_);
    addChoices(*grid);
    content()->Add(choices_, wxSizerFlags().Expand());
}

void ExportWindow::buildGate() {
    content()->Add(common::makeText(this, _("May the offender see this?"), common::TextStyle::Section),
                   wxSizerFlags().Border(wxTOP, FromDIP(common::kDialogMargin)));
    gateText_ = new form::WrapText(this, "");
    content()->Add(gateText_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("What was found"));
    list_->AppendTextColumn(_("Where"), wxDATAVIEW_CELL_INERT, FromDIP(230));
    list_->AppendTextColumn(_("What it is"), wxDATAVIEW_CELL_INERT, FromDIP(330));
    list_->AppendTextColumn(_("What happens"), wxDATAVIEW_CELL_INERT, FromDIP(130));
    list_->SetMinSize({-1, 4 * GetCharHeight() + FromDIP(40)});
    content()->Add(list_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(kGap)));
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

core::share::ReportOptions ExportWindow::options() const {
    core::share::ReportOptions options;
    options.variant = variant_->GetSelection() == 0 ? Variant::Full : Variant::Short;
    options.audience = audience_->GetSelection() == 0 ? Audience::Adviser : Audience::Police;
    options.language = language_->GetSelection() == 0 ? Language::Danish : Language::English;
    options.localeFolder = common::localeFolder();
    options.assetsFolder = common::assetsFolder();
    options.newestFirst = newestFirst_->GetValue();
    return options;
}

void ExportWindow::checkGate() {
    checkJob_.cancel();
    const int check = ++checks_;
    write_->Disable(); // nothing leaves before the gate has been seen
    gateText_->setText(_("Looking through all text and originals..."));
    checkJob_ = common::runJob(
        this,
        [session = session_, options = options()](core::base::Progress& progress) {
            return session->checkGate(options, progress);
        },
        [this, check](common::Outcome<std::vector<GateFinding>> outcome) {
            if (check != checks_) return;
            if (!outcome.ok()) return gateText_->setText(common::errorText(outcome.error()));
            findings_ = std::move(outcome.value());
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

void ExportWindow::showFindings() {
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
    findingsShown();
    Layout();
}

void ExportWindow::setWorking(bool isWorking) {
    choices_->Enable(!isWorking);
    write_->Enable(!isWorking);
    gauge_->Show(isWorking);
    outcome_->Hide();
    hash_->Hide();
    close_->SetLabel(isWorking ? _("Stop") : _("Close"));
    Layout();
}

void ExportWindow::showProgress(const core::base::Progress& progress) {
    if (progress.total() == 0) return gauge_->Pulse();
    const double part = static_cast<double>(progress.done()) / static_cast<double>(progress.total());
    gauge_->SetValue(static_cast<int>(std::min(1.0, part) * kGaugeRange));
}

void ExportWindow::showOutcome(const wxString& text, const std::string& sha256,
                               const std::filesystem::path& path) {
    outcomeText_ = text;
    outcome_->Show();
    outcome_->setText(text + "\n" + toWx(path));
    hash_->SetLabelText("SHA-256 " + toWx(sha256));
    hash_->Show(!sha256.empty());
    Layout();
    close_->SetFocus();
}

void ExportWindow::showFailure(const std::exception_ptr& error) {
    outcomeText_ = common::errorText(error);
    outcome_->Show();
    outcome_->setText(outcomeText_);
    Layout();
}

} // namespace ui::report
