// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names of time zones as mails write them behind a time: "CEST", "Romance Daylight Time". Not IANA names.

#include <optional>
#include <string_view>

namespace core::format::mail {

// Hours east of UTC; `name` is lower case. None for a name that is not known, or stands for several zones.
std::optional<int> zoneHours(std::string_view name);

bool isUtcName(std::string_view name);

} // namespace core::format::mail
