// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/photo_times.h"

#include "core/base/zone.h"
#include "core/format/photo/file_name_time.h"
#include "core/format/photo/written_time.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::format::photo {

namespace {

using base::Precision;
using base::TimeBasis;
using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kHourMs = 3'600'000;
constexpr double kMostHoursAway = 1.5; // of a zone's offset from what its longitude would give
constexpr std::int64_t kQuarterMs = 15 * 60'000;

// Offsets in use that are no whole hours, in minutes (IANA tz database).
constexpr std::array<std::int64_t, 12> kOddOffsets{-570, -210, -150, 210, 270, 330,
                                                   345,  390,  525,  570, 630, 765};

model::TimeClaim claimOf(const WrittenTime& written, TimeSource source, const std::string& text,
                         const std::string& zone) {
    model::TimeClaim claim;
    claim.source = source;
    claim.asWritten = text;
    if (!written.offsetSeconds && !written.isUtc) {
        claim.time = base::fromLocal(written.civil, zone, written.precision);
        return claim;
    }
    claim.time.utcMs = base::civilToMs(written.civil) - written.offsetSeconds.value_or(0) * 1000LL;
    claim.time.offsetSeconds = written.offsetSeconds;
    claim.time.precision = written.precision;
    claim.time.basis = written.offsetSeconds ? TimeBasis::Offset : TimeBasis::Utc;
    return claim;
}

class Ladder {
public:
    Ladder(ItemRecord& record, const ReadContext& context)
        : record_(record), nowMs_(context.nowMs),
          zone_(base::isKnownZone(context.zone) ? context.zone : base::kDefaultZone) {}

    const std::string& zone() const { return zone_; }

    void issue(IssueCode code, IssueSeverity severity, std::string detail) {
        record_.issues.push_back({code, severity, std::move(detail), 0});
    }

    // A time that was never set, or has not come yet, is said and not believed.
    bool believable(const WrittenTime& time, const std::string& text) {
        if (isResetClock(time.civil)) {
            issue(IssueCode::InvalidDate, IssueSeverity::Note, text);
            return false;
        }
        // A wall clock in another zone may be ahead by up to a day.
        if (nowMs_ > 0 &&
            base::civilToMs(time.civil) - time.offsetSeconds.value_or(0) * 1000LL > nowMs_ + kDayMs) {
            issue(IssueCode::FutureDate, IssueSeverity::Odd, text);
            return false;
        }
        return true;
    }

    void add(const WrittenTime& written, TimeSource source, const std::string& text) {
        if (!believable(written, text)) return;
        push(claimOf(written, source, text, zone_));
    }

    void push(model::TimeClaim claim) {
        const bool known =
            std::any_of(record_.times.begin(), record_.times.end(), [&](const model::TimeClaim& other) {
                return other.source == claim.source && other.time.utcMs == claim.time.utcMs;
            });
        if (!known) record_.times.push_back(std::move(claim));
    }

    // A field that is there but is no time: zeros and blanks are what cameras write without a clock.
    void addWritten(const std::string& text, TimeSource source, const std::string& offset,
                    const std::string& fraction) {
        if (text.empty()) return;
        auto time = parseWrittenTime(text);
        if (!time) return issue(IssueCode::InvalidDate, IssueSeverity::Note, text);
        if (!time->offsetSeconds) time->offsetSeconds = parseOffset(offset);
        addFraction(*time, fraction);
        add(*time, source, offset.empty() ? text : text + " " + offset);
    }

    static void addFraction(WrittenTime& time, const std::string& fraction) {
        if (time.precision != Precision::Second || fraction.empty() || fraction[0] < '0' || fraction[0] > '9')
            return;
        int scale = 100;
        for (const char c : fraction) {
            if (c < '0' || c > '9') break;
            time.civil.millisecond += (c - '0') * scale;
            scale /= 10;
        }
        time.precision = Precision::Millisecond;
    }

private:
    ItemRecord& record_;
    std::int64_t nowMs_;
    std::string zone_;
};

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

void addFileTime(Ladder& ladder, const ReadContext& context) {
    if (context.fileTimeMs == 0) return;
    model::TimeClaim claim;
    claim.source = TimeSource::FileTime;
    claim.time.utcMs = context.fileTimeMs;
    claim.time.precision = context.fileTimeMs % 1000 == 0 ? Precision::Second : Precision::Millisecond;
    claim.asWritten = base::toRfc3339(context.fileTimeMs);
    WrittenTime written{base::civilFromMs(context.fileTimeMs), Precision::Second, std::nullopt, true};
    if (base::isValid(written.civil) && ladder.believable(written, claim.asWritten))
        ladder.push(std::move(claim));
}

// The file's own time is when it was copied: it disagrees as a rule, and that says nothing.
void compare(ItemRecord& record, Ladder& ladder, const std::string& modified) {
    const model::TimeClaim& chosen = record.times.front();
    for (const model::TimeClaim& other : record.times) {
        if (other.source == TimeSource::FileTime || other.asWritten == modified) continue;
        const bool byDay = chosen.time.precision >= Precision::Day || other.time.precision >= Precision::Day;
        const std::int64_t apart = std::abs(chosen.time.utcMs - other.time.utcMs);
        if (apart <= (byDay ? 2 : 1) * kDayMs) continue;
        ladder.issue(IssueCode::DateDisagrees, IssueSeverity::Odd, other.asWritten);
        return;
    }
}

} // namespace

std::optional<model::TimeClaim> claimOfFileName(const ReadContext& context) {
    const auto named = timeFromFileName(context.fileName);
    ItemRecord record;
    Ladder ladder(record, context);
    if (named) ladder.add(*named, TimeSource::FileName, context.fileName);
    return record.times.empty() ? std::nullopt : std::optional(record.times.front());
}

void addPhotoTimes(ItemRecord& record, const Metadata& metadata, const ReadContext& context) {
    Ladder ladder(record, context);
    addCamera(ladder, {metadata.original, metadata.originalOffset, metadata.originalFraction}, metadata);
    if (metadata.digitized != metadata.original)
        addCamera(ladder, {metadata.digitized, metadata.digitizedOffset, metadata.digitizedFraction},
                  metadata);
    if (const auto gps = gpsTime(metadata))
        ladder.add(*gps, TimeSource::ExifGps, metadata.gpsDate + " " + metadata.gpsTime);
    ladder.addWritten(metadata.xmpCreated, TimeSource::Xmp, {}, {});
    addPngTime(ladder, metadata.pngCreated);
    if (const auto named = timeFromFileName(context.fileName))
        ladder.add(*named, TimeSource::FileName, context.fileName);
    // When the file was last changed by a camera or an editor: better than the copying, worse than a name.
    if (metadata.modified != metadata.original && metadata.modified != metadata.digitized)
        ladder.addWritten(metadata.modified, TimeSource::Exif, metadata.modifiedOffset, {});
    addFileTime(ladder, context);

    if (record.times.empty()) return ladder.issue(IssueCode::MissingDate, IssueSeverity::Odd, {});
    const model::TimeClaim& chosen = record.times.front();
    if (context.nowMs > 0 && chosen.time.utcMs > context.nowMs)
        ladder.issue(IssueCode::FutureDate, IssueSeverity::Odd, chosen.asWritten);
    if (chosen.time.basis == TimeBasis::LocalAmbiguous && chosen.time.precision < Precision::Day)
        ladder.issue(IssueCode::AmbiguousHour, IssueSeverity::Odd, chosen.asWritten);
    if (chosen.time.basis == TimeBasis::LocalGap && chosen.time.precision < Precision::Day)
        ladder.issue(IssueCode::NonexistentHour, IssueSeverity::Odd, chosen.asWritten);
    compare(record, ladder, metadata.modified);
}

} // namespace core::format::photo
