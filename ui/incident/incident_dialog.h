// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window of one incident. Everything is written while she types: two seconds after the last change, at
// the latest ten seconds after the first, and whenever the window is left, hidden or closed. There is no
// Save.

#include "ui/common/dialog_base.h"
#include "ui/incident/incident_editor.h"
#include "ui/incident/incident_writer.h"

#include <wx/timer.h>

namespace ui::incident {

class EvidencePanel;
class IncidentForm;

class IncidentDialog : public common::DialogBase {
public:
    // `incident` as it is in the case, or a draft with id 0.
    IncidentDialog(wxWindow* parent, common::SessionPtr session, core::model::Incident incident,
                   IncidentHooks hooks);
    ~IncidentDialog() override;

    core::model::Id incidentId() const { return writer_.id(); }
    IncidentForm* fields() const { return form_; }
    EvidencePanel* evidence() const { return evidence_; }
    void saveNow(); // what has changed; says in the window what went wrong

private:
    void OnTimer(wxTimerEvent& event);
    void changed();
    void revert();
    void leave();
    void showState();
    core::model::Incident current() const;

    common::SessionPtr session_;
    IncidentHooks hooks_;
    IncidentWriter writer_;
    IncidentForm* form_ = nullptr;
    EvidencePanel* evidence_ = nullptr;
    int otherHighlights_ = 0; // typical examples among the other incidents
    wxStaticText* state_ = nullptr;
    wxTimer timer_;
    std::int64_t firstChangeMs_ = 0; // of what is not written yet; 0 = all is
};

} // namespace ui::incident
