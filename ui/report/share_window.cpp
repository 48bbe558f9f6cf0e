// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/share_window.h"

#include "core/base/clock.h"
#include "ui/common/error_text.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/report/export_words.h"
#include "ui/report/preview/preview_window.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/intl.h>

namespace ui::report {

using common::toWx;
using core::share::GateFinding;
using core::share::PackageResult;
using core::share::ReportResult;

namespace {

// Empty where it was closed.
std::filesystem::path askPlace(wxWindow* parent, const wxString& title, const std::string& name,
                               const wxString& kinds) {
    wxFileDialog dialog(parent, title, "", toWx(name), kinds, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    return dialog.ShowModal() == wxID_OK ? common::toPath(dialog.GetPath()) : std::filesystem::path();
}

std::string proposedName(common::CaseSession& session, const std::string& ending) {
    return neutralFileName(core::base::Clock().nowMs(), session.zone(), ending);
}

wxString lockedWords(bool isLocked) {
    return isLocked ? " " + _("The PDF is locked with the password.") : wxString();
}

} // namespace

ReportWindow::ReportWindow(wxWindow* parent, common::SessionPtr session)
    : ExportWindow(parent, std::move(session), _("Log form"), _("The log form leaves the case"),
                   ChoicesPanel::For::Report) {
    setSubheading(_("Exhibits get their numbers when you save or print, and keep them from then on."));
    preview_ = addLeftButton(wxID_PREVIEW, _("Look at the pages and print..."));
    preview_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { PreviewWindow(this, sessionPtr(), options()).ShowModal(); });
    build(_("Save..."));
    preview_->MoveAfterInTabOrder(findingList());
    choicesChanged();
}

void ReportWindow::choicesChanged() { preview_->Enable(choices()->choices().kind == ExportKind::Pdf); }

void ReportWindow::write() {
    if (!isReadyToWrite()) return;
    const std::string ending = endingOf(choices()->choices().kind);
    const wxString pattern = "*" + toWx(ending);
    const auto out = askPlace(this, _("Where should it be?"), proposedName(session(), ending),
                              toWx(ending).Mid(1).Upper() + "|" + pattern);
    if (!out.empty()) writeTo(out);
}

void ReportWindow::writeTo(const std::filesystem::path& out) {
    const ExportKind kind = choices()->choices().kind;
    const bool isLocked = options().output.isLocked();
    work(
        [session = sessionPtr(), options = options(), kind, out](core::base::Progress& progress) {
            if (const auto format = logFormatOf(kind))
                return session->writeLog(options, *format, out, progress);
            return kind == ExportKind::EmptyForm ? session->writeEmptyForm(options, out, progress)
                                                 : session->writeReport(options, out, progress);
        },
        [this, kind, isLocked](common::Outcome<ReportResult> outcome) {
            if (!outcome.ok()) return showFailure(outcome.error());
            session().notifyChanged();
            remember();
            const ReportResult& result = outcome.value();
            showOutcome(reportSummary(kind, result, common::language()) + lockedWords(isLocked),
                        result.sha256.empty() ? wxString() : "SHA-256 " + common::toWx(result.sha256),
                        result.path);
        });
}

ShareWindow::ShareWindow(wxWindow* parent, common::SessionPtr session)
    : ExportWindow(parent, std::move(session), _("Package"), _("Package to hand over"),
                   ChoicesPanel::For::Package) {
    setSubheading(_("The PDF, the originals behind its exhibits, and a list with the SHA-256 of each file."));
    along_ = addLeftButton(wxID_ANY, _("Take along all the same..."));
    along_->Disable();
    along_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askForChosen(); });
    build(_("Make the package..."));
    along_->MoveAfterInTabOrder(findingList());
    findingList()->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { findingsShown(); });
}

void ShareWindow::addChoices(form::FormGrid& grid) {
    wxWindow* page = grid.GetContainingWindow();
    form_ = new wxChoice(page, wxID_ANY);
    form_->Append(_("One zip file"));
    form_->Append(_("A folder"));
    form_->SetSelection(0);
    withOriginals_ = new wxCheckBox(page, wxID_ANY, _("The originals go along"));
    withOriginals_->SetValue(true);
    grid.addRow(_("As"), besideEachOther(form_, withOriginals_), form_);
}

bool ShareWindow::isTakenAlong(const GateFinding& finding) const {
    return finding.isOriginal && alongSources_.contains(finding.source);
}

void ShareWindow::findingsShown() {
    const int row = findingList()->GetSelectedRow();
    const bool isOriginal = row != wxNOT_FOUND && findings()[static_cast<std::size_t>(row)].isOriginal;
    along_->Enable(isOriginal);
    const bool isAlong = isOriginal && isTakenAlong(findings()[static_cast<std::size_t>(row)]);
    along_->SetLabel(isAlong ? _("Leave it behind") : _("Take along all the same..."));
}

void ShareWindow::askForChosen() {
    const int row = findingList()->GetSelectedRow();
    if (row == wxNOT_FOUND) return;
    const GateFinding finding = findings()[static_cast<std::size_t>(row)];
    const bool isAlong = isTakenAlong(finding);
    const auto question = [&] {
        return common::askUser(
            this, wxString::Format(_("Take %s along?"), toWx(finding.where)),
            wxString::Format(
                finding.isOther
                    ? _("It holds more than the exhibits show (%s). Who gets the package can read all of it, "
                        "and so perhaps can the offender.")
                    : _("It holds something that must not leave (%s). An original cannot be struck out: who "
                        "gets the package can read it, and so perhaps can the offender."),
                toWx(finding.label)),
            _("Take along"));
    };
    if (!isAlong && !question()) return;
    setTakenAlong(finding.source, !isAlong);
}

void ShareWindow::setTakenAlong(core::model::Id source, bool along) {
    if (along)
        alongSources_.insert(source);
    else
        alongSources_.erase(source);
    showFindings();
}

void ShareWindow::write() {
    if (!isReadyToWrite()) return;
    const bool isZip = form_->GetSelection() == 0;
    const auto out =
        askPlace(this, _("Where should the package be?"), proposedName(session(), isZip ? ".zip" : ""),
                 isZip ? wxString("Zip|*.zip") : wxString("*"));
    if (!out.empty()) writeTo(out);
}

void ShareWindow::writeTo(const std::filesystem::path& out) {
    core::share::PackageOptions package;
    package.report = options();
    package.withOriginals = withOriginals_->GetValue();
    package.heldBackButWanted.assign(alongSources_.begin(), alongSources_.end());
    work([session = sessionPtr(), package,
          out](core::base::Progress& progress) { return session->writePackage(package, out, progress); },
         [this, isLocked = package.report.output.isLocked()](common::Outcome<PackageResult> outcome) {
             if (!outcome.ok()) return showFailure(outcome.error());
             session().notifyChanged();
             remember();
             verify(outcome.value(), isLocked);
         });
}

void ShareWindow::verify(const PackageResult& result, bool isLocked) {
    work([path = result.path](
             core::base::Progress& progress) { return core::share::verifyPackage(path, progress); },
         [this, result, isLocked](common::Outcome<std::vector<core::share::PackageFinding>> outcome) {
             if (!outcome.ok()) return showFailure(outcome.error());
             const wxString text = packageSummary(result, common::language()) + lockedWords(isLocked) + "\n" +
                                   verifyText(outcome.value());
             // Not of the file whose name stands above: a reader would hold it against that one.
             showOutcome(text,
                         wxString::Format(_("SHA-256 of manifest.json in it: %s"),
                                          common::toWx(result.manifestSha256)),
                         result.path);
         });
}

} // namespace ui::report
