// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evidence_time.h"

#include <algorithm>
#include <cstdlib>

namespace core::report {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

// Nobody's memory is held against a file.
bool isOfFile(model::TimeSource source) {
    switch (source) {
    case model::TimeSource::SeenInPicture:
    case model::TimeSource::Witness:
    case model::TimeSource::OwnMemory:
    case model::TimeSource::Document:
    case model::TimeSource::Unknown:
        return false;
    default:
        return true;
    }
}

} // namespace

std::string contradictionOf(const Build& build, const model::Incident& n) {
    const bool isExact =
        base::hasClockTime(n.start) && !n.start.about && n.start.precision <= base::Precision::Minute;
    if (!n.episodeKey.empty() || !isExact || !isOfFile(n.timeSource)) return {};
    const std::int64_t first = n.start.utcMs - kMinuteMs;
    const std::int64_t last = (n.end ? std::max(n.end->utcMs, n.start.utcMs) : n.start.utcMs) + 2 * kMinuteMs;
    std::optional<base::Timestamp> nearest;
    bool agrees = false;
    build.reader.forCounting().eachRow(n.items, [&](const query::ItemRow& row) {
        if (row.excluded || !row.time || row.timeSource != n.timeSource) return;
        if (row.time->about || row.time->precision > base::Precision::Minute) return; // cannot contradict
        const std::int64_t at = row.time->utcMs;
        agrees = agrees || (at >= first && at < last);
        if (!nearest || std::llabs(at - n.start.utcMs) < std::llabs(nearest->utcMs - n.start.utcMs))
            nearest = row.time;
    });
    if (agrees || !nearest) return {};
    const std::string time = build.say.calendarDays(n.start.utcMs, nearest->utcMs) == 0
                                 ? build.say.timeOfDay(*nearest, std::nullopt)
                                 : build.say.at(*nearest);
    return base::fill(build.tr("but the exhibit says %1"), {time});
}

} // namespace core::report
