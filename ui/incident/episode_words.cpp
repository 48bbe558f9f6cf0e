// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/episode_words.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"

#include <wx/intl.h>

namespace ui::incident {

using core::base::Language;
using core::query::Channel;
using core::query::Episode;

namespace {

wxString utf8(const std::string& text) { return wxString::FromUTF8(text); }

wxString countText(const Episode& episode, Language language) {
    const int n = episode.count;
    const wxString number = utf8(core::base::formatCount(n, language));
    switch (episode.channel) {
    case Channel::Messages:
        return wxString::Format(wxPLURAL("%s text message", "%s text messages", n), number);
    case Channel::Calls:
        return wxString::Format(wxPLURAL("%s call", "%s calls", n), number);
    case Channel::Email:
        return wxString::Format(wxPLURAL("%s e-mail", "%s e-mails", n), number);
    case Channel::Chat:
        return wxString::Format(wxPLURAL("%s chat message", "%s chat messages", n), number);
    }
    return number;
}

} // namespace

wxString episodeText(const Episode& episode, const std::string& zone, Language language) {
    wxString text = countText(episode, language);
    if (episode.hasClockTime) {
        const auto clock = [&](std::int64_t ms) {
            return utf8(core::base::formatClock(core::base::toLocal(ms, zone), language));
        };
        const wxString first = clock(episode.firstMs), last = clock(episode.lastMs);
        const wxString span = first == last ? first : first + wxString::FromUTF8("–") + last;
        text += " " + wxString::Format(_("at %s"), span);
    }
    if (episode.missedCalls > 0)
        text += ", " + wxString::Format(wxPLURAL("%s not answered", "%s not answered", episode.missedCalls),
                                        utf8(core::base::formatCount(episode.missedCalls, language)));
    return text;
}

wxString episodeDay(const Episode& episode, Language language) {
    const auto day = core::base::parseDate(episode.day);
    return day ? utf8(core::base::formatDateLong(*day, language)) : utf8(episode.day);
}

} // namespace ui::incident
