// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/zones.h"

#include <algorithm>

#include <wx/intl.h>

namespace ui::import {

std::vector<std::pair<std::string, wxString>> offeredZones(const std::string& first) {
    std::vector<std::pair<std::string, wxString>> zones{
        {"Europe/Copenhagen", _("Danish time (Europe/Copenhagen)")},
        {"Atlantic/Faroe", _("Faroese time (Atlantic/Faroe)")},
        {"America/Nuuk", _("Greenland time (America/Nuuk)")},
        {"Europe/London", _("British time (Europe/London)")},
        {"Europe/Helsinki", _("Finnish time (Europe/Helsinki)")},
        {"Europe/Istanbul", _("Turkish time (Europe/Istanbul)")},
        {"America/New_York", _("New York time (America/New_York)")},
        {"America/Los_Angeles", _("Los Angeles time (America/Los_Angeles)")},
        {"Asia/Bangkok", _("Thai time (Asia/Bangkok)")},
        {"UTC", _("UTC")},
    };
    const auto found =
        std::find_if(zones.begin(), zones.end(), [&](const auto& z) { return z.first == first; });
    if (found == zones.end())
        zones.insert(zones.begin(), {first, wxString::FromUTF8(first)});
    else
        std::rotate(zones.begin(), found, found + 1);
    return zones;
}

} // namespace ui::import
