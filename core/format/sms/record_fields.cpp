// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/record_fields.h"

#include "core/base/civil.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::format::sms {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr std::int64_t kEarliestMs = 631'152'000'000;  // 1990: no phone sent a message before
constexpr std::int64_t kLatestMs = 4'102'444'800'000;  // 2100
constexpr std::int64_t kSecondsBelow = 10'000'000'000; // as seconds the year 2286, as milliseconds April 1970

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// False where it cannot be the time of a message.
bool addClaim(ItemRecord& record, std::optional<std::int64_t> value, model::TimeSource source,
              std::string_view text) {
    if (!value || *value < 0) return false;
    const std::int64_t ms = *value < kSecondsBelow ? *value * 1000 : *value;
    if (ms < kEarliestMs || ms > kLatestMs) return false;
    model::TimeClaim& claim = record.times.emplace_back();
    claim.time.utcMs = ms;
    // A whole second is what the network gives; nothing finer is claimed for it.
    claim.time.precision = ms % 1000 == 0 ? base::Precision::Second : base::Precision::Millisecond;
    claim.source = source;
    claim.asWritten = text;
    return true;
}

} // namespace

void addIssue(ItemRecord& record, IssueCode code, IssueSeverity severity, std::string detail,
              std::uint64_t offset) {
    record.issues.push_back({code, severity, std::move(detail), offset});
}

std::optional<std::int64_t> numberFrom(std::string_view text) {
    text = trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void addTimes(ItemRecord& record, std::string_view date, std::string_view dateSent, std::int64_t nowMs,
              std::uint64_t offset) {
    record.times.reserve(2);
    const auto first = numberFrom(date);
    if (date.empty() || first == 0) {
        addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd, std::string(date), offset);
    } else if (!addClaim(record, first, model::TimeSource::MessageExport, date)) {
        addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, std::string(date), offset);
    }
    const auto second = numberFrom(dateSent);
    if (!dateSent.empty() && second != 0 &&
        !addClaim(record, second, model::TimeSource::MessageSent, dateSent))
        addIssue(record, IssueCode::InvalidDate, IssueSeverity::Note, "date_sent=" + std::string(dateSent),
                 offset);
    if (record.times.empty()) return;
    const std::int64_t chosen = record.times.front().time.utcMs;
    const std::int64_t other = record.times.back().time.utcMs;
    if (nowMs > 0 && chosen > nowMs)
        addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, record.times.front().asWritten, offset);
    if (chosen - other > base::kDayMs || other - chosen > base::kDayMs)
        addIssue(record, IssueCode::DateDisagrees, IssueSeverity::Odd, record.times.back().asWritten, offset);
}

std::vector<std::string> addressesOf(std::string_view address) {
    std::vector<std::string> all;
    while (!address.empty()) {
        const std::size_t end = address.find('~');
        const std::string_view one = trimmed(address.substr(0, end));
        if (!one.empty() && one != "null" && one != "insert-address-token") all.emplace_back(one);
        address.remove_prefix(end == std::string_view::npos ? address.size() : end + 1);
    }
    return all;
}

std::string nameOf(std::string_view contactName) {
    const std::string_view name = trimmed(contactName);
    return name == "(Unknown)" ? std::string() : std::string(name);
}

model::Participant participantOf(model::ParticipantRole role, std::string id, std::string name) {
    // A number, a short code or an alphanumeric sender: all of them are dialled or shown by a phone.
    const bool isMail = id.find('@') != std::string::npos;
    return {role, isMail ? model::IdentifierKind::Email : model::IdentifierKind::Phone, std::move(id),
            std::move(name)};
}

std::string normalForm(std::string_view address) {
    const bool isMail = address.find('@') != std::string_view::npos;
    return model::normalizeIdentifier(isMail ? model::IdentifierKind::Email : model::IdentifierKind::Phone,
                                      address);
}

bool sameAddress(std::string_view left, std::string_view right) {
    return left == right || normalForm(left) == normalForm(right);
}

void Identity::add(std::string_view field) {
    std::array<char, 24> size{};
    char* end = std::to_chars(size.data(), size.data() + size.size(), field.size()).ptr;
    *end++ = ':';
    bytes_.append(size.data(), end).append(field);
}

void Identity::addTime(const ItemRecord& record, std::string_view asWritten) {
    const bool dated = !record.times.empty() && record.times.front().source != model::TimeSource::MessageSent;
    add(dated ? std::to_string(record.times.front().time.utcMs) : std::string(asWritten));
}

} // namespace core::format::sms
