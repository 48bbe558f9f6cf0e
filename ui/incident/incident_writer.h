// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes one incident as it is being edited: only when something differs, and back to how it was when the
// window opened. No window, no timer.

#include "core/model/incident.h"

namespace core::edit {
class Editor;
}

namespace ui::incident {

// All that a person can change; not number and times of the row.
bool sameContent(const core::model::Incident& a, const core::model::Incident& b);

class IncidentWriter {
public:
    // `atOpen` with id 0 is a new incident. `editor` must outlive the writer.
    IncidentWriter(core::edit::Editor& editor, core::model::Incident atOpen);

    // True if something was written. Throws base::Error and then has changed nothing.
    bool save(const core::model::Incident& now);
    // As at opening; a new incident becomes one that is left out of the log, with no words in it (rows of the
    // case are never removed). False if nothing had been saved.
    bool revert();

    core::model::Id id() const { return saved_.id; }
    const core::model::Incident& saved() const { return saved_; }
    const core::model::Incident& atOpen() const { return atOpen_; }

private:
    void linkItems(const core::model::Incident& now);

    core::edit::Editor& editor_;
    core::model::Incident atOpen_, saved_;
};

} // namespace ui::incident
