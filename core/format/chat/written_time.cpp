// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/written_time.h"

#include "core/base/zone.h"
#include "core/format/chat/chat_record.h"

namespace core::format::chat {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr int kEarliestYear = 1990;
constexpr int kLatestYear = 2100;

class Digits {
public:
    explicit Digits(std::string_view text) : text_(text) {}

    bool number(std::size_t digits, int& out) {
        if (text_.size() < digits) return false;
        out = 0;
        for (const char c : text_.substr(0, digits)) {
            if (c < '0' || c > '9') return false;
            out = out * 10 + (c - '0');
        }
        text_.remove_prefix(digits);
        return true;
    }
    bool one(std::string_view of) {
        if (text_.empty() || of.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }
    void blanks() {
        while (one(" ")) {
        }
    }
    // Parts of a second, as many digits as there are.
    int milliseconds() {
        int value = 0;
        int weight = 100;
        for (int digit = 0; number(1, digit); weight /= 10) value += digit * weight;
        return value;
    }
    bool isDigit() const { return !text_.empty() && text_.front() >= '0' && text_.front() <= '9'; }
    std::string_view rest() const { return text_; }

private:
    std::string_view text_;
};

void noTime(ItemRecord& record, std::string_view text) {
    addIssue(record, text.empty() ? IssueCode::MissingDate : IssueCode::InvalidDate, IssueSeverity::Odd,
             std::string(text.substr(0, 100)));
}

} // namespace

std::optional<WrittenTime> writtenTime(std::string_view text) {
    WrittenTime out;
    Digits at(text);
    at.blanks();
    if (!at.number(4, out.civil.year) || !at.one("-/") || !at.number(2, out.civil.month) || !at.one("-/") ||
        !at.number(2, out.civil.day) || !at.one("T ,"))
        return std::nullopt;
    at.blanks();
    if (!at.number(2, out.civil.hour) || !at.one(":") || !at.number(2, out.civil.minute)) return std::nullopt;
    out.precision = base::Precision::Minute;
    if (at.one(":")) {
        if (!at.number(2, out.civil.second)) return std::nullopt;
        out.precision = base::Precision::Second;
        if (at.one(".,")) {
            out.civil.millisecond = at.milliseconds();
            out.precision = base::Precision::Millisecond;
        }
    }
    if (at.isDigit() || !base::isValid(out.civil) || out.civil.year < kEarliestYear ||
        out.civil.year > kLatestYear)
        return std::nullopt;
    at.blanks();
    out.rest = at.rest();
    return out;
}

void addClaim(ItemRecord& record, model::TimeClaim claim, std::int64_t nowMs) {
    if (claim.time.basis == base::TimeBasis::LocalAmbiguous)
        addIssue(record, IssueCode::AmbiguousHour, IssueSeverity::Odd, claim.asWritten);
    if (claim.time.basis == base::TimeBasis::LocalGap)
        addIssue(record, IssueCode::NonexistentHour, IssueSeverity::Odd, claim.asWritten);
    if (nowMs > 0 && claim.time.utcMs > nowMs)
        addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, claim.asWritten);
    record.times.push_back(std::move(claim));
}

void addUtc(ItemRecord& record, std::string_view text, std::int64_t nowMs) {
    const auto written = writtenTime(text);
    if (!written || !(written->rest.empty() || written->rest == "UTC" || written->rest == "Z"))
        return noTime(record, text);
    model::TimeClaim claim;
    claim.time.utcMs = base::civilToMs(written->civil);
    claim.time.precision = written->precision;
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = std::string(text);
    addClaim(record, std::move(claim), nowMs);
}

void addLocal(ItemRecord& record, std::string_view text, const ReadContext& context) {
    const auto written = writtenTime(text);
    if (!written || !written->rest.empty()) return noTime(record, text);
    model::TimeClaim claim;
    claim.time = base::fromLocal(written->civil, context.zone, written->precision);
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = std::string(text);
    addClaim(record, std::move(claim), context.nowMs);
    addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Note, "zone");
}

void addWithOffset(ItemRecord& record, std::string_view text, std::int64_t nowMs) {
    const auto time = base::parseRfc3339(text);
    constexpr std::int64_t kEarliestMs = 631'152'000'000; // 1990
    constexpr std::int64_t kLatestMs = 4'102'444'800'000; // 2100
    if (!time || time->utcMs < kEarliestMs || time->utcMs > kLatestMs) return noTime(record, text);
    addClaim(record, {*time, model::TimeSource::MessageExport, std::string(text)}, nowMs);
}

} // namespace core::format::chat
