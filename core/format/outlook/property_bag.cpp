// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/property_bag.h"

#include "core/base/utf8.h"
#include "core/format/mail/text_decode.h"
#include "core/format/outlook/bytes.h"
#include "core/format/outlook/code_page.h"

namespace core::format::outlook {

namespace {
constexpr std::int64_t kSecondsTo1970 = 11'644'473'600; // from 1601, where FILETIME begins
constexpr std::int64_t kNoTime = 64'060'588'800'000;    // ms, the year 4000: Outlook writes 4501 for "none"
} // namespace

void PropertyBag::set(std::uint32_t key, std::uint16_t type, std::string bytes, bool isCut) {
    values_[key] = {type, isCut, std::move(bytes)};
}

const PropertyBag::Value* PropertyBag::find(Tag tag) const {
    const auto it = values_.find(static_cast<std::uint32_t>(tag));
    return it == values_.end() ? nullptr : &it->second;
}

std::uint32_t PropertyBag::codePage() const {
    for (const Tag tag : {Tag::MessageCodePage, Tag::InternetCodePage})
        if (const auto page = number(tag); page > 0 && page != 1200 && page < 100'000)
            return static_cast<std::uint32_t>(page);
    return fallbackPage_;
}

bool PropertyBag::isCut(Tag tag) const {
    const Value* value = find(tag);
    return value && value->isCut;
}

bool PropertyBag::isUnicode(Tag tag) const {
    const Value* value = find(tag);
    return value && value->type == kUnicode;
}

bool PropertyBag::isText(Tag tag) const {
    const Value* value = find(tag);
    return value && (value->type == kUnicode || value->type == kString8);
}

std::string PropertyBag::text(Tag tag) const {
    const Value* value = find(tag);
    if (!value) return {};
    std::string text;
    if (value->type == kUnicode)
        text = base::fromCharset(value->bytes, "utf-16le").value_or("");
    else
        text = mail::readableText(value->bytes, charsetOf(codePage()));
    while (!text.empty() && text.back() == '\0') text.pop_back();
    return text;
}

std::int64_t PropertyBag::number(Tag tag, std::int64_t otherwise) const {
    const Value* value = find(tag);
    if (!value || value->bytes.empty() || value->bytes.size() > 8) return otherwise;
    return static_cast<std::int64_t>(u64At(value->bytes, 0));
}

std::optional<std::int64_t> PropertyBag::timeMs(Tag tag) const {
    const Value* value = find(tag);
    if (!value || value->type != kTime || value->bytes.size() < 8) return std::nullopt;
    const std::uint64_t ticks = u64At(value->bytes, 0); // of 100 ns
    const std::int64_t ms = static_cast<std::int64_t>(ticks / 10'000) - kSecondsTo1970 * 1000;
    if (ticks == 0 || ms < -kSecondsTo1970 * 1000 + 86'400'000 || ms >= kNoTime) return std::nullopt;
    return ms;
}

std::string_view PropertyBag::bytes(Tag tag) const {
    const Value* value = find(tag);
    return value ? std::string_view(value->bytes) : std::string_view();
}

} // namespace core::format::outlook
