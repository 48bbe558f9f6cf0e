// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the menu and the keys do to the selected items: tag, add to an incident, leave out, review, undo.
// Each is one call of the editor; words are asked for, nothing is painted here.

#include "ui/shell/case_page.h"

namespace ui::shell {

class CaseCommands {
public:
    CaseCommands(wxWindow* parent, CasePage& page) : parent_(parent), page_(page) {}

    // False where the command is none of these.
    bool run(int command);
    void openIncident(core::model::Id incident);
    void showRun(core::model::Id run, bool onlyUndated);

private:
    bool runOnSelection(int command);
    bool runOnCase(int command);
    void tag();
    void addToIncident();
    void newIncident();
    void exclude();
    void review(bool next);
    void setTime();
    void showsStep();
    void openOriginal();
    template <typename Change>
    void change(Change apply);

    wxWindow* parent_;
    CasePage& page_;
    bool askedToExclude_ = false; // once a case that is open
};

} // namespace ui::shell
