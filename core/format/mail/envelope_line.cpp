// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/envelope_line.h"

#include "core/format/mail/ascii.h"

namespace core::format::mail {

namespace {
constexpr std::size_t kLongestLine = 512; // bytes
}

std::optional<EnvelopeLine> parseEnvelopeLine(std::string_view line) {
    if (!line.starts_with("From ") || line.size() > kLongestLine) return std::nullopt;
    EnvelopeLine envelope;
    const std::string_view rest = trim(line.substr(5));
    std::size_t cut = rest.find(' ');
    if (rest.starts_with('"')) { // "john doe"@example.org
        const std::size_t quote = rest.find('"', 1);
        cut = quote == std::string_view::npos ? cut : rest.find(' ', quote);
    }
    if (cut == std::string_view::npos) return std::nullopt;
    envelope.sender = rest.substr(0, cut);
    envelope.dateText = trim(rest.substr(cut));
    if (const std::size_t remote = envelope.dateText.find(" remote from "); remote != std::string_view::npos)
        envelope.dateText = envelope.dateText.substr(0, remote);
    const auto date = parseMailDate(envelope.dateText);
    const bool hasAddress = envelope.sender.find('@') != std::string_view::npos;
    if (!date || !date->hasTime || (!hasAddress && !date->startsWithWeekday)) return std::nullopt;
    envelope.date = *date;
    return envelope;
}

} // namespace core::format::mail
