// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_date.h"

#include "core/base/zone.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/date_words.h"
#include "core/format/mail/zone_name.h"

#include <algorithm>
#include <array>

namespace core::format::mail {

namespace {

constexpr int kTuesday = 1;
constexpr std::size_t kLongestDate = 256; // bytes; nothing longer is a date

// Words are short. Their size where there is none.
std::size_t placeOf(char c, std::string_view word) {
    return static_cast<std::size_t>(std::find(word.begin(), word.end(), c) - word.begin());
}

class Parser {
public:
    std::optional<MailDate> parse(std::string_view text) {
        if (text.size() > kLongestDate) return std::nullopt;
        const std::string clean = withoutComments(text);
        bool first = true;
        std::string_view rest = clean;
        for (std::string_view word = cutWord(rest); !word.empty(); word = cutWord(rest)) {
            if (first && isLetter(word[0]) && isWeekday(word) && monthOf(word) == 0)
                date_.startsWithWeekday = true;
            if (!take(word)) return std::nullopt;
            if (first && haveMonth_ && isLetter(word[0])) firstMonth_ = word;
            first = false;
        }
        return finish();
    }

private:
    bool take(std::string_view word) {
        if (isDigit(word[0]) && placeOf(':', word) < word.size()) return takeWithColon(word);
        if (isDigit(word[0])) return takeDigits(word);
        if (word[0] == '+' || word[0] == '-') return takeOffset(word);
        if (isLetter(word[0])) return takeWord(word);
        return word == "." || word == "-";
    }

    // 20:04:17, 20:04:17.250, 20:04+02:00, 2025-05-03t20:04:17z
    bool takeWithColon(std::string_view word) {
        if (const std::size_t t = placeOf('t', word); t < word.size() && t >= 8) {
            if (!takeDigits(word.substr(0, t))) return false;
            word.remove_prefix(t + 1);
        }
        return takeTime(word, ':');
    }

    bool takeTime(std::string_view word, char mark) {
        if (date_.hasTime) return false;
        std::size_t end = 0;
        while (end < word.size() && (isDigit(word[end]) || word[end] == '.' || word[end] == mark)) ++end;
        std::string_view clock = word.substr(0, end);
        const std::string_view rest = word.substr(end);
        std::array<std::string_view, 3> parts;
        std::size_t count = 0;
        while (count < 3 && !clock.empty()) {
            const std::size_t cut = placeOf(mark, clock);
            parts[count++] = clock.substr(0, cut);
            clock.remove_prefix(std::min(cut + 1, clock.size()));
        }
        if (count < 2 || !clock.empty()) return false;
        if (const std::size_t dot = placeOf('.', parts[2]); dot < parts[2].size()) {
            takeFraction(parts[2].substr(dot + 1));
            parts[2] = parts[2].substr(0, dot);
        }
        const auto hour = number(parts[0]);
        const auto minute = number(parts[1]);
        if (!hour || !minute || parts[0].size() > 2 || parts[1].size() > 2) return false;
        date_.civil.hour = *hour;
        date_.civil.minute = *minute;
        date_.hasTime = true;
        if (count == 3 && !parts[2].empty()) {
            const auto second = number(parts[2]);
            if (!second || parts[2].size() > 2) return false;
            date_.civil.second = *second;
            date_.hasSeconds = true;
        }
        return rest.empty() || take(rest);
    }

    void takeFraction(std::string_view digits) {
        int scale = 100;
        for (const char c : digits.substr(0, 3)) {
            if (!isDigit(c)) break;
            date_.civil.millisecond += scale * (c - '0');
            scale /= 10;
        }
    }

    // 3, 2025, 25, 3-may-2025, 2025-05-03, 3.5.2025, 20.04.17, 8pm
    bool takeDigits(std::string_view word) {
        std::size_t mark = 0;
        while (mark < word.size() && word[mark] != '-' && word[mark] != '/' && word[mark] != '.') ++mark;
        if (mark == word.size()) return takePlainNumber(word);
        if (word.back() == '.' && mark + 1 == word.size()) return takePlainNumber(word.substr(0, mark));
        const std::size_t second = word.find(word[mark], mark + 1);
        if (second == std::string_view::npos)
            return word[mark] == '.' && hasDate() && takeTime(word, '.'); // 20.04
        const std::string_view a = word.substr(0, mark);
        const std::string_view b = word.substr(mark + 1, second - mark - 1);
        const std::string_view c = word.substr(second + 1);
        if (word[mark] == '.' && hasDate()) return takeTime(word, '.');
        return takeThree(a, b, c, word[mark]);
    }

    bool takeThree(std::string_view a, std::string_view b, std::string_view c, char mark) {
        if (hasDate() || b.empty()) return false;
        const auto x = number(a);
        const auto z = number(c);
        if (!x || !z) return false;
        if (isLetter(b[0])) {
            date_.civil.month = monthOf(b);
            haveMonth_ = true;
            return a.size() == 4 ? setYear(a) && setDay(*z) : setDay(*x) && setYear(c);
        }
        const auto y = number(b);
        if (!y) return false;
        if (a.size() == 4) { // year first
            date_.civil.month = *y;
            haveMonth_ = true;
            return setYear(a) && setDay(*z);
        }
        // 3.5.2025 is day first; 3/5/2025 is either, unless one cannot be a month.
        if (c.size() != 4 || (mark != '.' && *x <= 12 && *y <= 12 && *x != *y)) return false;
        const bool dayFirst = mark == '.' || *x > 12 || *x == *y;
        date_.civil.month = dayFirst ? *y : *x;
        haveMonth_ = true;
        return setDay(dayFirst ? *x : *y) && setYear(c);
    }

    bool takePlainNumber(std::string_view word) {
        std::size_t end = 0;
        while (end < word.size() && isDigit(word[end])) ++end;
        const std::string_view digits = word.substr(0, end);
        const std::string_view rest = word.substr(end);
        if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") return takePlainNumber(digits);
        if (!rest.empty()) return false;
        const auto value = number(digits);
        if (!value) return false;
        if (digits.size() <= 2 && !haveDay_) return setDay(*value);
        return !haveYear_ && setYear(digits);
    }

    bool setDay(int day) {
        date_.civil.day = day;
        haveDay_ = true;
        return true;
    }

    // Two and three digits as RFC 5322 4.3 reads them.
    bool setYear(std::string_view digits) {
        const auto value = number(digits);
        if (!value || digits.size() > 4 || digits.size() < 2) return false;
        date_.civil.year = *value;
        if (digits.size() == 2) date_.civil.year += *value < 50 ? 2000 : 1900;
        if (digits.size() == 3) date_.civil.year += 1900;
        haveYear_ = true;
        return true;
    }

    bool hasDate() const { return haveDay_ && haveMonth_ && haveYear_; }

    // +0200, -0000, +02:00, +02, +200
    bool takeOffset(std::string_view word) {
        if (!date_.hasTime) return word == "-";
        const bool west = word[0] == '-';
        std::string digits;
        for (const char c : word.substr(1))
            if (c != ':') digits += c;
        const auto value = number(digits);
        if (!value || digits.size() > 4) return false;
        const int hours = digits.size() <= 2 ? *value : *value / 100;
        const int minutes = digits.size() <= 2 ? 0 : *value % 100;
        if (hours > 15 || minutes > 59) return false;
        if (numericZone_) return true; // the first one counts
        numericZone_ = true;
        date_.offsetSeconds = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
        date_.zone = west && *value == 0 ? ZoneKind::Unknown : ZoneKind::Offset;
        return true;
    }

    bool takeWord(std::string_view word) {
        if (word == "am" || word == "pm" || word == "a.m." || word == "p.m.") return takeHalfOfDay(word[0]);
        const int month = monthOf(word);
        if (month > 0 && !haveMonth_) {
            date_.civil.month = month;
            haveMonth_ = true;
            return true;
        }
        if (!date_.hasTime && !firstMonth_.empty()) {
            // "mar., 13 mai": the first word was a weekday that is written like a month.
            if (month > 0) {
                date_.civil.month = month;
                weekday_ = firstMonth_;
                firstMonth_ = {};
                return true;
            }
            // "mar., 13 maggio": a month in a language nobody knows here; March it is not.
            if (isMar(firstMonth_) && haveDay_ && !haveYear_) return false;
        }
        if (!date_.hasTime) return true; // a weekday in some language
        // GMT+2, UTC-0500
        const std::size_t sign = word.find_first_of("+-");
        if (sign != std::string_view::npos && sign + 1 < word.size() && isDigit(word[sign + 1]) &&
            (word.starts_with("gmt") || word.starts_with("ut")))
            return takeOffset(word.substr(sign));
        if (isWeekday(word) && word.size() == 3) return true;
        if (!zoneName_.empty()) zoneName_ += ' ';
        zoneName_ += word;
        return true;
    }

    static bool isMar(std::string_view word) { return word == "mar" || word == "mar."; }

    bool takeHalfOfDay(char half) {
        int& hour = date_.civil.hour;
        if (!date_.hasTime || hour > 12 || hour < 1) return date_.hasTime && half == 'p' && hour > 12;
        hour = hour % 12 + (half == 'p' ? 12 : 0);
        return true;
    }

    std::optional<MailDate> finish() {
        if (!hasDate() || !base::isValid(date_.civil)) return std::nullopt;
        if (!numericZone_ && !zoneName_.empty()) {
            const auto hours = zoneHours(zoneName_);
            if (!hours) date_.unknownZone = zoneName_;
            if (hours) {
                date_.zone = isUtcName(zoneName_) ? ZoneKind::Utc : ZoneKind::Offset;
                date_.offsetSeconds = *hours * 3600;
            }
        }
        date_.weekdayDisagrees = isMar(weekday_) && base::weekday(date_.civil) != kTuesday;
        return date_;
    }

    MailDate date_;
    bool haveDay_ = false;
    bool haveMonth_ = false;
    bool haveYear_ = false;
    bool numericZone_ = false;
    std::string_view firstMonth_; // the first word, where it was taken for the month
    std::string_view weekday_;    // the first word, where it turned out to be a weekday
    std::string zoneName_;        // the words behind the time
};

} // namespace

std::optional<MailDate> parseMailDate(std::string_view text) { return Parser().parse(text); }

base::Timestamp toTimestamp(const MailDate& date, const std::string& zone) {
    base::Precision precision = base::Precision::Day;
    if (date.hasTime) precision = base::Precision::Minute;
    if (date.hasSeconds) precision = base::Precision::Second;
    if (date.civil.millisecond != 0) precision = base::Precision::Millisecond;
    if (date.zone == ZoneKind::None && !zone.empty()) return base::fromLocal(date.civil, zone, precision);
    base::Timestamp time;
    time.utcMs = comparableMs(date);
    time.precision = precision;
    time.basis = date.zone == ZoneKind::Offset ? base::TimeBasis::Offset : base::TimeBasis::Utc;
    if (date.zone == ZoneKind::Offset || date.zone == ZoneKind::Utc) time.offsetSeconds = date.offsetSeconds;
    return time;
}

std::int64_t comparableMs(const MailDate& date) {
    return base::civilToMs(date.civil) - std::int64_t{date.offsetSeconds} * 1000;
}

} // namespace core::format::mail
