// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include "core/base/civil.h"
#include "core/base/zone.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace core::base {

std::int64_t spanMs(const Timestamp& time, const std::string& zone) {
    constexpr std::int64_t hour = 3'600'000;
    switch (time.precision) {
    case Precision::Millisecond:
    case Precision::Second:
    case Precision::Minute:
        return 0;
    case Precision::Hour:
        return hour;
    case Precision::PartOfDay:
        return 6 * hour;
    default:
        break;
    }
    CivilTime end = toLocal(time.utcMs, zone);
    switch (time.precision) {
    case Precision::Week:
        end = civilFromMs(civilToMs(end) + 7 * 24 * hour);
        break;
    case Precision::Month:
        end.month = end.month % 12 + 1;
        if (end.month == 1) ++end.year;
        end.day = 1;
        break;
    case Precision::Year:
        ++end.year;
        end.day = end.day == 29 && end.month == 2 ? 28 : end.day;
        break;
    default:
        end = civilFromMs(civilToMs(end) + 24 * hour);
        break;
    }
    return fromLocal(end, zone, Precision::Second).utcMs - time.utcMs;
}

bool hasClockTime(const Timestamp& time) { return time.precision <= Precision::Hour; }

std::string toRfc3339(std::int64_t utcMs) {
    const CivilTime c = civilFromMs(utcMs);
    std::array<char, 40> text{};
    if (c.millisecond == 0) {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month, c.day,
                      c.hour, c.minute, c.second);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", c.year, c.month, c.day,
                      c.hour, c.minute, c.second, c.millisecond);
    }
    return text.data();
}

namespace {

// Reads exactly `digits` digits at `pos`; moves on only where they are there.
bool takeNumber(std::string_view text, std::size_t& pos, std::size_t digits, int& value) {
    if (pos + digits > text.size()) return false;
    const char* end = text.data() + pos + digits;
    const auto [p, error] = std::from_chars(text.data() + pos, end, value);
    if (error != std::errc{} || p != end || value < 0) return false;
    pos += digits;
    return true;
}

bool takeChar(std::string_view text, std::size_t& pos, char wanted) {
    if (pos >= text.size() || text[pos] != wanted) return false;
    ++pos;
    return true;
}

} // namespace

std::optional<Timestamp> parseRfc3339(std::string_view text) {
    CivilTime c;
    std::size_t i = 0;
    if (!takeNumber(text, i, 4, c.year) || !takeChar(text, i, '-') || !takeNumber(text, i, 2, c.month) ||
        !takeChar(text, i, '-') || !takeNumber(text, i, 2, c.day))
        return std::nullopt;
    if (!takeChar(text, i, 'T') && !takeChar(text, i, ' ') && !takeChar(text, i, 't')) return std::nullopt;
    if (!takeNumber(text, i, 2, c.hour) || !takeChar(text, i, ':') || !takeNumber(text, i, 2, c.minute))
        return std::nullopt;
    Timestamp time;
    time.precision = Precision::Minute;
    if (takeChar(text, i, ':')) {
        if (!takeNumber(text, i, 2, c.second)) return std::nullopt;
        time.precision = Precision::Second;
        if (takeChar(text, i, '.')) {
            int scale = 100;
            const std::size_t start = i;
            for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, scale /= 10)
                c.millisecond += scale * (text[i] - '0');
            if (i == start) return std::nullopt;
            time.precision = Precision::Millisecond;
        }
    }
    if (!isValid(c)) return std::nullopt;
    int offset = 0;
    if (takeChar(text, i, 'Z') || takeChar(text, i, 'z')) {
        time.basis = TimeBasis::Utc;
    } else {
        const bool west = i < text.size() && text[i] == '-';
        if (!west && (i >= text.size() || text[i] != '+')) return std::nullopt;
        ++i;
        int hours = 0;
        int minutes = 0;
        if (!takeNumber(text, i, 2, hours)) return std::nullopt;
        takeChar(text, i, ':');
        if (!takeNumber(text, i, 2, minutes) || hours > 15 || minutes > 59) return std::nullopt;
        offset = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
        time.basis = TimeBasis::Offset;
    }
    if (i != text.size()) return std::nullopt;
    time.offsetSeconds = offset;
    time.utcMs = civilToMs(c) - static_cast<std::int64_t>(offset) * 1000;
    return time;
}

} // namespace core::base
