// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

namespace core::base {

namespace {

constexpr std::array kMonthsDa{"januar", "februar", "marts",     "april",   "maj",      "juni",
                               "juli",   "august",  "september", "oktober", "november", "december"};
constexpr std::array kMonthsEn{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kMonthsShortDa{"jan.", "feb.", "mar.",  "apr.", "maj",  "jun.",
                                    "jul.", "aug.", "sept.", "okt.", "nov.", "dec."};
constexpr std::array kMonthsShortEn{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array kDaysDa{"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"};
constexpr std::array kDaysEn{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

bool danish(Language language) { return language == Language::Danish; }

std::string twoDigits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string dayAndMonth(const CivilTime& t, Language language, const char* month) {
    return std::to_string(t.day) + (danish(language) ? ". " : " ") + month;
}

} // namespace

std::string formatCount(long long n, Language language) {
    std::string digits = std::to_string(std::llabs(n));
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), danish(language) ? "." : ",");
    return (n < 0 ? "-" : "") + digits;
}

std::string formatDecimal(double value, int digits, Language language) {
    std::array<char, 64> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    std::string out(text.data(), result.ptr);
    if (danish(language))
        for (char& c : out)
            if (c == '.') c = ',';
    return out;
}

std::string formatBytes(std::uint64_t bytes, Language language) {
    if (bytes < 1000) return std::to_string(bytes) + " B";
    const auto value = static_cast<double>(bytes);
    if (bytes < 1'000'000) return formatDecimal(value / 1e3, value < 1e4 ? 1 : 0, language) + " kB";
    if (bytes < 1'000'000'000) return formatDecimal(value / 1e6, value < 1e7 ? 1 : 0, language) + " MB";
    return formatDecimal(value / 1e9, 1, language) + " GB";
}

std::string monthName(int month, Language language) {
    const auto i = static_cast<std::size_t>(month - 1);
    return danish(language) ? kMonthsDa[i] : kMonthsEn[i];
}

std::string weekdayName(int day, Language language) {
    const auto i = static_cast<std::size_t>(day);
    return danish(language) ? kDaysDa[i] : kDaysEn[i];
}

std::string formatClock(const CivilTime& t, Language language, bool seconds) {
    const char* mark = danish(language) ? "." : ":";
    std::string text = twoDigits(t.hour) + mark + twoDigits(t.minute);
    if (seconds) text += mark + twoDigits(t.second);
    return text;
}

std::string formatDateShort(const CivilTime& t, Language language) {
    const auto i = static_cast<std::size_t>(t.month - 1);
    return dayAndMonth(t, language, danish(language) ? kMonthsShortDa[i] : kMonthsShortEn[i]) + " " +
           std::to_string(t.year);
}

std::string formatDateLong(const CivilTime& t, Language language) {
    const auto i = static_cast<std::size_t>(t.month - 1);
    return weekdayName(weekday(t), language) + (danish(language) ? " den " : " ") +
           dayAndMonth(t, language, danish(language) ? kMonthsDa[i] : kMonthsEn[i]) + " " +
           std::to_string(t.year);
}

std::string formatDateTable(const CivilTime& t, Language language) {
    if (danish(language)) return twoDigits(t.day) + "." + twoDigits(t.month) + "." + std::to_string(t.year);
    return std::to_string(t.year) + "-" + twoDigits(t.month) + "-" + twoDigits(t.day);
}

std::string formatOffset(int seconds) {
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
}

std::string formatZoneNote(const std::string& zone, std::int64_t utcMs, Language language) {
    const int minutes = offsetSecondsAt(zone, utcMs) / 60;
    std::string text = "UTC";
    if (minutes != 0) text += (minutes < 0 ? "-" : "+") + std::to_string(std::abs(minutes) / 60);
    if (minutes % 60 != 0) text += ":" + twoDigits(std::abs(minutes) % 60);
    if (isSummerTime(zone, utcMs)) text += danish(language) ? " (sommertid)" : " (summer time)";
    return text;
}

std::string formatTime(const Timestamp& time, const std::string& zone, Language language) {
    const CivilTime t = toLocal(time.utcMs, zone);
    const std::string about = time.about ? (danish(language) ? "ca. " : "approx. ") : "";
    switch (time.precision) {
    case Precision::Day:
        return about + formatDateShort(t, language);
    case Precision::Week:
        return about + (danish(language) ? "uge " : "week ") + std::to_string(isoWeek(t)) + ", " +
               std::to_string(t.year);
    case Precision::Month:
        return about + monthName(t.month, language) + " " + std::to_string(t.year);
    case Precision::Year:
        return about + std::to_string(t.year);
    case Precision::PartOfDay: {
        constexpr std::array da{"om natten", "om formiddagen", "om eftermiddagen", "om aftenen"};
        constexpr std::array en{"at night", "in the morning", "in the afternoon", "in the evening"};
        const auto part = static_cast<std::size_t>(t.hour / 6);
        return about + formatDateShort(t, language) + " " + (danish(language) ? da[part] : en[part]);
    }
    default:
        break;
    }
    return formatDateShort(t, language) + " " + about + formatClock(t, language);
}

namespace {

// "3. maj 2025" -> {"3", "maj", "2025"}: runs of digits and runs of letters.
std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> out;
    int kind = 0;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        const int now = std::isdigit(u) ? 1 : (std::isalpha(u) || u >= 0x80 ? 2 : 0);
        if (now == 0 && std::string_view(" .-/,").find(c) == std::string_view::npos) return {};
        if (now != 0) {
            if (now != kind) out.emplace_back();
            out.back() += c;
        }
        kind = now;
    }
    return out;
}

int monthByName(const std::string& word) {
    const std::string folded = foldForSearch(word);
    if (folded.size() < 3) return 0;
    for (std::size_t i = 0; i < 12; ++i)
        for (const char* name : {kMonthsDa[i], kMonthsEn[i]})
            if (foldForSearch(name).starts_with(folded)) return static_cast<int>(i) + 1;
    return 0;
}

int number(const std::string& digits) {
    int value = -1;
    if (digits.size() > 4) return -1;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ptr == digits.data() + digits.size() ? value : -1;
}

} // namespace

// Of two digits, 70 to 99 are of the last century: 1.1.99 is not seventy years ahead.
constexpr int kFirstShortYear = 70;

std::optional<CivilTime> parseDate(std::string_view text) {
    std::vector<std::string> part = tokens(text);
    if (part.size() == 4 && part[1] == "th") part.erase(part.begin() + 1);
    if (part.size() != 3) return std::nullopt;
    CivilTime t;
    if (part[0].size() == 4) {
        t.year = number(part[0]);
        t.month = number(part[1]);
        t.day = number(part[2]);
    } else {
        t.day = number(part[0]);
        const bool word = std::isdigit(static_cast<unsigned char>(part[1][0])) == 0;
        t.month = word ? monthByName(part[1]) : number(part[1]);
        if (part[2].size() != 4 && part[2].size() != 2) return std::nullopt;
        t.year = number(part[2]);
        if (part[2].size() == 2 && t.year >= 0) t.year += t.year < kFirstShortYear ? 2000 : 1900;
    }
    if (t.year < 1900 || !isValid(t)) return std::nullopt;
    return t;
}

std::optional<CivilTime> parseClock(std::string_view text) {
    std::vector<std::string> part;
    std::string run;
    for (const char c : std::string(text) + " ") {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            run += c;
        } else if (c == ' ' || c == '.' || c == ':') {
            if (!run.empty()) part.push_back(run);
            run.clear();
        } else {
            return std::nullopt;
        }
    }
    if (part.size() == 1 && part[0].size() == 4) part = {part[0].substr(0, 2), part[0].substr(2)};
    if (part.empty() || part.size() > 3) return std::nullopt;
    CivilTime t;
    t.hour = number(part[0]);
    t.minute = part.size() > 1 ? number(part[1]) : 0;
    t.second = part.size() > 2 ? number(part[2]) : 0;
    if (part.size() > 1 && part[1].size() != 2) return std::nullopt;
    if (!isValid(t)) return std::nullopt;
    return t;
}

} // namespace core::base
