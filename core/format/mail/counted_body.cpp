// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/counted_body.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/envelope_line.h"

#include <algorithm>
#include <charconv>

namespace core::format::mail {

namespace {

constexpr std::size_t kEnvelopeRoom = 512;           // bytes looked at behind a counted body
constexpr std::size_t kNear = std::size_t{64} << 10; // looking so far costs nothing
constexpr int kMaxFailures = 4;                      // then only near lengths are looked at

// Whether a From_ line with the headers of a mail behind it lies in `body`: then it is no body of one mail.
bool holdsMail(std::string_view body) {
    for (std::size_t at = body.find("From "); at != std::string_view::npos; at = body.find("From ", at + 5)) {
        if (at > 0 && body[at - 1] != '\n' && body[at - 1] != '\r') continue;
        std::string_view rest = body.substr(at);
        rest.remove_prefix(std::min(rest.find_first_of("\r\n"), rest.size()));
        rest.remove_prefix(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
        if (knownHeadersAhead(rest.substr(0, kHeadersAhead)) >= kHeadersOfAMail) return true;
    }
    return false;
}

} // namespace

bool CountedBody::holds(const MailParser& parser, std::uint64_t fileSize, std::uint64_t offset) {
    if (!parser.isInBody() || !parser.rootHeader().has(Field::ContentLength)) return false;
    if (!end_) end_ = find(parser, fileSize);
    return offset < *end_;
}

std::uint64_t CountedBody::find(const MailParser& parser, std::uint64_t fileSize) {
    const std::string_view digits = trim(parser.rootHeader().raw(Field::ContentLength));
    std::uint64_t length = 0;
    const auto [p, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc{} || p != digits.data() + digits.size() || length > fileSize) return 0;
    const std::uint64_t target = parser.bodyOffset() + length;
    const std::uint64_t from = lines_.offset();
    if (target < from || target - from + kEnvelopeRoom > LineReader::kMaxLookahead) return 0;
    const auto distance = static_cast<std::size_t>(target - from);
    if (distance > kNear && failures_ >= kMaxFailures) return 0;
    if (leadsToMail(distance)) return target;
    ++failures_;
    return 0;
}

// Whether the end of the file or a From_ line lies `distance` bytes on, and only one mail on the way there.
bool CountedBody::leadsToMail(std::size_t distance) {
    std::string_view ahead = lines_.peek(distance + kEnvelopeRoom);
    if (ahead.size() < distance) return false;
    const std::string_view body = ahead.substr(0, distance);
    ahead.remove_prefix(distance);
    while (!ahead.empty() && isBlankChar(ahead.front())) ahead.remove_prefix(1);
    const std::string_view next = ahead.substr(0, std::min(ahead.find_first_of("\r\n"), ahead.size()));
    return (ahead.empty() || parseEnvelopeLine(next)) && !holdsMail(body);
}

} // namespace core::format::mail
