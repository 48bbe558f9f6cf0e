// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/html/whole_page.h"

#include "core/base/utf8.h"
#include "core/format/html/tokens.h"

namespace core::format::html {

namespace {
constexpr std::size_t kLargest = 64ULL * 1024 * 1024;
constexpr std::size_t kBeginning = 200; // bytes in which the tag <html> is looked for
constexpr std::string_view kNoBreak = "\xC2\xA0";
} // namespace

std::optional<std::string> wholePage(base::ByteSource& source, RecordSink& sink) {
    std::string bytes;
    std::vector<char> piece(256 * 1024);
    for (std::size_t n = 0; (n = source.read(piece.data(), piece.size())) > 0;) {
        bytes.append(piece.data(), n);
        sink.position(bytes.size());
        if (bytes.size() <= kLargest) continue;
        sink.issue({model::IssueCode::TooLarge, model::IssueSeverity::Skipped, std::to_string(kLargest), 0});
        return std::nullopt;
    }
    return bytes;
}

bool looksLikePage(std::string_view head) {
    const std::string begin = base::foldForSearch(base::repairUtf8(head.substr(0, kBeginning)));
    return begin.find("<html") != std::string::npos || begin.find("<!doctype html") != std::string::npos;
}

std::string_view trimmed(std::string_view text) {
    for (bool isMore = true; isMore && !text.empty();) {
        isMore = true;
        if (isBlank(text.front()))
            text.remove_prefix(1);
        else if (isBlank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(kNoBreak))
            text.remove_prefix(kNoBreak.size());
        else if (text.ends_with(kNoBreak))
            text.remove_suffix(kNoBreak.size());
        else
            isMore = false;
    }
    return text;
}

} // namespace core::format::html
