// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/utf16.h"

#include <cstdint>

namespace core::format::sms {

namespace {

std::uint32_t unitAt(std::string_view bytes, std::size_t at, ByteOrder order) {
    const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
    const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
    return order == ByteOrder::Little ? first | second << 8U : first << 8U | second;
}

void append(std::string& out, std::uint32_t c) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    const auto tail = [&](std::uint32_t shift) { put(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        tail(0);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        tail(6);
        tail(0);
    } else {
        put(0xF0 | c >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

std::optional<ByteOrder> utf16Order(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("\xFF\xFE"sv) || head.starts_with("<\0"sv)) return ByteOrder::Little;
    if (head.starts_with("\xFE\xFF"sv) || head.starts_with("\0<"sv)) return ByteOrder::Big;
    return std::nullopt;
}

std::size_t appendUtf16(std::string& out, std::string_view bytes, ByteOrder order, bool isEnd) {
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        const std::uint32_t unit = unitAt(bytes, at, order);
        const bool isHigh = unit >= 0xD800 && unit <= 0xDBFF;
        if (isHigh && at + 4 > bytes.size() && !isEnd) break;
        const std::uint32_t next = isHigh && at + 4 <= bytes.size() ? unitAt(bytes, at + 2, order) : 0;
        const bool isPair = next >= 0xDC00 && next <= 0xDFFF;
        append(out, isPair ? 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00) : unit);
        at += isPair ? 4 : 2;
    }
    return at;
}

} // namespace core::format::sms
