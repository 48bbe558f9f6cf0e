// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/message_times.h"

#include "core/format/mail/mail_times.h"

#include <algorithm>
#include <cstdlib>

namespace core::format::outlook {

using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

namespace {

constexpr std::int64_t kDay = 86'400'000;

bool claim(ItemRecord& record, TimeSource source, std::optional<std::int64_t> ms) {
    if (!ms) return false;
    base::Timestamp time;
    time.utcMs = *ms - (*ms % 1000 + 1000) % 1000;
    time.precision = base::Precision::Second;
    time.basis = base::TimeBasis::Utc;
    record.times.push_back({time, source, base::toRfc3339(*ms)});
    return true;
}

void note(ItemRecord& record, IssueCode code, std::string detail) {
    record.issues.push_back({code, IssueSeverity::Odd, std::move(detail), 0});
}

std::optional<std::int64_t> timeOf(const ItemRecord& record, TimeSource source) {
    for (const model::TimeClaim& t : record.times)
        if (t.source == source) return t.time.utcMs;
    return std::nullopt;
}

// As with any mail: the sender's clock first, unless it is more than a day from the receiving server's.
void compare(ItemRecord& record, std::int64_t nowMs) {
    const auto sent = timeOf(record, TimeSource::MailDate);
    const auto arrived = timeOf(record, TimeSource::MailReceived);
    if (sent && nowMs > 0 && *sent > nowMs + kDay)
        note(record, IssueCode::FutureDate, base::toRfc3339(*sent));
    if (!sent || !arrived || std::abs(*sent - *arrived) <= kDay) return;
    note(record, IssueCode::DateDisagrees, base::toRfc3339(*sent));
    std::stable_partition(record.times.begin(), record.times.end(),
                          [](const model::TimeClaim& t) { return t.source == TimeSource::MailReceived; });
}

} // namespace

std::int64_t fillTimes(ItemRecord& record, const PropertyBag& properties, const mail::PartHeader& header,
                       const ReadContext& context, bool isDraft) {
    const auto sent = properties.timeMs(Tag::ClientSubmitTime);
    const auto arrived = properties.timeMs(Tag::DeliveryTime);
    if (header.has(mail::Field::Date)) {
        const std::int64_t same = mail::fillTimes(record, header, std::nullopt, context);
        if (header.has(mail::Field::Received)) return same;
        const bool isKnown =
            std::any_of(record.issues.begin(), record.issues.end(), [](const model::Issue& i) {
                return i.code == IssueCode::FutureDate || i.code == IssueCode::DateDisagrees;
            });
        if (!isDraft && claim(record, TimeSource::MailReceived, arrived) && !isKnown) compare(record, 0);
        return same;
    }
    // Nothing of a draft was sent or has arrived: it has the time at which it was last changed. Where one has
    // a time of sending all the same, the flag may be what is wrong.
    if (isDraft) {
        if (!claim(record, TimeSource::MailDate, sent) &&
            !claim(record, TimeSource::FileTime, properties.timeMs(Tag::ModificationTime)))
            claim(record, TimeSource::FileTime, properties.timeMs(Tag::CreationTime));
    } else {
        claim(record, TimeSource::MailDate, sent);
        claim(record, TimeSource::MailReceived, arrived);
        compare(record, context.nowMs);
    }
    if (record.times.empty()) {
        note(record, IssueCode::MissingDate, {});
        return 0;
    }
    return record.times.front().time.utcMs;
}

std::int64_t fillOtherTimes(ItemRecord& record, const PropertyBag& properties) {
    for (const Tag tag : {Tag::AppointmentStart, Tag::StartDate})
        if (record.times.empty()) claim(record, TimeSource::Document, properties.timeMs(tag));
    for (const Tag tag : {Tag::ModificationTime, Tag::CreationTime})
        if (record.times.empty()) claim(record, TimeSource::FileTime, properties.timeMs(tag));
    return record.times.empty() ? 0 : record.times.front().time.utcMs;
}

} // namespace core::format::outlook
