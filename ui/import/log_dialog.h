// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log that she kept herself, out of a file of the case, with a tick each: the chosen ones
// become incidents, as drafts. Nothing is made before that. Modal.

#include "core/import/log_rows.h"
#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"

#include <vector>

class wxButton;
class wxCheckBox;
class wxDataViewListCtrl;

namespace ui::import {

class LogDialog : public common::DialogBase {
public:
    LogDialog(wxWindow* parent, common::SessionPtr session, const core::query::SourceRow& source);

    bool isLoaded() const { return isLoaded_; }
    wxDataViewListCtrl* list() const { return list_; }
    void choose(int row, bool on); // without effect on a row of which nothing can be made
    void chooseAll(bool on);
    int chosen() const;
    bool make(); // false: it could not be, and she was told why

private:
    void build();
    void loaded(common::Outcome<std::vector<core::import::LogIncident>> outcome);
    void showChosen();
    bool canBeMade(int row) const;
    void say(const wxString& text);

    common::SessionPtr session_;
    common::Job job_;
    std::vector<core::import::LogIncident> rows_;
    bool isLoaded_ = false;
    wxDataViewListCtrl* list_ = nullptr;
    wxCheckBox* all_ = nullptr;
    common::WrappedText* note_ = nullptr;
    wxButton* make_ = nullptr;
};

} // namespace ui::import
