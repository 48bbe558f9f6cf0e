// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files that the case was filled from, and the way to take one out again that came in by mistake. Not
// the reports of the imports.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/import/import_dialog.h"

#include <vector>

class wxButton;
class wxDataViewListCtrl;
class wxGauge;

namespace ui::import {

// Says what goes and what stays, asks, does it, and says what came of it. Modal: what is undone meanwhile
// may be a change of what goes.
class RemoveSourceDialog : public common::DialogBase {
public:
    RemoveSourceDialog(wxWindow* parent, common::SessionPtr session, const core::query::SourceRow& source);
    ~RemoveSourceDialog() override;

    // For the button, and for tests.
    void remove();
    bool isWorking() const { return job_.isRunning(); }
    bool isDone() const { return isDone_; }
    wxString outcome() const { return said_; }

private:
    void build(const core::query::SourceRow& source);
    void addPart(const wxString& title, const wxString& text);
    void finished(const common::Outcome<void>& outcome);
    void say(const wxString& text);
    void close();
    void saveCopy();

    common::SessionPtr session_;
    core::model::Id source_;
    common::Job job_;
    wxGauge* gauge_ = nullptr;
    common::WrappedText* outcome_ = nullptr;
    wxButton* copy_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* remove_ = nullptr;
    wxString said_;
    bool isDone_ = false;
};

class SourcesWindow : public common::DialogBase {
public:
    SourcesWindow(wxWindow* parent, common::SessionPtr session, ImportHooks hooks = {});
    wxDataViewListCtrl* list() const { return list_; }
    void removeChosen(); // asks
    wxButton* readButton() const { return read_; }
    wxButton* logButton() const { return log_; }

private:
    void fill();
    void offer(); // what can be done with the chosen file
    const core::query::SourceRow* chosen() const;

    common::SessionPtr session_;
    ImportHooks hooks_;
    std::vector<core::query::SourceRow> rows_; // in the order of the list
    wxDataViewListCtrl* list_ = nullptr;
    wxStaticText* empty_ = nullptr;
    wxButton* remove_ = nullptr;
    wxButton* read_ = nullptr;
    wxButton* log_ = nullptr;
    common::Subscription changes_;
};

} // namespace ui::import
