// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/media_times.h"

#include "core/format/photo/file_name_time.h"
#include "core/format/photo/time_ladder.h"

#include <array>

namespace core::format::film {

namespace {

using base::Precision;
using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;
using photo::WrittenTime;

constexpr std::int64_t kSlackMs = 10'000; // between a name and a header of one recording

// "Sun May 14 21:30:45 2023", as AVI has it.
std::optional<WrittenTime> parseAviTime(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank != 3 || text.size() < 24) return std::nullopt;
    const std::string month(text.substr(4, 3));
    std::string day(text.substr(8, 2));
    if (day[0] == ' ') day[0] = '0';
    std::string proper = month;
    for (std::size_t i = 1; i < proper.size(); ++i)
        if (proper[i] >= 'A' && proper[i] <= 'Z') proper[i] = static_cast<char>(proper[i] - 'A' + 'a');
    return photo::parseMailTime(day + " " + proper + " " + std::string(text.substr(20, 4)) + " " +
                                std::string(text.substr(11, 8)));
}

std::optional<WrittenTime> headerTime(const MediaInfo& info) {
    auto time = photo::parseWrittenTime(info.header);
    if (!time) time = parseAviTime(info.header);
    if (!time || time->precision >= Precision::Day) return std::nullopt; // a year of a song
    if (info.headerZone == HeaderZone::Local) time->offsetSeconds.reset();
    return time;
}

// Whether an instant is that of a recording which began at `begin`, its first or its last moment.
bool isWithin(std::int64_t ms, std::int64_t begin, std::int64_t lengthMs) {
    return ms >= begin - kSlackMs && ms <= begin + lengthMs + kSlackMs;
}

class MediaTimes {
public:
    MediaTimes(ItemRecord& record, const MediaInfo& info, const ReadContext& context)
        : record_(record), info_(info), context_(context), ladder_(record, context) {}

    void add(const std::optional<photo::SideFile>& side) {
        ladder_.addWritten(info_.created, TimeSource::MediaHeader);
        const bool hasCreated = !record_.times.empty();
        header_ = headerTime(info_);
        if (info_.headerIsNone)
            ladder_.issue(IssueCode::InvalidDate, IssueSeverity::Note,
                          info_.headerAsWritten.empty() ? "0" : info_.headerAsWritten);
        zone_ = hasCreated ? HeaderZone::Utc : zoneByName();
        // A wall clock that its name bears out, or that is known to be UTC, is better than the name; one of
        // which neither is known is worse.
        const auto named = photo::timeFromFileName(context_.fileName);
        const bool isExact = named && named->precision < Precision::Day;
        const bool isSure = zone_ != HeaderZone::Unsure && !isEndOf(named);
        if (isSure) addHeader(hasCreated);
        if (isExact) ladder_.addFileName();
        if (!isSure) addHeader(hasCreated || isExact);
        if (!isExact) ladder_.addFileName();
        if (side) ladder_.addInstant(side->takenMs, TimeSource::SideFile, side->asWritten);
        ladder_.addFileTime();
        ladder_.judge();
    }

private:
    std::int64_t lengthMs() const { return info_.durationMs.value_or(0); }

    std::int64_t instantOf(WrittenTime time) const {
        return photo::claimOf(time, TimeSource::MediaHeader, {}, ladder_.zone()).time.utcMs;
    }

    // Cameras are meant to write UTC and often do not; their file names are wall clocks.
    HeaderZone zoneByName() const {
        if (info_.headerZone != HeaderZone::Unsure || !header_) return info_.headerZone;
        const auto named = photo::timeFromFileName(context_.fileName);
        if (!named || named->precision >= Precision::Day) return HeaderZone::Unsure;
        WrittenTime local = *header_;
        local.offsetSeconds.reset();
        const std::int64_t begin = instantOf(*named);
        if (isWithin(instantOf(*header_), begin, lengthMs())) return HeaderZone::Utc;
        if (isWithin(instantOf(local), begin, lengthMs())) return HeaderZone::Local;
        return HeaderZone::Unsure;
    }

    void addHeader(bool isBehindAnother) {
        if (!header_) {
            if (!info_.header.empty() && !photo::parseWrittenTime(info_.header))
                ladder_.issue(IssueCode::InvalidDate, IssueSeverity::Note, info_.headerAsWritten);
            return;
        }
        WrittenTime time = *header_;
        if (zone_ == HeaderZone::Local) time.offsetSeconds.reset();
        if (zone_ != HeaderZone::Local && time.offsetSeconds == 0) {
            time.offsetSeconds.reset(); // by the standard, not as written
            time.isUtc = true;
        }
        const std::size_t before = record_.times.size();
        ladder_.add(time, TimeSource::MediaHeader, info_.headerAsWritten);
        if (isBehindAnother || record_.times.size() == before) return;
        if (zone_ == HeaderZone::Unsure) ladder_.issue(IssueCode::DoubtfulTime, IssueSeverity::Odd, "zone");
        if (lengthMs() > 1000 && info_.headerMayBeEnd)
            ladder_.issue(IssueCode::DoubtfulTime, IssueSeverity::Note,
                          "end " + std::to_string((lengthMs() + 500) / 1000));
    }

    // The name tells of a begin that lies a whole recording before: it is borne out by the header, and of the
    // two the begin is wanted.
    bool isEndOf(const std::optional<WrittenTime>& named) const {
        if (!header_ || !named || named->precision >= Precision::Day || lengthMs() < 2 * kSlackMs)
            return false;
        WrittenTime own = *header_;
        if (zone_ == HeaderZone::Local) own.offsetSeconds.reset();
        return isWithin(instantOf(own), instantOf(*named) + lengthMs(), 0);
    }

    ItemRecord& record_;
    const MediaInfo& info_;
    const ReadContext& context_;
    photo::Ladder ladder_;
    std::optional<WrittenTime> header_;
    HeaderZone zone_ = HeaderZone::Unsure;
};

} // namespace

void addMediaTimes(ItemRecord& record, const MediaInfo& info, const ReadContext& context,
                   const std::optional<photo::SideFile>& side) {
    MediaTimes(record, info, context).add(side);
}

} // namespace core::format::film
