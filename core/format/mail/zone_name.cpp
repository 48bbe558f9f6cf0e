// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/zone_name.h"

#include <array>
#include <utility>

namespace core::format::mail {

namespace {

using Zone = std::pair<std::string_view, int>;

constexpr std::array<Zone, 25> kZones{{{"z", 0},    {"gmt", 0},  {"ut", 0},   {"utc", 0},  {"est", -5},
                                       {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6},
                                       {"pst", -8}, {"pdt", -7}, {"bst", 1},  {"cet", 1},  {"cest", 2},
                                       {"met", 1},  {"mest", 2}, {"mez", 1},  {"mesz", 2}, {"wet", 0},
                                       {"west", 1}, {"eet", 2},  {"eest", 3}, {"jst", 9},  {"msk", 3}}};

// Standard time of names that say summer time in a word of its own.
constexpr std::array<Zone, 14> kLongZones{{{"romance", 1},
                                           {"rom", 1},
                                           {"w. europe", 1},
                                           {"central europe", 1},
                                           {"central european", 1},
                                           {"gmt", 0},
                                           {"greenwich mean", 0},
                                           {"cet", 1},
                                           {"met", 1},
                                           {"fle", 2},
                                           {"eastern", -5},
                                           {"central", -6},
                                           {"mountain", -7},
                                           {"pacific", -8}}};

constexpr std::array<Zone, 9> kSeasons{{{" daylight time", 1},
                                        {" summer time", 1},
                                        {" sommertid", 1},
                                        {" dst", 1},
                                        {" standard time", 0},
                                        {" normaltid", 0},
                                        {" vintertid", 0},
                                        {" winter time", 0},
                                        {" time", 0}}};

template <std::size_t N>
std::optional<int> find(const std::array<Zone, N>& zones, std::string_view name) {
    for (const auto& [known, hours] : zones)
        if (known == name) return hours;
    return std::nullopt;
}

} // namespace

std::optional<int> zoneHours(std::string_view name) {
    if (const auto hours = find(kZones, name)) return hours;
    for (const auto& [season, hour] : kSeasons) {
        if (!name.ends_with(season)) continue;
        const auto standard = find(kLongZones, name.substr(0, name.size() - season.size()));
        return standard ? std::optional(*standard + hour) : std::nullopt;
    }
    return std::nullopt;
}

bool isUtcName(std::string_view name) {
    return name == "z" || name == "gmt" || name == "ut" || name == "utc";
}

} // namespace core::format::mail
