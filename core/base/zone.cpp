// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"

#include <map>
#include <memory>

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace core::base {

namespace {

// ICU's zone objects are not safe to share between threads while their transition cache fills.
icu::TimeZone& zoneNamed(const std::string& name) {
    thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> cache;
    auto& slot = cache[name];
    if (!slot) slot.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    return *slot;
}

struct Offsets {
    std::int64_t standardMs;
    std::int64_t summerMs;
};

Offsets offsetsAt(const std::string& zone, std::int64_t utcMs) {
    int32_t raw = 0;
    int32_t dst = 0;
    UErrorCode status = U_ZERO_ERROR;
    zoneNamed(zone).getOffset(static_cast<UDate>(utcMs), false, raw, dst, status);
    if (U_FAILURE(status)) return {0, 0};
    return {raw, dst};
}

std::int64_t totalOffsetMs(const std::string& zone, std::int64_t utcMs) {
    const Offsets o = offsetsAt(zone, utcMs);
    return o.standardMs + o.summerMs;
}

} // namespace

bool isKnownZone(const std::string& zone) {
    if (zone.empty()) return false;
    return zoneNamed(zone) != icu::TimeZone::getUnknown();
}

int offsetSecondsAt(const std::string& zone, std::int64_t utcMs) {
    return static_cast<int>(totalOffsetMs(zone, utcMs) / 1000);
}

bool isSummerTime(const std::string& zone, std::int64_t utcMs) {
    return offsetsAt(zone, utcMs).summerMs != 0;
}

CivilTime toLocal(std::int64_t utcMs, const std::string& zone) {
    return civilFromMs(utcMs + totalOffsetMs(zone, utcMs));
}

Timestamp fromLocal(const CivilTime& civil, const std::string& zone, Precision precision) {
    const std::int64_t wall = civilToMs(civil);
    // Every real answer lies at wall minus one of the offsets in force a day before or after.
    const std::int64_t before = totalOffsetMs(zone, wall - 86'400'000);
    const std::int64_t after = totalOffsetMs(zone, wall + 86'400'000);
    const std::int64_t early = wall - std::max(before, after);
    const std::int64_t late = wall - std::min(before, after);
    const bool earlyFits = early + totalOffsetMs(zone, early) == wall;
    const bool lateFits = late + totalOffsetMs(zone, late) == wall;

    Timestamp time;
    time.zone = zone;
    time.precision = precision;
    time.basis = TimeBasis::LocalZone;
    if (earlyFits && lateFits && early != late) {
        time.basis = TimeBasis::LocalAmbiguous;
        time.utcMs = early;
    } else if (earlyFits) {
        time.utcMs = early;
    } else if (lateFits) {
        time.utcMs = late;
    } else {
        time.basis = TimeBasis::LocalGap;
        time.utcMs = wall - before; // the clock that was in force before the jump, so one hour on
    }
    return time;
}

DayRange localDay(std::int64_t utcMs, const std::string& zone) {
    CivilTime day = toLocal(utcMs, zone);
    day.hour = day.minute = day.second = day.millisecond = 0;
    const std::int64_t begin = fromLocal(day, zone, Precision::Day).utcMs;
    CivilTime next = civilFromMs(civilToMs(day) + 86'400'000);
    return {begin, fromLocal(next, zone, Precision::Day).utcMs};
}

} // namespace core::base
