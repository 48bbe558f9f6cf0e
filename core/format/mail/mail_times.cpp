// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_times.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"

#include <algorithm>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kYear1990 = 631'152'000'000; // no mail of a person is older

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

// The sender's clock is the sender's word. Where it is more than a day from the receiving server's, the
// server's is taken: a wrong time in the log is worse than a late one. Both stay.
void preferReceived(ItemRecord& record) {
    std::stable_partition(record.times.begin(), record.times.end(),
                          [](const model::TimeClaim& t) { return t.source == TimeSource::MailReceived; });
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

    const std::string_view received = header.raw(Field::Received);
    if (const std::size_t semicolon = received.rfind(';'); semicolon != std::string_view::npos) {
        const std::string_view stamp = trim(received.substr(semicolon + 1));
        if (const auto parsed = parseMailDate(stamp)) {
            claim(record, TimeSource::MailReceived, *parsed, stamp, context.zone);
            same = same.value_or(comparableMs(*parsed));
        }
    }
    // RFC 4155: the From_ line is in UTC where it says no zone.
    if (envelope) claim(record, TimeSource::MailEnvelope, envelope->date, envelope->dateText, {});

    const auto* sent = find(record, TimeSource::MailDate);
    const auto* arrived = find(record, TimeSource::MailReceived);
    if (sent && arrived && std::abs(sent->time.utcMs - arrived->time.utcMs) > kDay) {
        note(record, IssueCode::DateDisagrees, record.times.front().asWritten);
        preferReceived(record);
    }
    putSoundOnesFirst(record, context.nowMs);
    noteLocalTime(record);
    return same.value_or(0);
}

} // namespace core::format::mail
