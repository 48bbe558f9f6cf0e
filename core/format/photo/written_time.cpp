// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/written_time.h"

#include "core/base/ascii.h"

#include <array>

namespace core::format::photo {

namespace {

using base::Precision;

// Reads on from the front of a text; every step says whether it was possible.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool digits(std::size_t count, int& value) {
        if (rest_.size() < count) return false;
        int read = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!base::isDigit(rest_[i])) return false;
            read = read * 10 + (rest_[i] - '0');
        }
        value = read;
        rest_.remove_prefix(count);
        return true;
    }
    bool oneOf(std::string_view signs) {
        if (rest_.empty() || signs.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void fraction(base::CivilTime& civil) {
        int scale = 100;
        while (!rest_.empty() && base::isDigit(rest_.front())) {
            civil.millisecond += (rest_.front() - '0') * scale;
            scale /= 10;
            rest_.remove_prefix(1);
        }
    }
    void blanks() {
        while (oneOf(" ")) {
        }
    }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

std::string_view trimmed(std::string_view text) {
    const auto isFiller = [](char c) { return c == ' ' || c == '\0' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && isFiller(text.front())) text.remove_prefix(1);
    while (!text.empty() && isFiller(text.back())) text.remove_suffix(1);
    return text;
}

// What stands after the date: false where it is something that is no time of day.
bool readClock(Cursor& in, WrittenTime& time) {
    if (!in.digits(2, time.civil.hour) || !in.oneOf(":.") || !in.digits(2, time.civil.minute)) return false;
    time.precision = Precision::Minute;
    if (in.oneOf(":.")) {
        if (!in.digits(2, time.civil.second)) return false;
        time.precision = Precision::Second;
        if (in.oneOf(".,")) {
            in.fraction(time.civil);
            time.precision = Precision::Millisecond;
        }
    }
    in.blanks();
    if (in.rest().empty()) return true;
    time.offsetSeconds = parseOffset(in.rest());
    return time.offsetSeconds.has_value();
}

} // namespace

std::optional<std::int32_t> parseOffset(std::string_view text) {
    text = trimmed(text);
    if (text == "Z" || text == "UTC" || text == "GMT") return 0;
    Cursor in(text);
    const bool west = text.starts_with('-');
    int hours = 0;
    int minutes = 0;
    if (!in.oneOf("+-") || !in.digits(2, hours)) return std::nullopt;
    in.oneOf(":");
    if (!in.rest().empty() && !in.digits(2, minutes)) return std::nullopt;
    if (!in.rest().empty() || hours > 14 || minutes > 59) return std::nullopt;
    const int seconds = (hours * 60 + minutes) * 60;
    return west ? -seconds : seconds;
}

std::optional<WrittenTime> parseWrittenTime(std::string_view text) {
    text = trimmed(text);
    Cursor in(text);
    WrittenTime time;
    if (!in.digits(4, time.civil.year) || time.civil.year < 1800) return std::nullopt;
    time.precision = Precision::Year;
    if (in.oneOf(":-/.")) {
        if (!in.digits(2, time.civil.month)) return std::nullopt;
        time.precision = Precision::Month;
        if (in.oneOf(":-/.")) {
            if (!in.digits(2, time.civil.day)) return std::nullopt;
            time.precision = Precision::Day;
            if (in.oneOf(" T")) {
                in.blanks();
                if (!readClock(in, time)) return std::nullopt;
            }
        }
    }
    if (time.precision >= Precision::Day && !in.rest().empty()) return std::nullopt;
    if (!base::isValid(time.civil)) return std::nullopt;
    return time;
}

std::optional<WrittenTime> parseMailTime(std::string_view text) {
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    text = trimmed(text);
    const std::size_t comma = text.find(", ");
    if (comma != std::string_view::npos && comma <= 9) text.remove_prefix(comma + 2);
    Cursor in(text);
    WrittenTime time;
    if (!in.digits(2, time.civil.day) && !in.digits(1, time.civil.day)) return std::nullopt;
    if (!in.oneOf(" ") || in.rest().size() < 9) return std::nullopt;
    time.civil.month = 0;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (in.rest().substr(0, 3) == months.at(i)) time.civil.month = static_cast<int>(i) + 1;
    Cursor after(in.rest().substr(3));
    if (!after.oneOf(" ") || !after.digits(4, time.civil.year) || !after.oneOf(" ")) return std::nullopt;
    if (!readClock(after, time) || !base::isValid(time.civil)) return std::nullopt;
    return time;
}

bool isResetClock(const base::CivilTime& c) {
    const bool newYear = c.month == 1 && c.day == 1;
    const bool yearsEnd = c.month == 12 && c.day == 31;
    if (newYear) return c.year == 1970 || c.year == 1980 || c.year == 2000;
    return yearsEnd && (c.year == 1969 || c.year == 1979); // the same clock, read west of Greenwich
}

} // namespace core::format::photo
