// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/more_fields.h"

#include "ui/common/controls.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/form/when_row.h"
#include "ui/incident/code_controls.h"

#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::incident {

using common::kGap;
using common::toUtf8;
using common::toWx;
using core::model::Incident;

namespace {

constexpr int kFearLevels = 5;

// Two controls in a row, the second with a label of its own between them.
wxSizer* pair(wxWindow* parent, wxWindow* first, const wxString& label, wxWindow* second) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = parent->FromDIP(kGap);
    row->Add(first, wxSizerFlags(1).CenterVertical());
    if (!label.empty())
        row->Add(new wxStaticText(parent, wxID_ANY, label),
                 wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
    row->Add(second, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
    return row;
}

std::vector<std::pair<std::string, wxString>> people(const std::vector<core::query::PartyRow>& parties) {
    std::vector<std::pair<std::string, wxString>> list{{"0", _("Not known")}};
    for (const auto& party : parties) list.emplace_back(std::to_string(party.id), common::personName(party));
    return list;
}

} // namespace

MoreFields::MoreFields(wxWindow* parent, const std::vector<core::query::PartyRow>& parties,
                       const std::string& zone, const core::base::CivilTime& today)
    : wxPanel(parent) {
    auto* grid = new form::FormGrid(this);
    end_ = new form::WhenRow(this, zone, today, {.hasPrecision = false, .isRequired = false});
    grid->addRow(_("Until"), end_);
    quote_ = line(_("Exact words"));
    grid->addRow(_("Exact words"), quote_);
    addPersonRows(*grid, parties);
    addEffectRows(*grid);
    SetSizer(grid);
}

wxTextCtrl* MoreFields::line(const wxString& name) {
    auto* field = new wxTextCtrl(this, wxID_ANY);
    form::nameControl(field, name);
    return field;
}

void MoreFields::addPersonRows(form::FormGrid& grid, const std::vector<core::query::PartyRow>& parties) {
    identifiedBy_ = new CodeChecks(this, incident::identifiedBy(), 3);
    identifiedText_ = line(_("How do you know who it was, in words"));
    auto* known = new wxBoxSizer(wxVERTICAL);
    known->Add(identifiedBy_, wxSizerFlags().Expand());
    known->Add(identifiedText_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    grid.addRow(_("How do you know who it was?"), known, nullptr);

    who_ = new CodeChoice(this, people(parties));
    channel_ = new CodeChoice(this, channels());
    form::nameControl(channel_, _("Channel"));
    grid.addRow(_("Who"), pair(this, who_, _("Channel"), channel_), who_);
    place_ = new CodeChoice(this, placeTypes());
    placeText_ = line(_("Place in words"));
    placeText_->SetHint(_("only goes to the police"));
    grid.addRow(_("Place"), pair(this, place_, "", placeText_), place_);
    targets_ = new CodeChecks(this, targets(), 3);
    grid.addRow(_("Directed at"), targets_);
    witnesses_ = line(_("Witnesses"));
    grid.addRow(_("Witnesses"), witnesses_);
}

void MoreFields::addEffectRows(form::FormGrid& grid) {
    response_ = new CodeChoice(this, responses());
    responseText_ = line(_("My reaction in words"));
    grid.addRow(_("My reaction"), pair(this, response_, "", responseText_), response_);
    fear_ = new wxChoice(this, wxID_ANY);
    for (int level = -1; level < kFearLevels; ++level) fear_->Append(fearLabel(level));
    fear_->SetSelection(0);
    grid.addRow(_("How unsafe did you feel?"), fear_, false);
    impact_ = line(_("Consequences"));
    impact_->SetHint(_("sleep, routines, sick leave, doctor"));
    grid.addRow(_("Consequences"), impact_);
    reported_ = new wxChoice(this, wxID_ANY);
    reported_->Append(_("No, not yet"));
    reported_->Append(_("Yes"));
    reported_->SetSelection(0);
    reportNumber_ = line(_("Journal number"));
    grid.addRow(_("Reported"), pair(this, reported_, _("Journal number"), reportNumber_), reported_);
    status_ = new CodeChoice(this, statuses());
    grid.addRow(_("In the log"), status_, false);
}

void MoreFields::load(const Incident& incident) {
    if (incident.end)
        end_->setTime(*incident.end);
    else
        end_->clear();
    quote_->ChangeValue(toWx(incident.quote));
    identifiedBy_->setCodes(incident.identifiedBy);
    identifiedText_->ChangeValue(toWx(incident.identifiedText));
    who_->setCode(std::to_string(incident.party));
    channel_->setCode(incident.channel);
    place_->setCode(incident.placeType);
    placeText_->ChangeValue(toWx(incident.placeText));
    targets_->setCodes(incident.targets);
    witnesses_->ChangeValue(toWx(incident.witnesses));
    response_->setCode(incident.response);
    responseText_->ChangeValue(toWx(incident.responseText));
    fear_->SetSelection(incident.fear < 0 || incident.fear >= kFearLevels ? 0 : incident.fear + 1);
    impact_->ChangeValue(toWx(incident.impact));
    reported_->SetSelection(incident.reported ? 1 : 0);
    reportNumber_->ChangeValue(toWx(incident.reportNumber));
    status_->setCode(core::model::codeOf(incident.status));
}

void MoreFields::store(Incident& incident) const {
    // A half-written date leaves the end as it was.
    if (!end_->hasProblem()) incident.end = end_->time();
    incident.quote = toUtf8(quote_->GetValue());
    incident.identifiedBy = identifiedBy_->codes();
    incident.identifiedText = toUtf8(identifiedText_->GetValue());
    incident.party = std::stoll(who_->code());
    incident.channel = channel_->code();
    incident.placeType = place_->code();
    incident.placeText = toUtf8(placeText_->GetValue());
    incident.targets = targets_->codes();
    incident.witnesses = toUtf8(witnesses_->GetValue());
    incident.response = response_->code();
    incident.responseText = toUtf8(responseText_->GetValue());
    incident.fear = fear_->GetSelection() - 1;
    incident.impact = toUtf8(impact_->GetValue());
    incident.reported = reported_->GetSelection() == 1;
    incident.reportNumber = toUtf8(reportNumber_->GetValue());
    incident.status = core::model::incidentStatusOf(status_->code()).value_or(incident.status);
}

bool MoreFields::isUsed(const Incident& i) {
    return i.end || !i.quote.empty() || !i.identifiedBy.empty() || !i.identifiedText.empty() ||
           i.party != 0 || !i.placeType.empty() || !i.placeText.empty() || !i.targets.empty() ||
           !i.witnesses.empty() || !i.response.empty() || !i.responseText.empty() || i.fear >= 0 ||
           !i.impact.empty() || i.reported || !i.reportNumber.empty();
}

void MoreFields::onChange(std::function<void()> changed) { end_->onChange(std::move(changed)); }

} // namespace ui::incident
