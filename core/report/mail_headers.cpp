// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mail_headers.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::report {

namespace {

constexpr std::size_t kMostValue = 600; // bytes of one that are printed

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// The line that begins at `at`, which then stands behind it.
std::string_view takeLine(std::string_view text, std::size_t& at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool isNameSign(char c) { return c > ' ' && c < 0x7F && c != ':'; }

std::vector<MailHeader> allHeaders(std::string_view mail) {
    std::vector<MailHeader> headers;
    for (std::size_t at = 0; at < mail.size();) {
        const bool isFirst = at == 0;
        const std::string_view line = takeLine(mail, at);
        if (line.empty()) break;
        if ((line[0] == ' ' || line[0] == '\t') && !headers.empty()) {
            const std::size_t text = std::min(line.find_first_not_of(" \t"), line.size());
            if (headers.back().value.size() < 4 * kMostValue)
                headers.back().value += " " + std::string(line.substr(text));
            continue;
        }
        const std::size_t colon = line.find(':');
        const bool isHeader =
            colon != std::string_view::npos && colon > 0 &&
            std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), isNameSign);
        // Before the first: the envelope of an mbox, the length of Apple's files.
        if (!isHeader && isFirst) continue;
        if (!isHeader) break;
        const std::size_t text = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
        headers.push_back({lower(line.substr(0, colon)), std::string(line.substr(text))});
    }
    return headers;
}

// " for <anna@example.org>" names the one who got it.
std::string withoutReceiver(std::string value) {
    const std::size_t at = lower(value).find(" for ");
    if (at == std::string::npos) return value;
    const std::size_t end = std::min(value.find(';', at), value.size());
    return value.erase(at, end - at);
}

} // namespace

std::vector<MailHeader> technicalHeaders(std::string_view mail) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWanted{
        std::pair{"return-path", "Return-Path"}, std::pair{"message-id", "Message-ID"},
        std::pair{"x-originating-ip", "X-Originating-IP"}, std::pair{"received", "Received"}};
    const std::vector<MailHeader> all = allHeaders(mail);
    std::vector<MailHeader> found;
    for (const auto& [name, written] : kWanted) {
        // Each server puts its line above the others: the last is nearest the sender.
        const auto last = std::find_if(all.rbegin(), all.rend(),
                                       [name = name](const MailHeader& h) { return h.name == name; });
        if (last == all.rend() || last->value.empty()) continue;
        std::string value = base::repairUtf8(last->value);
        if (name == "received") value = withoutReceiver(std::move(value));
        if (value.size() > kMostValue) value = base::firstGraphemes(value, kMostValue / 2) + "…";
        found.push_back({std::string(written), std::move(value)});
    }
    return found;
}

} // namespace core::report
