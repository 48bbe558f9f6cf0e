// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/file_name_time.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <charconv>

namespace core::format::photo {

namespace {

using base::Precision;

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t n = 0;
    while (at + n < text.size() && base::isDigit(text[at + n])) ++n;
    return n;
}

int number(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[at + i] - '0');
    return value;
}

std::optional<WrittenTime> checked(WrittenTime time) {
    if (!base::isValid(time.civil)) return std::nullopt;
    if (time.civil.year < kFirstYear || time.civil.year > kLastYear) return std::nullopt;
    return time;
}

// HHMMSS or HHMMSSmmm in one run of digits.
bool compactClock(std::string_view text, std::size_t at, WrittenTime& time) {
    const std::size_t n = digitsAt(text, at);
    if (n != 6 && n != 9) return false;
    time.civil.hour = number(text, at, 2);
    time.civil.minute = number(text, at + 2, 2);
    time.civil.second = number(text, at + 4, 2);
    time.precision = Precision::Second;
    if (n == 9) {
        time.civil.millisecond = number(text, at + 6, 3);
        time.precision = Precision::Millisecond;
    }
    return true;
}

// " PM" with any of the blanks that systems put before it.
void halfDay(std::string_view text, WrittenTime& time) {
    for (const std::string_view blank : {" ", "\xE2\x80\xAF", "\xC2\xA0"}) {
        if (!text.starts_with(blank)) continue;
        const std::string half = lower(text.substr(blank.size(), 2));
        if (half == "pm" && time.civil.hour < 12) time.civil.hour += 12;
        if (half == "am" && time.civil.hour == 12) time.civil.hour = 0;
    }
}

// HH.MM.SS, HH-MM-SS, HH:MM:SS, HH-MM-SS-mmm, H.MM.SS PM.
bool parted(std::string_view text, std::size_t at, WrittenTime& time) {
    const std::size_t hours = digitsAt(text, at);
    if (hours != 1 && hours != 2) return false;
    const std::size_t minute = at + hours + 1;
    if (minute + 5 > text.size()) return false;
    const char sign = text[minute - 1];
    if ((sign != '.' && sign != '-' && sign != ':' && sign != '_') || digitsAt(text, minute) != 2 ||
        text[minute + 2] != sign || digitsAt(text, minute + 3) != 2)
        return false;
    time.civil.hour = number(text, at, hours);
    time.civil.minute = number(text, minute, 2);
    time.civil.second = number(text, minute + 3, 2);
    time.precision = Precision::Second;
    const std::size_t end = minute + 5;
    if (end < text.size() && text[end] == '-' && digitsAt(text, end + 1) == 3) {
        time.civil.millisecond = number(text, end + 1, 3);
        time.precision = Precision::Millisecond;
    }
    halfDay(text.substr(end), time);
    return true;
}

bool clockAfter(std::string_view text, std::size_t at, WrittenTime& time) {
    for (const std::string_view between : {"-", "_", " at ", " kl. ", " kl ", " ", "T"}) {
        if (!text.substr(at).starts_with(between)) continue;
        const std::size_t begin = at + between.size();
        if (compactClock(text, begin, time) || parted(text, begin, time)) return true;
    }
    return false;
}

// YYYYMMDD with a time; without one only in the names WhatsApp gives.
std::optional<WrittenTime> compactDate(std::string_view text, std::size_t at, std::size_t run) {
    WrittenTime time;
    time.civil.year = number(text, at, 4);
    time.civil.month = number(text, at + 4, 2);
    time.civil.day = number(text, at + 6, 2);
    if (run == 14 || run == 17) {
        if (!compactClock(text.substr(0, at + run), at + 8, time)) return std::nullopt;
    } else if (!clockAfter(text, at + 8, time)) {
        if (!text.substr(at + 8).starts_with("-WA")) return std::nullopt;
        time.precision = Precision::Day;
    }
    return checked(time);
}

std::optional<WrittenTime> partedDate(std::string_view text, std::size_t at) {
    if (at + 10 > text.size() || text[at + 4] != '-' || digitsAt(text, at + 5) != 2 || text[at + 7] != '-' ||
        digitsAt(text, at + 8) != 2)
        return std::nullopt;
    WrittenTime time;
    time.civil.year = number(text, at, 4);
    time.civil.month = number(text, at + 5, 2);
    time.civil.day = number(text, at + 8, 2);
    if (!clockAfter(text, at + 10, time)) time.precision = Precision::Day;
    return checked(time);
}

// photo_1@14-05-2023_21-30-45.jpg
std::optional<WrittenTime> telegramDate(std::string_view text, std::size_t at) {
    if (at + 19 > text.size() || text[at + 2] != '-' || digitsAt(text, at + 3) != 2 || text[at + 5] != '-' ||
        digitsAt(text, at + 6) != 4)
        return std::nullopt;
    WrittenTime time;
    time.civil.day = number(text, at, 2);
    time.civil.month = number(text, at + 3, 2);
    time.civil.year = number(text, at + 6, 4);
    if (!clockAfter(text, at + 10, time)) return std::nullopt;
    return checked(time);
}

// FB_IMG_1684092645123.jpg: milliseconds since 1970, when it was saved. RPReplay_Final1684092645.MP4, an
// iPhone's film of its screen: seconds.
std::optional<WrittenTime> countedTime(std::string_view text, std::size_t at, std::size_t digits) {
    if (digitsAt(text, at) != digits) return std::nullopt;
    std::int64_t count = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, count);
    const bool isSeconds = digits == 10;
    WrittenTime time;
    time.civil = base::civilFromMs(isSeconds ? count * 1000 : count);
    time.precision = isSeconds ? Precision::Second : Precision::Millisecond;
    time.isUtc = true;
    return checked(time);
}

} // namespace

std::optional<WrittenTime> timeFromFileName(std::string_view name) {
    const std::string plain = lower(name);
    if (plain.starts_with("received_") || plain.starts_with("snapchat-")) return std::nullopt;
    if (plain.starts_with("fb_img_")) return countedTime(name, 7, 13);
    if (plain.starts_with("rpreplay_final")) return countedTime(name, 14, 10);
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t run = digitsAt(name, at);
        std::optional<WrittenTime> found;
        if (run == 8 || run == 14 || run == 17) found = compactDate(name, at, run);
        if (run == 4) found = partedDate(name, at);
        if (run == 2 && at > 0 && name[at - 1] == '@') found = telegramDate(name, at);
        if (found) {
            if (plain.starts_with("pxl_")) found->isUtc = found->precision < Precision::Day;
            return found;
        }
        at += run == 0 ? 1 : run;
    }
    return std::nullopt;
}

bool isScreenshotName(std::string_view name) {
    const std::string plain = lower(name);
    for (const char* word :
         {"screenshot", "screen shot", "sk\xC3\xA6rmbillede", "sk\xC3\xA6rmklip", "skaermbillede"})
        if (plain.find(word) != std::string::npos) return true;
    return plain.size() == 12 && plain.starts_with("img_") && digitsAt(plain, 4) == 4 &&
           plain.ends_with(".png");
}

} // namespace core::format::photo
