// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The beginning of a message in the export: date and time as the phone's region writes them. What is day and
// what is month it does not say; date_order.h does, for the whole file.

#include "core/base/civil.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::whatsapp {

// What is the same in all headers of one export: a phone writes them all in one way. A line in another shape
// is something that was pasted into a message.
struct HeaderShape {
    enum class Frame : std::uint8_t { Brackets, Dash, Colon };
    Frame frame = Frame::Dash;
    char separator = '.'; // of the date
    bool timeFirst = false;
    bool hasSeconds = false;
    bool hasHalf = false;   // AM, PM
    bool yearFirst = false; // four digits come first
    bool shortYear = false; // no four digits anywhere
    bool eastAsian = false; // morning and afternoon in Chinese, Japanese or Korean
    auto operator<=>(const HeaderShape&) const = default;
};

struct Header {
    HeaderShape shape;
    std::array<int, 3> date{}; // as written; a year of another calendar is turned into ours already
    int hour = 0;              // 0 to 23
    int minute = 0;
    int second = 0;
    std::string written;  // date and time as written
    std::size_t rest = 0; // bytes of the line before the name or text
};

std::optional<Header> headerOf(std::string_view line);

} // namespace core::format::whatsapp
