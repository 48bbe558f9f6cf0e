// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/ole_properties.h"

#include "core/base/timestamp.h"
#include "core/base/utf8.h"
#include "core/format/outlook/bytes.h"
#include "core/format/outlook/code_page.h"

#include <algorithm>

namespace core::format::document {

namespace {

using outlook::u16At;
using outlook::u32At;
using outlook::u64At;

// Property numbers and types, [MS-OLEPS] 2.15 and 3.1.
constexpr std::uint32_t kCodePage = 1, kTitle = 2, kCreated = 12, kSaved = 13;
constexpr std::uint32_t kNumber16 = 2, kText8 = 0x1E, kText16 = 0x1F, kFileTime = 0x40;
constexpr std::size_t kMostProperties = 256;
constexpr std::size_t kMostTitle = 1024; // bytes

std::string_view piece(std::string_view bytes, std::size_t at, std::size_t count) {
    return at < bytes.size() ? bytes.substr(at, count) : std::string_view();
}

class PropertySet {
public:
    explicit PropertySet(std::string_view set) : set_(set) {
        if (const std::size_t at = find(kCodePage); at > 0 && u32At(set_, at) == kNumber16)
            codePage_ = u16At(set_, at + 4);
    }

    std::string text(std::uint32_t number) const {
        const std::size_t at = find(number);
        if (at == 0) return {};
        const std::uint32_t type = u32At(set_, at);
        const bool isWide = type == kText16 || codePage_ == 1200;
        if (type != kText8 && type != kText16) return {};
        const std::size_t count = std::min<std::size_t>(u32At(set_, at + 4), kMostTitle);
        const std::string_view bytes = piece(set_, at + 8, type == kText16 ? 2 * count : count);
        const std::string charset = isWide ? "utf-16le" : outlook::charsetOf(codePage_);
        std::string text = base::fromCharset(bytes, charset).value_or(base::repairUtf8(bytes));
        return text.substr(0, text.find('\0'));
    }

    // UTC; empty for none.
    std::string time(std::uint32_t number) const {
        const std::size_t at = find(number);
        if (at == 0 || u32At(set_, at) != kFileTime) return {};
        constexpr std::int64_t kFrom1601Ms = 11'644'473'600'000;
        constexpr std::int64_t kLatestMs = 4'102'444'800'000; // 2100
        const auto ms = static_cast<std::int64_t>(u64At(set_, at + 4) / 10'000) - kFrom1601Ms;
        return ms > 0 && ms < kLatestMs ? base::toRfc3339(ms) : std::string();
    }

private:
    // Where the type of the property stands; 0 for none.
    std::size_t find(std::uint32_t number) const {
        const std::size_t count = std::min<std::size_t>(u32At(set_, 4), kMostProperties);
        for (std::size_t i = 0; i < count; ++i)
            if (u32At(set_, 8 + 8 * i) == number) return u32At(set_, 12 + 8 * i);
        return 0;
    }

    std::string_view set_;
    std::uint32_t codePage_ = 1252;
};

} // namespace

void readOleProperties(std::string_view stream, Content& content) {
    constexpr std::size_t kFirstSet = 44; // where its place is written
    const std::size_t at = u32At(stream, kFirstSet);
    if (at < kFirstSet || at >= stream.size()) return;
    const PropertySet properties(stream.substr(at));
    content.title = properties.text(kTitle);
    content.created = properties.time(kCreated);
    content.saved = properties.time(kSaved);
}

} // namespace core::format::document
