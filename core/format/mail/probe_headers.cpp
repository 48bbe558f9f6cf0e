// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/probe_headers.h"

#include "core/format/mail/part_header.h"

namespace core::format::mail {

namespace {

constexpr int kEnoughHeaders = 2;
constexpr int kSureHeaders = 4;

struct HeaderCount {
    int wellKnown = 0;
    int strange = 0; // lines that are no header
    bool ended = false;
};

// The header block at the start of `head`.
HeaderCount countHeaders(std::string_view head) {
    HeaderCount count;
    const char eol = head.find('\n') == std::string_view::npos ? '\r' : '\n';
    bool any = false;
    while (!head.empty()) {
        const std::size_t end = head.find(eol);
        if (end == std::string_view::npos) break; // a cut line says nothing
        std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() && !any) continue;
        if (line.empty()) {
            count.ended = true;
            break;
        }
        const bool isFirst = !any;
        any = true;
        if (isFirst && (line.starts_with("From ") || line.starts_with(">From "))) continue;
        if (!isFirst && (line[0] == ' ' || line[0] == '\t')) continue;
        const std::size_t name = headerNameLength(line);
        if (name == 0)
            ++count.strange;
        else if (isWellKnownHeader(line.substr(0, name)))
            ++count.wellKnown;
        if (isFirst && count.strange > 0) break; // a mail begins with a header
    }
    return count;
}

} // namespace

Confidence probeHeaders(std::string_view head) {
    const HeaderCount count = countHeaders(head);
    if (count.wellKnown < kEnoughHeaders || count.strange > count.wellKnown) return Confidence::No;
    if (count.strange > 0) return Confidence::Maybe;
    return count.wellKnown >= kSureHeaders ? Confidence::Certain : Confidence::Likely;
}

} // namespace core::format::mail
