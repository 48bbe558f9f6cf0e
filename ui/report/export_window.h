// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the two export windows share: the choices, the gate "May the offender see this?", the work with its
// bar, the end. Modal; the work runs on a thread and can be stopped.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/report/choices_panel.h"
#include "ui/report/export_words.h"

#include <filesystem>
#include <vector>

class wxButton;
class wxDataViewListCtrl;
class wxGauge;

namespace ui::form {
class WrapText;
class FormGrid;
} // namespace ui::form

namespace ui::report {

class ExportWindow : public common::DialogBase {
public:
    ExportWindow(wxWindow* parent, common::SessionPtr session, const wxString& title, const wxString& heading,
                 ChoicesPanel::For what);
    ~ExportWindow() override;

    core::share::ReportOptions options() const { return choices_->options(); }
    ChoicesPanel* choices() const { return choices_; }
    wxString along() const;
    wxString stays() const;
    bool isChecking() const { return checkJob_.isRunning(); }
    bool isWorking() const { return workJob_.isRunning(); }
    const std::vector<core::share::GateFinding>& findings() const { return findings_; }
    wxString outcome() const { return outcomeText_; }
    wxString hashLine() const { return hashLine_; }

protected:
    virtual void addChoices(form::FormGrid&) {} // further rows
    virtual bool isTakenAlong(const core::share::GateFinding&) const { return false; }
    virtual bool takesOriginals() const { return false; } // else what would stay behind is no matter
    virtual void findingsShown() {}
    virtual void write() = 0; // asks for the place and calls work()

    void build(const wxString& writeLabel); // at the end of the derived constructor
    virtual void choicesChanged() {}
    void say(const wxString& text);
    bool isReadyToWrite(); // else says what is wrong with the choices
    void remember();       // after something was written: the choices, without what is secret
    void checkGate();
    void showFindings();
    wxDataViewListCtrl* findingList() const { return list_; }
    common::CaseSession& session() const { return *session_; }
    const common::SessionPtr& sessionPtr() const { return session_; }

    // Runs `task` with the bar; `done` gets its outcome after the window is usable again.
    template <typename Task, typename Done>
    void work(Task task, Done done) {
        setWorking(true);
        workJob_ = common::runJob(this, std::move(task), [this, done](auto result) {
            setWorking(false);
            done(std::move(result));
        });
        workJob_.onProgress([this](const core::base::Progress& progress) { showProgress(progress); });
    }
    void showOutcome(const wxString& text, const wxString& hashLine, const std::filesystem::path& path);
    void showFailure(const std::exception_ptr& error);

private:
    void buildChoices();
    void showSummary();
    void forgetOutcome();
    void buildGate();
    void buildWork();
    void setWorking(bool isWorking);
    void showProgress(const core::base::Progress& progress);

    common::SessionPtr session_;
    ChoicesPanel::For what_;
    common::Job checkJob_, workJob_;
    int checks_ = 0; // only the last check that was begun counts
    std::vector<core::share::GateFinding> findings_;
    wxString outcomeText_, hashLine_;
    ChoicesPanel* choices_ = nullptr;
    ExportCounts counts_;
    form::WrapText* along_ = nullptr;
    form::WrapText* stays_ = nullptr;
    form::WrapText* gateText_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxGauge* gauge_ = nullptr;
    form::WrapText* outcome_ = nullptr;
    wxStaticText* hash_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* write_ = nullptr;
};

} // namespace ui::report
