// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opens the windows about who is who, what must never leave the case, and the steps that split the time line.
// Modal: each returns when it is closed; changes are saved at once.

#include "ui/common/case_session.h"

class wxWindow;

namespace ui::party {

void openPeople(wxWindow* parent, const common::SessionPtr& session);
void openProtectedTerms(wxWindow* parent, const common::SessionPtr& session); // the same window, second page
void openMilestones(wxWindow* parent, const common::SessionPtr& session);
// One milestone; `id` 0 makes a new one, with `item` as what shows it.
void openMilestone(wxWindow* parent, const common::SessionPtr& session, core::model::Id id,
                   core::model::Id item = 0);

// Asks which step the item shows.
void openShownStep(wxWindow* parent, const common::SessionPtr& session, core::model::Id item);

} // namespace ui::party
