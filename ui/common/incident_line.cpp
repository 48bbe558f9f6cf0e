// SPDX-License-Identifier: GPL-3.0-or-later
// What a list says of an incident: its own words, or what it stands for.
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <wx/intl.h>

namespace ui::common {
namespace {

using core::model::Incident;
using core::model::ItemKind;

wxString contacts(ItemKind kind, int n) {
    const auto many = static_cast<unsigned>(n);
    const wxString number = count(n);
    switch (kind) {
    case ItemKind::Sms:
    case ItemKind::Mms:
        return wxString::Format(wxPLURAL("%s text message", "%s text messages", many), number);
    case ItemKind::Call:
        return wxString::Format(wxPLURAL("%s call", "%s calls", many), number);
    case ItemKind::Email:
        return wxString::Format(wxPLURAL("%s e-mail", "%s e-mails", many), number);
    case ItemKind::Chat:
        return wxString::Format(wxPLURAL("%s chat message", "%s chat messages", many), number);
    default:
        return wxString::Format(wxPLURAL("%s contact", "%s contacts", many), number);
    }
}

// "22:04" or "22:04–23:51"; empty where no clock time is known.
wxString clockTimes(const Incident& incident, const std::string& zone) {
    using core::base::Precision;
    const auto hasClock = [](const core::base::Timestamp& t) { return t.precision <= Precision::Minute; };
    if (!hasClock(incident.start)) return {};
    const auto clock = [&zone](const core::base::Timestamp& t) {
        return toWx(core::base::formatClock(core::base::toLocal(t.utcMs, zone), language()));
    };
    const wxString from = clock(incident.start);
    if (!incident.end || !hasClock(*incident.end)) return from;
    const wxString to = clock(*incident.end);
    return to == from ? from : from + wxString::FromUTF8("–") + to;
}

} // namespace

wxString incidentLine(const Incident& incident, const std::string& zone) {
    if (!incident.title.empty()) return toWx(incident.title);
    if (!incident.description.empty()) return toWx(incident.description).BeforeFirst('\n');
    const auto kind = core::model::itemKindOf(incident.channel);
    if (incident.count <= 0 || !kind) return _("Without a title");
    const wxString times = clockTimes(incident, zone);
    const wxString what = contacts(*kind, incident.count);
    // Translators: what, then the time or the times: "12 text messages at 22:04–23:51".
    return times.empty() ? what : wxString::Format(_("%s at %s"), what, times);
}

} // namespace ui::common
