// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opens the windows in which incidents are written: one incident at a time, or many episodes accepted at
// once. Modeless: each call returns at once. Not the windows themselves.

#include "ui/common/case_session.h"

#include <functional>
#include <vector>

class wxWindow;

namespace ui::incident {

// What the window asks of the one that opened it. Each may be empty; then its button is not shown.
struct IncidentHooks {
    std::function<std::vector<core::model::Id>()> selectedItems; // for "Add the selected"
    std::function<void(core::model::Id item)> showItem;          // select it in the main window
    std::function<void(core::model::Id incident)> changed;       // after each save
};

// An incident that is open already is raised.
void openIncident(wxWindow* parent, const common::SessionPtr& session, core::model::Id incident,
                  const IncidentHooks& hooks = {});
// Saved from the first letter on, not before.
void openNewIncident(wxWindow* parent, const common::SessionPtr& session,
                     const std::vector<core::model::Id>& items, const IncidentHooks& hooks = {});
// `accepted` gets the new incidents.
void openEpisodes(wxWindow* parent, const common::SessionPtr& session,
                  const std::function<void(const std::vector<core::model::Id>&)>& accepted = {});

} // namespace ui::incident
