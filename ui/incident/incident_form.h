// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The left side of the incident window: when, what type, in short, what happened, and more fields to unfold.
// Saves nothing.

#include "core/model/incident.h"
#include "ui/common/case_session.h"

#include <functional>
#include <string>

#include <wx/scrolwin.h>

class wxCollapsiblePane;
class wxTextCtrl;
namespace ui::form {
class WhenRow;
}

namespace ui::incident {

class CodeChoice;
class DescriptionField;
class MoreFields;
class TypeRow;

class IncidentForm : public wxScrolledWindow {
public:
    IncidentForm(wxWindow* parent, common::SessionPtr session, std::int64_t nowMs);
    void load(const core::model::Incident& incident);
    // Fields into `incident`. While the date cannot be used, its start stays as it was.
    void store(core::model::Incident& incident) const;
    void onChange(const std::function<void()>& changed);

    form::WhenRow* when() const { return when_; }
    wxTextCtrl* title() const { return title_; }
    DescriptionField* description() const { return description_; }

private:
    std::string zone_;
    std::int64_t nowMs_;
    form::WhenRow* when_;
    CodeChoice* timeSource_;
    TypeRow* type_;
    wxTextCtrl* title_;
    DescriptionField* description_;
    wxCollapsiblePane* pane_;
    MoreFields* more_;
};

} // namespace ui::incident
