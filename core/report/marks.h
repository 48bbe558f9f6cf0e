// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The signs by which texts of a log document say more than they print: what was struck out, and where page
// numbers go in. They are noncharacters of Unicode, and every text of the case is rid of them before it goes
// into a document: nobody can write one into a message. Not what they look like: core/pdf/pages.

#include "core/base/utf8.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace core::report {

inline constexpr std::string_view kStruckBegin = "\uFDD0", kStruckEnd = "\uFDD1"; // around "[redacted: name]"
inline constexpr std::string_view kPageBegin = "\uFDD2", kPageEnd = "\uFDD3";     // around the key of pages

// "page {page:files}" of the form's own words with the signs in the place of the braces.
inline std::string withPageSigns(const std::string& words) {
    static constexpr std::string_view kWritten = "{page:";
    std::string out;
    for (std::size_t pos = 0; pos < words.size();) {
        const std::size_t mark = words.find(kWritten, pos);
        const std::size_t end = mark == std::string::npos ? mark : words.find('}', mark);
        if (end == std::string::npos) return out + words.substr(pos);
        out += words.substr(pos, mark - pos);
        out += kPageBegin;
        out += words.substr(mark + kWritten.size(), end - mark - kWritten.size());
        out += kPageEnd;
        pos = end + 1;
    }
    return out;
}

// For what cannot be drawn on black (bookmarks, the title): the words alone.
inline std::string withoutStruckSigns(std::string text) {
    for (const std::string_view sign : {kStruckBegin, kStruckEnd})
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.erase(at, sign.size());
    return text;
}

// A text of the case as it may go into a document: each of the signs above becomes U+FFFD.
inline std::string withoutSigns(std::string text) {
    for (const std::string_view sign : {kStruckBegin, kStruckEnd, kPageBegin, kPageEnd})
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.replace(at, sign.size(), "\uFFFD");
    return text;
}

// The first graphemes of a text; what was struck out is never cut in two.
inline std::string shortened(const std::string& text, std::size_t graphemes) {
    std::string cut = base::firstGraphemes(text, graphemes);
    const std::size_t begin = cut.rfind(kStruckBegin);
    if (begin != std::string::npos && cut.find(kStruckEnd, begin) == std::string::npos) {
        const std::size_t end = text.find(kStruckEnd, begin);
        if (end != std::string::npos) cut = text.substr(0, end + kStruckEnd.size());
    }
    if (cut.size() < text.size()) cut += "…";
    return cut;
}

} // namespace core::report
