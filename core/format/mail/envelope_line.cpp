// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/envelope_line.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/part_header.h"

#include <algorithm>

namespace core::format::mail {

namespace {
constexpr std::size_t kLongestLine = 512; // bytes

// The first line of `rest`, which is left behind it.
std::string_view cutLine(std::string_view& rest) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    end = std::min(rest.substr(0, end).find('\r'), end);
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
    return line;
}
} // namespace

std::optional<EnvelopeLine> parseEnvelopeLine(std::string_view line) {
    if (!line.starts_with("From ") || line.size() > kLongestLine) return std::nullopt;
    const std::string_view rest = trim(line.substr(5));
    std::size_t cut = rest.find(' ');
    if (rest.starts_with('"')) { // "john doe"@example.org
        const std::size_t quote = rest.find('"', 1);
        cut = quote == std::string_view::npos ? cut : rest.find(' ', quote);
    }
    if (cut == std::string_view::npos) return std::nullopt;
    std::string_view dateText = trim(rest.substr(cut));
    dateText = dateText.substr(0, dateText.find(" remote from "));
    auto date = parseMailDate(dateText);
    const bool hasAddress = rest.substr(0, cut).find('@') != std::string_view::npos;
    if (!date || !date->hasTime || (!hasAddress && !date->startsWithWeekday)) return std::nullopt;
    return EnvelopeLine{std::string(dateText), std::move(*date)};
}

std::optional<EnvelopeLine> parseLooseEnvelopeLine(std::string_view line) {
    if (auto strict = parseEnvelopeLine(line)) return strict;
    if (!line.starts_with("From ") || line.size() > kLongestLine) return std::nullopt;
    const std::string_view rest = trim(line.substr(5));
    for (std::size_t begin = 0; begin < rest.size();) {
        const auto date = parseMailDate(rest.substr(begin));
        if (date && date->hasTime && date->startsWithWeekday)
            return EnvelopeLine{std::string(rest.substr(begin)), *date};
        begin = rest.find(' ', begin);
        if (begin == std::string_view::npos) break;
        begin = std::min(rest.find_first_not_of(' ', begin), rest.size());
    }
    return std::nullopt;
}

int knownHeadersAhead(std::string_view ahead) {
    int known = 0;
    for (bool isFirst = true; !ahead.empty(); isFirst = false) {
        const std::string_view line = cutLine(ahead);
        if (isFirst && line.starts_with(">From ")) continue;
        if (!isFirst && (line.starts_with(' ') || line.starts_with('\t'))) continue;
        const std::size_t name = headerNameLength(line);
        if (name == 0) break;
        if (isWellKnownHeader(line.substr(0, name)) && ++known >= kHeadersOfAMail) break;
    }
    return known;
}

} // namespace core::format::mail
