// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_times.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kClocksDiffer = 15 * kMinute; // between two servers that keep their time badly
constexpr std::int64_t kYear1990 = 631'152'000'000;  // no mail of a person is older
constexpr std::size_t kMaxStamps = 100;              // Received lines looked at

void claim(ItemRecord& record, TimeSource source, const MailDate& date, std::string_view written,
           const std::string& zone) {
    record.times.push_back({toTimestamp(date, zone), source, decodeHeaderText(written)});
}

void note(ItemRecord& record, IssueCode code, std::string_view detail) {
    record.issues.push_back(
        {code, IssueSeverity::Odd, decodeHeaderText(detail.substr(0, 200)), record.offset});
}

bool isAbsurd(const model::TimeClaim& time, std::int64_t nowMs) {
    return time.time.utcMs < kYear1990 || (nowMs > 0 && time.time.utcMs > nowMs + kDay);
}

const model::TimeClaim* find(const ItemRecord& record, TimeSource source) {
    const auto it = std::find_if(record.times.begin(), record.times.end(),
                                 [&](const model::TimeClaim& t) { return t.source == source; });
    return it == record.times.end() ? nullptr : &*it;
}

// The date behind the last semicolon outside of comments.
std::string_view stampOf(std::string_view received) {
    std::size_t semicolon = std::string_view::npos;
    int depth = 0;
    for (std::size_t i = 0; i < received.size(); ++i) {
        const char c = received[i];
        if (c == '\\')
            ++i;
        else if (c == '(')
            ++depth;
        else if (c == ')' && depth > 0)
            --depth;
        else if (c == ';' && depth == 0)
            semicolon = i;
    }
    if (depth > 0) semicolon = received.rfind(';'); // a parenthesis that is never closed
    return semicolon == std::string_view::npos ? std::string_view() : trim(received.substr(semicolon + 1));
}

struct Stamp {
    MailDate date;
    std::string_view written;
};

// One a Received line that has a date; the topmost first.
std::vector<Stamp> stampsOf(std::string_view received) {
    std::vector<Stamp> stamps;
    while (!received.empty() && stamps.size() < kMaxStamps) {
        const std::size_t end = std::min(received.find('\n'), received.size());
        const std::string_view stamp = stampOf(received.substr(0, end));
        received.remove_prefix(std::min(end + 1, received.size()));
        if (const auto date = parseMailDate(stamp)) stamps.push_back({*date, stamp});
    }
    return stamps;
}

bool isAheadOfAll(std::int64_t sentMs, const std::vector<Stamp>& stamps, const std::string& zone) {
    return std::all_of(stamps.begin(), stamps.end(), [&](const Stamp& s) {
        return toTimestamp(s.date, zone).utcMs + kClocksDiffer < sentMs;
    });
}

// The sender's clock is the sender's word. Where it is more than a day from the receiving server's, the
// server's is taken: a wrong time in the log is worse than a late one. But a mail that was moved has a new
// topmost line; where an older one agrees with the sender, the new one only says when it was moved.
// No mail arrives before it is written: a Date behind all servers' times is a wrong clock or zone.
void preferReceived(ItemRecord& record, std::int64_t sentMs, const std::vector<Stamp>& stamps,
                    const std::string& zone) {
    const bool isConfirmed = std::any_of(stamps.begin() + 1, stamps.end(), [&](const Stamp& s) {
        return std::abs(toTimestamp(s.date, zone).utcMs - sentMs) <= kDay;
    });
    if (isConfirmed && !isAheadOfAll(sentMs, stamps, zone)) return;
    std::stable_partition(record.times.begin(), record.times.end(),
                          [](const model::TimeClaim& t) { return t.source == TimeSource::MailReceived; });
}

// A From_ line without a zone is in UTC by RFC 4155, and in local time by the hand of many writers. The
// other times of the mail tell which, where they are the same moment or the same reading of the clock.
void claimEnvelope(ItemRecord& record, const EnvelopeLine& envelope, const std::vector<MailDate>& others,
                   const std::string& zone) {
    MailDate date = envelope.date;
    const std::int64_t written = base::civilToMs(date.civil);
    const auto isNear = [&](std::int64_t ms) { return std::abs(ms - written) <= kMinute; };
    for (const MailDate& other : others) {
        if (date.zone != ZoneKind::None || other.zone == ZoneKind::None) continue;
        if (isNear(comparableMs(other))) {
            date.zone = ZoneKind::Utc;
        } else if (isNear(base::civilToMs(other.civil))) {
            date.zone = other.zone;
            date.offsetSeconds = other.offsetSeconds;
        }
    }
    claim(record, TimeSource::MailEnvelope, date, envelope.dateText, zone);
}

void noteDoubts(ItemRecord& record, const std::optional<MailDate>& date, const std::vector<Stamp>& stamps) {
    if (record.times.empty()) return;
    const auto isDoubtful = [](const MailDate& d) { return d.weekdayDisagrees || !d.unknownZone.empty(); };
    const TimeSource chosen = record.times.front().source;
    if (chosen == TimeSource::MailEnvelope || (chosen == TimeSource::MailDate && isDoubtful(*date)) ||
        (chosen == TimeSource::MailReceived && isDoubtful(stamps.front().date)))
        note(record, IssueCode::DoubtfulTime, record.times.front().asWritten);
}

// A time that cannot be stands behind those that can.
void putSoundOnesFirst(ItemRecord& record, std::int64_t nowMs) {
    std::stable_partition(record.times.begin(), record.times.end(),
                          [&](const model::TimeClaim& t) { return !isAbsurd(t, nowMs); });
}

void noteLocalTime(ItemRecord& record) {
    if (record.times.empty()) return;
    const base::TimeBasis basis = record.times.front().time.basis;
    if (basis == base::TimeBasis::LocalAmbiguous)
        note(record, IssueCode::AmbiguousHour, record.times.front().asWritten);
    if (basis == base::TimeBasis::LocalGap)
        note(record, IssueCode::NonexistentHour, record.times.front().asWritten);
}

} // namespace

std::int64_t fillTimes(ItemRecord& record, const PartHeader& header,
                       const std::optional<EnvelopeLine>& envelope, const ReadContext& context) {
    std::optional<std::int64_t> same;
    const std::string_view written = trim(header.raw(Field::Date));
    const auto date = parseMailDate(written);
    if (date) {
        claim(record, TimeSource::MailDate, *date, written, context.zone);
        same = comparableMs(*date);
        const model::TimeClaim& sent = record.times.front();
        if (context.nowMs > 0 && sent.time.utcMs > context.nowMs + kDay)
            note(record, IssueCode::FutureDate, written);
        else if (isAbsurd(sent, context.nowMs))
            note(record, IssueCode::InvalidDate, written);
    } else {
        note(record, written.empty() ? IssueCode::MissingDate : IssueCode::InvalidDate, written);
    }

    const std::vector<Stamp> stamps = stampsOf(header.raw(Field::Received));
    if (!stamps.empty()) {
        claim(record, TimeSource::MailReceived, stamps.front().date, stamps.front().written, context.zone);
        same = same.value_or(comparableMs(stamps.front().date));
    }
    if (envelope) {
        std::vector<MailDate> others;
        if (date) others.push_back(*date);
        if (!stamps.empty()) others.push_back(stamps.front().date);
        claimEnvelope(record, *envelope, others, context.zone);
    }

    const auto* sent = find(record, TimeSource::MailDate);
    const auto* arrived = find(record, TimeSource::MailReceived);
    if (sent && arrived &&
        (std::abs(sent->time.utcMs - arrived->time.utcMs) > kDay ||
         isAheadOfAll(sent->time.utcMs, stamps, context.zone))) {
        note(record, IssueCode::DateDisagrees, record.times.front().asWritten);
        preferReceived(record, sent->time.utcMs, stamps, context.zone);
    }
    putSoundOnesFirst(record, context.nowMs);
    noteLocalTime(record);
    noteDoubts(record, date, stamps);
    return same.value_or(0);
}

} // namespace core::format::mail
