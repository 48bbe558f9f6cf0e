// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/source_kind.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/detail/detail_pages.h"

#include <wx/button.h>
#include <wx/intl.h>

namespace ui::detail {

using common::Color;
using common::TextStyle;
using common::toWx;

namespace {

// Of one that was made of a row of her own log: the file, which may have been removed since, and the row.
wxString originText(const core::model::Incident& incident, const common::CaseView& view) {
    const auto origin = core::query::logOriginOf(incident.origin);
    if (origin.row.empty()) return {};
    wxString file = _("a file that is not in the case any more");
    for (const auto& source : view.data().whole->sources)
        if (source.sha256 == origin.sha256) file = toWx(source.name);
    return wxString::Format(_("From your own log, %s, row %s"), file, toWx(origin.row));
}

} // namespace

void fillIncidentPage(FactList& page, common::CaseView& view, const core::model::Incident& incident,
                      const DetailHooks& hooks) {
    page.addTitle(wxString::Format(_("Incident no. %d"), incident.number));
    page.addLine(longTime(incident.start, view.session().zone()));
    page.addLine(timeRemarks(incident.start, view), TextStyle::Tiny, Color::Muted);
    page.addLine(wxString::Format(_("The time comes from: %s"), common::timeSourceName(incident.timeSource)),
                 TextStyle::Tiny, Color::Muted);
    if (const wxString origin = originText(incident, view); !origin.empty())
        page.addLine(origin, TextStyle::Tiny, Color::Muted);
    page.addGap();
    page.addLine(common::incidentLine(incident, view.session().zone()), TextStyle::Strong);
    if (!incident.description.empty())
        page.addContent(_("Description"), toWx(incident.description), Color::Incident);
    if (!incident.placeText.empty()) page.addFact(_("Place"), toWx(incident.placeText));
    if (!incident.witnesses.empty()) page.addFact(_("Witnesses"), toWx(incident.witnesses));
    page.addFact(_("Items"), common::count(static_cast<long long>(incident.items.size())));
    page.addSeparator();

    auto* panel = new wxPanel(&page);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    auto* open = new wxButton(panel, wxID_ANY, _("Open the incident"));
    open->Bind(wxEVT_BUTTON, [hooks, id = incident.id](wxCommandEvent&) {
        if (hooks.openIncident) hooks.openIncident(id);
    });
    auto* items = new wxButton(panel, wxID_ANY, _("Show its items"));
    items->Enable(!incident.items.empty());
    items->Bind(wxEVT_BUTTON, [&view, id = incident.id](wxCommandEvent&) {
        common::ViewFilter filter;
        filter.items.incident = id;
        view.setFilter(filter);
    });
    sizer->Add(open, wxSizerFlags().Expand().Border(wxBOTTOM, page.FromDIP(common::kGap)));
    sizer->Add(items, wxSizerFlags().Expand());
    panel->SetSizer(sizer);
    page.addWindow(panel);
}

} // namespace ui::detail
