// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/words.h"

#include "ui/common/to_wx.h"
#include "ui/timeline/timeline_ctrl.h"

#include <wx/translation.h>

namespace ui::timeline {

using core::timeline::Lane;
using core::timeline::Spoken;
using core::timeline::SpokenKind;
using core::timeline::TimeRange;
using core::timeline::Unit;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

bool sameDay(const core::base::CivilTime& a, const core::base::CivilTime& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

std::string dayText(const core::base::CivilTime& t, bool withYear, const Tongue& tongue) {
    std::string text = core::base::formatDateShort(t, tongue.language);
    if (!withYear) text.erase(text.rfind(' ')); // the year is the last word in both languages
    return text;
}

wxString perStep(core::timeline::CalendarStep step) {
    const wxString n = wxString() << step.count;
    switch (step.unit) {
    case Unit::Second:
        return step.count == 1 ? _("in one second") : filled(_("in %1 seconds"), {n});
    case Unit::Minute:
        return step.count == 1 ? _("in one minute") : filled(_("in %1 minutes"), {n});
    case Unit::Hour:
        return step.count == 1 ? _("in one hour") : filled(_("in %1 hours"), {n});
    case Unit::Day:
        return step.count == 1 ? _("in one day") : filled(_("in %1 days"), {n});
    case Unit::Week:
        return step.count == 1 ? _("in one week") : filled(_("in %1 weeks"), {n});
    case Unit::Month:
        return step.count == 1 ? _("in one month") : filled(_("in %1 months"), {n});
    case Unit::Year:
        break;
    }
    return _("in one year");
}

wxString lengthText(std::int64_t ms, const Tongue& tongue) {
    const auto counted = [&](const wxString& pattern, std::int64_t n) {
        return filled(pattern, {countWord(static_cast<std::size_t>(n), tongue)});
    };
    const auto round = [&](std::int64_t unit) { return (ms + unit / 2) / unit; };
    if (ms >= 2 * kDay) return counted(_("%1 days"), round(kDay));
    if (ms >= 2 * kHour) return counted(_("%1 hours"), round(kHour));
    if (ms >= 2 * kMinute) return counted(_("%1 minutes"), round(kMinute));
    return counted(_("%1 seconds"), round(1000));
}

} // namespace

wxString filled(const wxString& pattern, const std::vector<wxString>& arguments) {
    std::vector<std::string> utf8;
    for (const wxString& argument : arguments) utf8.push_back(argument.utf8_string());
    return common::toWx(core::base::fill(pattern.utf8_string(), utf8));
}

wxString countWord(std::size_t n, const Tongue& tongue) {
    return common::toWx(core::base::formatCount(static_cast<long long>(n), tongue.language));
}

wxString laneName(Lane lane) {
    switch (lane) {
    case Lane::Incident:
        return _("Incidents");
    case Lane::Sms:
        return _("SMS");
    case Lane::Call:
        return _("Calls");
    case Lane::Email:
        return _("E-mail");
    case Lane::Chat:
        return _("Chat");
    case Lane::Photo:
        return _("Photos");
    case Lane::Other:
        break;
    }
    return _("Other");
}

wxString wholeCaseName() { return _("The whole case"); }

wxString zoneName(const std::string& zone) {
    if (zone == core::base::kDefaultZone) return _("Danish time");
    return common::toWx(zone);
}

std::array<wxString, 2> shelfHeading() {
    const wxString both = _("No date");
    return {both.BeforeFirst(' '), both.AfterFirst(' ')};
}

wxString rangeText(TimeRange range, const Tongue& tongue) {
    const core::base::CivilTime from = core::base::toLocal(range.fromMs, tongue.zone);
    const core::base::CivilTime to = core::base::toLocal(range.toMs - 1, tongue.zone);
    const std::string dash = " \u2013 ";
    const std::int64_t length = range.toMs - range.fromMs;
    if (length >= kDay - 2 * kHour) { // the shortest day has 23 hours
        if (sameDay(from, to)) return common::toWx(dayText(to, true, tongue));
        return common::toWx(dayText(from, from.year != to.year, tongue) + dash + dayText(to, true, tongue));
    }
    const core::base::CivilTime end = core::base::toLocal(range.toMs, tongue.zone);
    const bool seconds = length < 10 * kMinute;
    std::string text =
        dayText(from, true, tongue) + " " + core::base::formatClock(from, tongue.language, seconds) + dash;
    if (!sameDay(from, end)) text += dayText(end, true, tongue) + " ";
    return common::toWx(text + core::base::formatClock(end, tongue.language, seconds));
}

wxString shortRangeText(TimeRange range, const Tongue& tongue) {
    const core::base::CivilTime from = core::base::toLocal(range.fromMs, tongue.zone);
    const core::base::CivilTime to = core::base::toLocal(range.toMs - 1, tongue.zone);
    const auto month = [&](const core::base::CivilTime& t, bool withYear) {
        const std::string text = dayText(t, withYear, tongue);
        return text.substr(text.find(' ') + 1); // without the day, the first word in both languages
    };
    if (sameDay(from, to)) return common::toWx(dayText(to, true, tongue));
    if (from.year == to.year && from.month == to.month) return common::toWx(month(to, true));
    return common::toWx(month(from, from.year != to.year) + " \u2013 " + month(to, true));
}

wxString rangeWithLength(TimeRange range, const Tongue& tongue) {
    return rangeText(range, tongue) + L" \u00B7 " + lengthText(range.toMs - range.fromMs, tongue);
}

wxString countText(const core::timeline::Layout& layout, const Tongue& tongue) {
    // Incidents are rows of the log, not items: the numbers beside the list leave them out, too.
    const auto* incidents = layout.frame(core::timeline::Lane::Incident);
    const std::size_t items = layout.inView - (incidents != nullptr ? incidents->inView : 0);
    wxString text = filled(wxPLURAL("%1 item in view", "%1 items in view", static_cast<unsigned>(items)),
                           {countWord(items, tongue)});
    if (layout.highestBar > 0)
        text += L" \u00B7 " + filled(_("highest bar: %1 %2"),
                                     {countWord(layout.highestBar, tongue), perStep(layout.barStep)});
    return text;
}

wxString timelineName(std::size_t entries, const Tongue& tongue) {
    return filled(wxPLURAL("Timeline, %1 item", "Timeline, %1 items", static_cast<unsigned>(entries)),
                  {countWord(entries, tongue)});
}

wxString timelineHelp() {
    return _(
        "Arrow keys move, Enter opens, Space selects, plus and minus zoom, Ctrl+Down goes to the overview.");
}

wxString spokenText(const Spoken& spoken, const EntryText& text, const Tongue& tongue) {
    const wxString lane = laneName(spoken.lane);
    switch (spoken.kind) {
    case SpokenKind::Nothing:
        return timelineName(0, tongue);
    case SpokenKind::Shelf:
        return filled(wxPLURAL("%1 lane, %2 item without a date", "%1 lane, %2 items without a date",
                               static_cast<unsigned>(spoken.count)),
                      {lane, countWord(spoken.count, tongue)});
    case SpokenKind::Bar:
        return filled(
            wxPLURAL("%1 lane, %2, %3 item", "%1 lane, %2, %3 items", static_cast<unsigned>(spoken.count)),
            {lane, rangeText(spoken.range, tongue), countWord(spoken.count, tongue)});
    case SpokenKind::Item:
        break;
    }
    wxString said = filled(_("%1 lane, item %2 of %3"),
                           {lane, countWord(spoken.ordinal, tongue), countWord(spoken.total, tongue)});
    if (!text.time.empty()) said += ", " + text.time;
    if (!text.who.empty()) said += ", " + text.who;
    if (!text.line.empty()) said += ": " + text.line;
    return said;
}

wxString itemTip(Lane lane, const EntryText& text) {
    wxString tip = text.time;
    tip += (tip.empty() ? "" : "\n") + laneName(lane);
    if (!text.who.empty()) tip += ", " + text.who;
    if (!text.line.empty()) tip += "\n" + text.line;
    return tip;
}

wxString groupTip(Lane lane, std::size_t count, TimeRange range, const Tongue& tongue) {
    return rangeText(range, tongue) + "\n" +
           filled(wxPLURAL("%1, %2 item", "%1, %2 items", static_cast<unsigned>(count)),
                  {laneName(lane), countWord(count, tongue)});
}

} // namespace ui::timeline
