// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/civil.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/detail/detail_pages.h"

#include <wx/intl.h>

namespace ui::detail {
namespace {

namespace base = core::base;
using common::toWx;

// Calendar days in the case's zone: what a person counts, not 24 hours each.
std::int64_t dayNumber(std::int64_t ms, const std::string& zone) {
    base::CivilTime day = base::toLocal(ms, zone);
    day.hour = day.minute = day.second = day.millisecond = 0;
    return base::civilToMs(day) / core::base::kDayMs;
}

wxString sinceMilestone(std::int64_t ms, const common::CaseView& view) {
    const core::model::Milestone* last = nullptr;
    for (const auto& milestone : view.data().whole->milestones)
        if (milestone.time.utcMs <= ms) last = &milestone;
    if (!last) return {};
    const std::string zone = view.session().zone();
    const auto days = dayNumber(ms, zone) - dayNumber(last->time.utcMs, zone);
    const wxString name = common::milestoneName(*last);
    if (days == 0) return wxString::Format(_("the same day as: %s"), name);
    return wxString::Format(wxPLURAL("%s day after: %s", "%s days after: %s", static_cast<unsigned>(days)),
                            common::count(days), name);
}

} // namespace

wxString longTime(const base::Timestamp& time, const std::string& zone) {
    return toWx(base::formatTime(time, zone, common::language()));
}

wxString timeRemarks(const base::Timestamp& time, const common::CaseView& view) {
    const std::string zone = view.session().zone();
    const wxString dot = wxString::FromUTF8(" · ");
    wxString out;
    if (time.precision <= base::Precision::Day) {
        const auto local = base::toLocal(time.utcMs, zone);
        out << toWx(base::weekdayName(base::weekday(local), common::language()));
    }
    if (base::hasClockTime(time)) {
        out << (out.empty() ? "" : dot) << toWx(base::formatOffset(base::offsetSecondsAt(zone, time.utcMs)))
            << " " << (base::isSummerTime(zone, time.utcMs) ? _("summer time") : _("winter time"));
    }
    const wxString since = sinceMilestone(time.utcMs, view);
    if (!since.empty()) out << (out.empty() ? "" : dot) << since;
    return out;
}

} // namespace ui::detail
