// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_editor.h"

#include "core/base/clock.h"
#include "ui/incident/episode_dialog.h"
#include "ui/incident/incident_dialog.h"
#include "ui/incident/incident_draft.h"

namespace ui::incident {

namespace {

IncidentDialog* openWindowOf(core::model::Id incident) {
    for (wxWindow* window : wxTopLevelWindows)
        if (auto* dialog = dynamic_cast<IncidentDialog*>(window); dialog && dialog->incidentId() == incident)
            return dialog;
    return nullptr;
}

} // namespace

void openIncident(wxWindow* parent, const common::SessionPtr& session, core::model::Id incident,
                  const IncidentHooks& hooks) {
    if (IncidentDialog* open = openWindowOf(incident)) {
        open->Raise();
        open->SetFocus();
        return;
    }
    const auto stored = session->reader().incident(incident);
    if (!stored) return;
    (new IncidentDialog(parent, session, *stored, hooks))->Show();
}

void openNewIncident(wxWindow* parent, const common::SessionPtr& session,
                     const std::vector<core::model::Id>& items, const IncidentHooks& hooks) {
    const auto rows = session->reader().rows(items);
    (new IncidentDialog(parent, session, draftIncident(rows, core::base::Clock().nowMs(), session->zone()),
                        hooks))
        ->Show();
}

void openEpisodes(wxWindow* parent, const common::SessionPtr& session,
                  const std::function<void(const std::vector<core::model::Id>&)>& accepted) {
    (new EpisodeDialog(parent, session, accepted))->Show();
}

} // namespace ui::incident
