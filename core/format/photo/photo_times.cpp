// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/photo_times.h"

#include "core/base/zone.h"
#include "core/format/photo/time_ladder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::format::photo {

namespace {

using base::Precision;
using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

constexpr std::int64_t kHourMs = 3'600'000;
constexpr double kMostHoursAway = 1.5; // of a zone's offset from what its longitude would give
constexpr std::int64_t kQuarterMs = 15 * 60'000;

// Offsets in use that are no whole hours, in minutes (IANA tz database).
constexpr std::array<std::int64_t, 12> kOddOffsets{-570, -210, -150, 210, 270, 330,
                                                   345,  390,  525,  570, 630, 765};

std::optional<WrittenTime> gpsTime(const Metadata& metadata) {
    if (metadata.gpsDate.empty() || metadata.gpsTime.empty()) return std::nullopt;
    auto time = parseWrittenTime(metadata.gpsDate + " " + metadata.gpsTime);
    if (time) time->isUtc = true;
    return time;
}

// True where the zone has this offset at that wall clock, in the hour that comes twice either of the two.
bool isHeldBy(std::int32_t offset, const WrittenTime& local, const std::string& zone) {
    return base::offsetSecondsAt(zone, base::civilToMs(local.civil) - offset * 1000LL) == offset;
}

// A fix that is old by whole hours looks like another zone. It is another one where the place says so: the
// offset suits its longitude, and better than that of the import does, both without summer time.
bool isFarFromZone(std::int32_t offset, const std::string& zone, std::int64_t ms,
                   const std::optional<model::Gps>& place) {
    if (!place) return false;
    const bool isSummer = base::isSummerTime(zone, ms) && place->latitude > 0;
    const auto away = [&](std::int32_t seconds) {
        return std::abs(seconds / 3600.0 - (isSummer ? 1 : 0) - place->longitude / 15);
    };
    return away(offset) <= kMostHoursAway && away(offset) < away(base::offsetSecondsAt(zone, ms));
}

// The wall clock less the satellites' UTC is the offset, where the fix is fresh: no more than five minutes
// old, and the rest a quarter of an hour's multiple that is in use somewhere.
std::optional<std::int32_t> offsetFromGps(const WrittenTime& local, const WrittenTime& gps) {
    const std::int64_t difference = base::civilToMs(local.civil) - base::civilToMs(gps.civil);
    const std::int64_t quarters = static_cast<std::int64_t>(
        std::floor(static_cast<double>(difference + 60'000) / static_cast<double>(kQuarterMs)));
    const std::int64_t age = difference - quarters * kQuarterMs;
    if (age > 300'000) return std::nullopt;
    const std::int64_t minutes = quarters * 15;
    if (minutes < -12 * 60 || minutes > 14 * 60) return std::nullopt;
    if (minutes % 60 != 0 && std::find(kOddOffsets.begin(), kOddOffsets.end(), minutes) == kOddOffsets.end())
        return std::nullopt;
    return static_cast<std::int32_t>(minutes * 60);
}

// One wall clock of the EXIF data with what belongs to it.
struct CameraTime {
    const std::string& text;
    const std::string& offset;
    const std::string& fraction;
};

// A wall clock without an offset, and a time of the satellites beside it. Where that does not bear out the
// zone of the import it is said, whichever of the two is taken.
bool addByGps(Ladder& ladder, const CameraTime& camera, const Metadata& metadata) {
    auto time = parseWrittenTime(camera.text);
    const auto gps = gpsTime(metadata);
    if (!time || !gps || time->offsetSeconds || parseOffset(camera.offset)) return false;
    if (time->precision > Precision::Second) return false;
    const std::string both = camera.text + " (GPS " + metadata.gpsDate + " " + metadata.gpsTime + ")";
    const std::string& zone = ladder.zone();
    const std::int64_t zoneMs = base::fromLocal(time->civil, zone, time->precision).utcMs;
    const auto offset = offsetFromGps(*time, *gps);
    const bool isNear = std::abs(zoneMs - base::civilToMs(gps->civil)) <= kHourMs;
    const bool isHeld = offset ? isHeldBy(*offset, *time, zone) : isNear;
    if (!isHeld) ladder.issue(IssueCode::DateDisagrees, IssueSeverity::Odd, both);
    if (!offset || !(isHeld || isFarFromZone(*offset, zone, zoneMs, metadata.info.gps))) return false;
    Ladder::addFraction(*time, camera.fraction);
    const std::int64_t utcMs = base::civilToMs(time->civil) - *offset * 1000LL;
    if (isHeld && std::abs(utcMs - zoneMs) < kHourMs)
        return false; // not the second of an hour that came twice
    time->civil = base::civilFromMs(utcMs);
    time->isUtc = true;
    ladder.add(*time, TimeSource::Exif, both);
    return true;
}

void addCamera(Ladder& ladder, const CameraTime& camera, const Metadata& metadata) {
    if (!addByGps(ladder, camera, metadata))
        ladder.addWritten(camera.text, TimeSource::Exif, camera.offset, camera.fraction);
}

void addPngTime(Ladder& ladder, const std::string& text) {
    if (text.empty()) return;
    auto time = parseWrittenTime(text);
    if (!time) time = parseMailTime(text);
    if (time)
        ladder.add(*time, TimeSource::PngText, text);
    else
        ladder.issue(IssueCode::InvalidDate, IssueSeverity::Note, text);
}

} // namespace

std::optional<model::TimeClaim> claimOfFileName(const ReadContext& context) {
    ItemRecord record;
    Ladder(record, context).addFileName();
    return record.times.empty() ? std::nullopt : std::optional(record.times.front());
}

void addPhotoTimes(ItemRecord& record, const Metadata& metadata, const ReadContext& context,
                   const std::optional<SideFile>& side) {
    Ladder ladder(record, context);
    addCamera(ladder, {metadata.original, metadata.originalOffset, metadata.originalFraction}, metadata);
    if (metadata.digitized != metadata.original)
        addCamera(ladder, {metadata.digitized, metadata.digitizedOffset, metadata.digitizedFraction},
                  metadata);
    if (const auto gps = gpsTime(metadata))
        ladder.add(*gps, TimeSource::ExifGps, metadata.gpsDate + " " + metadata.gpsTime);
    ladder.addWritten(metadata.xmpCreated, TimeSource::Xmp);
    addPngTime(ladder, metadata.pngCreated);
    ladder.addFileName();
    if (side) ladder.addInstant(side->takenMs, TimeSource::SideFile, side->asWritten);
    // When the file was last changed by a camera or an editor: better than the copying, worse than a name.
    if (metadata.modified != metadata.original && metadata.modified != metadata.digitized)
        ladder.addWritten(metadata.modified, TimeSource::Exif, metadata.modifiedOffset);
    ladder.addFileTime();
    ladder.judge(metadata.modified);
}

} // namespace core::format::photo
