// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// "Save a copy": where to, how often to be reminded, the work with its bar, and the sentence at the end.
// Modal; the copying itself runs on a thread and can be stopped. Also the line that says that a copy is due.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"

#include <functional>

class wxButton;
class wxChoice;
class wxGauge;

namespace ui::shell {

class FolderField;

class CopyDialog : public common::DialogBase {
public:
    CopyDialog(wxWindow* parent, common::SessionPtr session);
    ~CopyDialog() override;

    // For the button, and for tests.
    void copyInto(const std::filesystem::path& folder);
    bool isWorking() const { return job_.isRunning(); }
    wxString outcome() const { return said_; }

private:
    struct Done {
        common::CopyPlace place = common::CopyPlace::New;
        common::SavedCopy copy;
        std::filesystem::path path;
    };
    void build();
    void addReminder();
    void setWorking(bool isWorking);
    void finished(common::Outcome<Done> outcome);
    void say(const wxString& text);
    void close();

    common::SessionPtr session_;
    common::Job job_;
    FolderField* folder_;
    wxChoice* reminder_ = nullptr;
    wxGauge* gauge_ = nullptr;
    common::WrappedText* outcome_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* save_ = nullptr;
    wxString said_;
};

// "The last copy of the case is from 3 May 2025."
wxString lastCopyText(const common::CaseSession& session);

} // namespace ui::shell
