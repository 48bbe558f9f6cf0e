// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/chat_record.h"

#include "core/base/utf8.h"

#include <array>
#include <functional>

namespace core::format::chat {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr std::int64_t kEarliestMs = 631'152'000'000;  // 1990
constexpr std::int64_t kLatestMs = 4'102'444'800'000;  // 2100
constexpr std::int64_t kSecondsBelow = 10'000'000'000; // as seconds the year 2286, as milliseconds April 1970
constexpr std::size_t kQuotedGraphemes = 120;
constexpr std::size_t kMostRemembered = 1'000'000;

struct Ending {
    std::string_view end;
    std::string_view type;
};
constexpr std::array<Ending, 24> kEndings{{
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"png", "image/png"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"heic", "image/heic"},
    {"mp4", "video/mp4"},
    {"mov", "video/quicktime"},
    {"3gp", "video/3gpp"},
    {"webm", "video/webm"},
    {"mp3", "audio/mpeg"},
    {"m4a", "audio/mp4"},
    {"aac", "audio/aac"},
    {"opus", "audio/ogg"},
    {"ogg", "audio/ogg"},
    {"oga", "audio/ogg"},
    {"amr", "audio/amr"},
    {"wav", "audio/wav"},
    {"caf", "audio/x-caf"},
    {"pdf", "application/pdf"},
    {"vcf", "text/vcard"},
    {"txt", "text/plain"},
    {"zip", "application/zip"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
}};

std::string typeOf(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return {};
    const std::string end = base::foldForSearch(name.substr(dot + 1));
    for (const Ending& known : kEndings)
        if (end == known.end) return std::string(known.type);
    return {};
}

} // namespace

void addIssue(ItemRecord& record, IssueCode code, IssueSeverity severity, std::string detail) {
    record.issues.push_back({code, severity, std::move(detail), record.offset});
}

model::Participant person(model::ParticipantRole role, std::string name, std::string service) {
    return {role, model::IdentifierKind::Profile, name, name, std::move(service)};
}

model::Attachment fileBeside(std::string_view path) {
    if (path.starts_with("./")) path.remove_prefix(2);
    model::Attachment attachment;
    attachment.path = std::string(path);
    attachment.name = std::string(path.substr(path.find_last_of("/\\") + 1));
    attachment.type = typeOf(attachment.name);
    return attachment;
}

std::optional<model::TimeClaim> claimOf(std::int64_t sinceEpoch, std::string_view asWritten) {
    if (sinceEpoch < 0) return std::nullopt;
    const std::int64_t ms = sinceEpoch < kSecondsBelow ? sinceEpoch * 1000 : sinceEpoch;
    if (ms < kEarliestMs || ms > kLatestMs) return std::nullopt;
    model::TimeClaim claim;
    claim.time.utcMs = ms;
    // A whole second is what older messages were cut to; nothing finer is claimed for it.
    claim.time.precision = ms % 1000 == 0 ? base::Precision::Second : base::Precision::Millisecond;
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = std::string(asWritten);
    return claim;
}

void addTime(ItemRecord& record, std::optional<std::int64_t> sinceEpoch, std::string_view asWritten,
             std::int64_t nowMs) {
    if (asWritten.empty() || sinceEpoch == 0) {
        addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd, std::string(asWritten));
        return;
    }
    auto claim = sinceEpoch ? claimOf(*sinceEpoch, asWritten) : std::nullopt;
    if (!claim) {
        addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, std::string(asWritten));
        return;
    }
    if (nowMs > 0 && claim->time.utcMs > nowMs)
        addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, std::string(asWritten));
    record.times.push_back(std::move(*claim));
}

std::string identityOf(std::initializer_list<std::string_view> fields) {
    std::string bytes;
    for (const std::string_view field : fields) {
        const std::string composed = base::toNfc(field);
        bytes += std::to_string(composed.size());
        bytes += ':';
        bytes += composed;
    }
    return bytes;
}

std::string quoted(std::string_view text) {
    std::string begin = base::firstGraphemes(text, kQuotedGraphemes);
    if (begin.size() < text.size()) begin += "…";
    return "“" + begin + "”";
}

void Repeats::tellApart(ItemRecord& record) {
    if (seen_.size() >= kMostRemembered) seen_.clear();
    const auto kind = static_cast<std::size_t>(record.kind);
    const std::uint32_t before = seen_[std::hash<std::string>()(record.identity) ^ kind]++;
    if (before > 0) record.identity += "#" + std::to_string(before + 1);
}

} // namespace core::format::chat
