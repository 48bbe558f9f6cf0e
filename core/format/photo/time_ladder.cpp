// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/time_ladder.h"

#include "core/base/civil.h"
#include "core/base/zone.h"
#include "core/format/photo/file_name_time.h"

#include <algorithm>

namespace core::format::photo {

namespace {

using base::Precision;
using base::TimeBasis;
using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

} // namespace

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

Ladder::Ladder(ItemRecord& record, const ReadContext& context)
    : record_(record), context_(context),
      zone_(base::isKnownZone(context.zone) ? context.zone : base::kDefaultZone) {}

bool Ladder::believable(const WrittenTime& written, const model::TimeClaim& claim) {
    if (isResetClock(written.civil)) {
        issue(IssueCode::InvalidDate, IssueSeverity::Note, claim.asWritten);
        return false;
    }
    // A wall clock in another zone may be ahead by up to a day.
    const std::int64_t ms = base::civilToMs(written.civil) - written.offsetSeconds.value_or(0) * 1000LL;
    if (context_.nowMs > 0 && ms > context_.nowMs + base::kDayMs) {
        issueFuture(claim);
        return false;
    }
    return true;
}

// Which time it was, as there may be several: "file-time 2026-11-26T21:20:33Z".
void Ladder::issueFuture(const model::TimeClaim& claim) {
    issue(IssueCode::FutureDate, IssueSeverity::Odd,
          std::string(model::codeOf(claim.source)) + " " + base::toRfc3339(claim.time.utcMs));
}

void Ladder::add(const WrittenTime& written, TimeSource source, const std::string& text) {
    model::TimeClaim claim = claimOf(written, source, text, zone_);
    if (believable(written, claim)) push(std::move(claim));
}

void Ladder::push(model::TimeClaim claim) {
    const bool known =
        std::any_of(record_.times.begin(), record_.times.end(), [&](const model::TimeClaim& other) {
            return other.source == claim.source && other.time.utcMs == claim.time.utcMs;
        });
    if (!known) record_.times.push_back(std::move(claim));
}

void Ladder::addWritten(const std::string& text, TimeSource source, const std::string& offset,
                        const std::string& fraction) {
    if (text.empty()) return;
    auto time = parseWrittenTime(text);
    if (!time) return issue(IssueCode::InvalidDate, IssueSeverity::Note, text);
    if (!time->offsetSeconds) time->offsetSeconds = parseOffset(offset);
    addFraction(*time, fraction);
    add(*time, source, offset.empty() ? text : text + " " + offset);
}

void Ladder::addInstant(std::int64_t utcMs, TimeSource source, const std::string& text) {
    const WrittenTime written{base::civilFromMs(utcMs),
                              utcMs % 1000 == 0 ? Precision::Second : Precision::Millisecond, std::nullopt,
                              true};
    if (base::isValid(written.civil)) add(written, source, text);
}

void Ladder::addFraction(WrittenTime& time, const std::string& fraction) {
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

void Ladder::addFileName() {
    if (const auto named = timeFromFileName(context_.fileName))
        add(*named, TimeSource::FileName, context_.fileName);
}

void Ladder::addFileTime() {
    if (context_.fileTimeMs != 0)
        addInstant(context_.fileTimeMs, TimeSource::FileTime, base::toRfc3339(context_.fileTimeMs));
}

void Ladder::judge(const std::string& weak) {
    judgeAlone();
    if (!record_.times.empty()) compare(weak);
}

void Ladder::judgeAlone() {
    if (record_.times.empty()) return issue(IssueCode::MissingDate, IssueSeverity::Odd, {});
    const model::TimeClaim& chosen = record_.times.front();
    if (context_.nowMs > 0 && chosen.time.utcMs > context_.nowMs) issueFuture(chosen);
    if (chosen.time.basis == TimeBasis::LocalAmbiguous && chosen.time.precision < Precision::Day)
        issue(IssueCode::AmbiguousHour, IssueSeverity::Odd, chosen.asWritten);
    if (chosen.time.basis == TimeBasis::LocalGap && chosen.time.precision < Precision::Day)
        issue(IssueCode::NonexistentHour, IssueSeverity::Odd, chosen.asWritten);
}

// The file's own time is when it was copied: it disagrees as a rule, and that says nothing.
void Ladder::compare(const std::string& weak) {
    const model::TimeClaim& chosen = record_.times.front();
    for (const model::TimeClaim& other : record_.times) {
        if (other.source == TimeSource::FileTime || (!weak.empty() && other.asWritten == weak)) continue;
        const bool byDay = chosen.time.precision >= Precision::Day || other.time.precision >= Precision::Day;
        const std::int64_t apart = std::abs(chosen.time.utcMs - other.time.utcMs);
        if (apart <= (byDay ? 2 : 1) * base::kDayMs) continue;
        return issue(IssueCode::DateDisagrees, IssueSeverity::Odd, other.asWritten);
    }
}

} // namespace core::format::photo
