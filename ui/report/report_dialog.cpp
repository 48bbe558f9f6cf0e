// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_dialog.h"

#include "ui/common/dialog_base.h"
#include "ui/common/error_text.h"
#include "ui/common/job.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/report/export_words.h"
#include "ui/report/share_window.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::report {

namespace {

// Checks a package that somebody has, against the list inside it. Changes nothing.
class VerifyDialog : public common::DialogBase {
public:
    explicit VerifyDialog(wxWindow* parent) : DialogBase(parent, _("Check a package"), _("Check a package")) {
        setSubheading(_("Is everything in it as it was made?"));
        gauge_ = new wxGauge(this, wxID_ANY, 1000);
        gauge_->Hide();
        result_ = form::multiLine(this, 10);
        result_->SetEditable(false);
        form::nameControl(result_, _("Result"));
        content()->Add(gauge_, wxSizerFlags().Expand());
        content()->Add(result_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(common::kGap)));
        auto* chooseZip = addLeftButton(wxID_ANY, _("Choose a zip file..."));
        chooseZip->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askZip(); });
        addLeftButton(wxID_ANY, _("Choose a folder..."))->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            askFolder();
        });
        addButton(wxID_CANCEL, _("Close"));
        finish({640, 420}, chooseZip);
    }
    ~VerifyDialog() override { job_.cancel(); }

private:
    void askZip() {
        wxFileDialog dialog(this, _("Choose a zip file"), "", "", "Zip|*.zip",
                            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK) verify(common::toPath(dialog.GetPath()));
    }
    void askFolder() {
        wxDirDialog dialog(this, _("Choose a folder"));
        if (dialog.ShowModal() == wxID_OK) verify(common::toPath(dialog.GetPath()));
    }
    void verify(const std::filesystem::path& package) {
        job_.cancel();
        gauge_->Show();
        Layout();
        job_ = common::runJob(
            this,
            [package](core::base::Progress& progress) {
                return core::share::verifyPackage(package, progress);
            },
            [this, package](common::Outcome<std::vector<core::share::PackageFinding>> outcome) {
                gauge_->Hide();
                wxString text = common::toWx(package) + "\n\n";
                text += outcome.ok() ? verifyText(outcome.value()) : common::errorText(outcome.error());
                result_->ChangeValue(text);
                Layout();
            });
        job_.onProgress([this](const core::base::Progress& progress) {
            if (progress.total() == 0) return gauge_->Pulse();
            gauge_->SetValue(static_cast<int>(1000 * progress.done() / progress.total()));
        });
    }

    common::Job job_;
    wxGauge* gauge_;
    wxTextCtrl* result_;
};

} // namespace

void openReport(wxWindow* parent, const common::SessionPtr& session) {
    ReportWindow(parent, session).ShowModal();
}

void openSharePackage(wxWindow* parent, const common::SessionPtr& session) {
    ShareWindow(parent, session).ShowModal();
}

void openVerifyPackage(wxWindow* parent) { VerifyDialog(parent).ShowModal(); }

} // namespace ui::report
