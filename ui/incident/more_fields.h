// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fields of an incident that are not needed at once: how the person was known, who, where, against whom,
// witnesses, reaction, fear, report to the police. Saves nothing.

#include "core/base/civil.h"
#include "core/model/incident.h"
#include "core/query/case_reader.h"

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

class wxCheckBox;
class wxChoice;
class wxTextCtrl;
namespace ui::form {
class FormGrid;
class WhenRow;
} // namespace ui::form

namespace ui::incident {

class CodeChecks;
class CodeChoice;

class MoreFields : public wxPanel {
public:
    MoreFields(wxWindow* parent, const std::vector<core::query::PartyRow>& parties, const std::string& zone,
               const core::base::CivilTime& today);
    void load(const core::model::Incident& incident);
    void store(core::model::Incident& incident) const;
    // A field that holds something must be seen.
    static bool isUsed(const core::model::Incident& incident);
    void onChange(std::function<void()> changed);

private:
    void addPersonRows(form::FormGrid& grid, const std::vector<core::query::PartyRow>& parties);
    void addEffectRows(form::FormGrid& grid);
    wxTextCtrl* line(const wxString& name);

    form::WhenRow* end_;
    wxTextCtrl* quote_;
    CodeChecks* identifiedBy_;
    wxTextCtrl* identifiedText_;
    CodeChoice* who_; // the party's id as text, "0" for unknown
    CodeChoice* place_;
    wxTextCtrl* placeText_;
    CodeChoice* channel_;
    CodeChecks* targets_;
    wxTextCtrl* witnesses_;
    CodeChoice* response_;
    wxTextCtrl* responseText_;
    wxChoice* fear_;
    wxTextCtrl* impact_;
    wxChoice* reported_;
    wxTextCtrl* reportNumber_;
    CodeChoice* status_;
};

} // namespace ui::incident
