// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_form.h"

#include "core/base/zone.h"
#include "core/query/survey.h"
#include "ui/common/controls.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/form/when_row.h"
#include "ui/incident/choices.h"
#include "ui/incident/code_controls.h"
#include "ui/incident/description_field.h"
#include "ui/incident/more_fields.h"
#include "ui/incident/type_row.h"

#include <wx/collpane.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::incident {

using common::toUtf8;
using common::toWx;

namespace {

constexpr int kScrollStepDip = 16;

std::vector<std::pair<std::string, wxString>> sources() {
    std::vector<std::pair<std::string, wxString>> list;
    for (const TimeSourceChoice& choice : timeSources())
        list.emplace_back(core::model::codeOf(choice.source), wxGetTranslation(choice.label));
    using core::model::TimeSource;
    for (const TimeSource finer :
         {TimeSource::MessageSent, TimeSource::MailReceived, TimeSource::MailEnvelope, TimeSource::ExifGps,
          TimeSource::FileName, TimeSource::Unknown})
        list.emplace_back(core::model::codeOf(finer), timeSourceLabel(finer));
    return list;
}

} // namespace

IncidentForm::IncidentForm(wxWindow* parent, common::SessionPtr session, std::int64_t nowMs)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      zone_(session->zone()), nowMs_(nowMs) {
    const auto today = core::base::toLocal(nowMs, zone_);
    auto* grid = new form::FormGrid(this);
    when_ = new form::WhenRow(this, zone_, today, {});
    grid->addRow(_("Date and time"), when_);
    timeSource_ = new CodeChoice(this, sources());
    grid->addRow(_("The time comes from"), timeSource_, false);
    type_ = new TypeRow(this);
    grid->addRow(_("Type"), type_);
    title_ = new wxTextCtrl(this, wxID_ANY);
    title_->SetMaxLength(80);
    grid->addRow(_("In short: what happened?"), title_);
    description_ = new DescriptionField(this, today);
    grid->addRow(_("Description"), description_);

    pane_ = new wxCollapsiblePane(this, wxID_ANY, _("More fields"), wxDefaultPosition, wxDefaultSize,
                                  wxCP_NO_TLW_RESIZE | wxTAB_TRAVERSAL);
    more_ = new MoreFields(pane_->GetPane(), core::query::partyNames(session->reader()), zone_, today);
    auto* inner = new wxBoxSizer(wxVERTICAL);
    inner->Add(more_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(common::kGap)));
    pane_->GetPane()->SetSizer(inner);
    pane_->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent&) {
        Layout();
        FitInside();
    });

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(grid, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(common::kGroupGap)));
    all->Add(pane_, wxSizerFlags().Expand().Border(wxTOP | wxRIGHT, FromDIP(common::kGroupGap)));
    SetSizer(all);
    SetScrollRate(0, FromDIP(kScrollStepDip));
}

void IncidentForm::load(const core::model::Incident& incident) {
    when_->setTime(incident.start);
    timeSource_->setCode(core::model::codeOf(incident.timeSource));
    type_->setTypes(incident.type, incident.extraTypes);
    title_->ChangeValue(toWx(incident.title));
    const std::int64_t writtenMs = incident.changedMs != 0 ? incident.changedMs : nowMs_;
    description_->setText(incident.description, core::base::toLocal(writtenMs, zone_));
    more_->load(incident);
    pane_->Collapse(!MoreFields::isUsed(incident));
    Layout();
    FitInside();
}

void IncidentForm::store(core::model::Incident& incident) const {
    if (const auto start = when_->time()) incident.start = *start;
    incident.timeSource = core::model::timeSourceOf(timeSource_->code()).value_or(incident.timeSource);
    incident.type = type_->type();
    incident.extraTypes = type_->extraTypes();
    incident.title = toUtf8(title_->GetValue());
    incident.description = description_->text();
    more_->store(incident);
}

void IncidentForm::onChange(const std::function<void()>& changed) {
    when_->onChange(changed);
    type_->onChange(changed);
    description_->onChange(changed);
    more_->onChange(changed);
}

} // namespace ui::incident
