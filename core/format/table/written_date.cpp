// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/written_date.h"

#include "core/base/ascii.h"
#include "core/format/table/date_words.h"

#include <charconv>

namespace core::format::table {

namespace {

constexpr std::size_t kLongest = 80;

class DateReading {
public:
    DateReading(std::string_view folded, bool isClock) : text_(folded), isClock_(isClock) {}

    std::optional<WrittenDate> run() {
        while (skipBlanks(), at_ < text_.size())
            if (!(base::isDigit(text_[at_]) ? number() : other())) return std::nullopt;
        if (dayWord_ != 0 || monthWord_ != 0) return std::nullopt; // a part of a date
        if (!date_.hasDate && !date_.hasTime) return std::nullopt;
        if (half_ != 0 && !applyHalf()) return std::nullopt;
        if (date_.hasDate && !date_.isNumeric && !base::isValid(date_.civil)) return std::nullopt;
        return date_;
    }

private:
    bool wantsDate() const { return !date_.hasDate && !isClock_; }
    void skipBlanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',' || text_[at_] == '\t')) ++at_;
    }
    char look(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    int digits(std::size_t& many) {
        int value = 0;
        many = 0;
        while (base::isDigit(look()) && many < 9) {
            value = value * 10 + (look() - '0');
            ++at_;
            ++many;
        }
        return value;
    }

    bool number() {
        std::size_t many = 0;
        const std::size_t begin = at_;
        const int value = digits(many);
        if (base::isDigit(look())) return false;
        if (monthWord_ != 0 && wantsDate()) return afterMonthWord(value, many);
        if (wantsDate() && many == 4) return yearFirst(value);
        if (wantsDate() && many == 8) return packed(value);
        const char separator = look();
        if (wantsDate() && many <= 2 && separator != ':' && isDate(begin)) return numericDate(value);
        if (many <= 2 && (separator == ':' || separator == '.') && base::isDigit(look(1)))
            return clock(value);
        if (wantsDate() && many <= 2) return dayBeforeWord(value);
        // "9 PM"
        if (many <= 2 && !date_.hasTime && base::isLetter(look(look() == ' ' ? 1 : 0))) {
            date_.hasTime = value <= 23;
            date_.civil.hour = value;
            date_.isHourOnly = true;
            return date_.hasTime;
        }
        if (isClock_ && many <= 2 && !date_.hasTime && value <= 23) { // "kl. 21"
            date_.hasTime = date_.isHourOnly = true;
            date_.civil.hour = value;
            return true;
        }
        return false;
    }

    // Three numbers with the same sign between them, or "14/5-2023" as Danes write it.
    bool isDate(std::size_t begin) const {
        const char separator = look();
        if (separator != '.' && separator != '-' && separator != '/') return false;
        std::size_t i = begin;
        for (int parts = 0;; ++parts) {
            if (i >= text_.size() || !base::isDigit(text_[i])) return false;
            while (i < text_.size() && base::isDigit(text_[i])) ++i;
            if (parts == 2) return true;
            if (i >= text_.size()) return false;
            const bool isDanish = parts == 1 && separator == '/' && text_[i] == '-';
            if (text_[i] != separator && !isDanish) return false;
            ++i;
            if (separator == '.' && i < text_.size() && text_[i] == ' ') ++i;
        }
    }

    bool numericDate(int first) {
        std::size_t many = 0;
        ++at_;
        if (look() == ' ') ++at_;
        const int second = digits(many);
        if (many > 2) return false;
        date_.isNumeric = look() != '-' || text_[at_ - many - 1] != '/';
        ++at_;
        if (look() == ' ') ++at_;
        const int year = digits(many);
        if (many != 4 && many != 2) return false;
        date_.hasDate = true;
        date_.first = first;
        date_.second = second;
        setYear(year, many);
        date_.civil.day = first;
        date_.civil.month = second;
        return date_.mayBeDayFirst() || date_.mayBeMonthFirst(); // a day or month 0 comes out later
    }

    bool yearFirst(int year) {
        const char separator = look();
        if (separator != '-' && separator != '/' && separator != '.') return false;
        std::size_t many = 0;
        ++at_;
        date_.civil.year = year;
        date_.civil.month = digits(many);
        if (many < 1 || many > 2 || look() != separator) return false;
        ++at_;
        date_.civil.day = digits(many);
        if (many < 1 || many > 2) return false;
        if (look() == 't' && base::isDigit(look(1))) ++at_;
        date_.hasDate = true;
        return true;
    }

    bool packed(int value) {
        date_.civil.year = value / 10000;
        date_.civil.month = value / 100 % 100;
        date_.civil.day = value % 100;
        date_.hasDate = true;
        if (look() == 't' && base::isDigit(look(1))) ++at_;
        return date_.civil.year >= 1990 && date_.civil.year < 2100;
    }

    bool dayBeforeWord(int value) {
        if (dayWord_ != 0) return false;
        dayWord_ = value;
        if (look() == '.') ++at_;
        if (look() == '-') ++at_;
        return value >= 1 && value <= 31;
    }

    // The day or the year behind the word of a month.
    bool afterMonthWord(int value, std::size_t many) {
        if (dayWord_ == 0 && many <= 2) {
            dayWord_ = value;
            return value >= 1 && value <= 31;
        }
        if (dayWord_ == 0 || (many != 4 && many != 2)) return false;
        setYear(value, many);
        date_.civil.month = monthWord_;
        date_.civil.day = dayWord_;
        date_.hasDate = true;
        dayWord_ = monthWord_ = 0;
        return true;
    }

    void setYear(int year, std::size_t many) {
        date_.civil.year = many == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    bool clock(int hour) {
        if (date_.hasTime || hour > 23) return false;
        const char separator = look();
        std::size_t many = 0;
        ++at_;
        const int minute = digits(many);
        if (many != 2 || minute > 59) return false;
        date_.civil.hour = hour;
        date_.civil.minute = minute;
        date_.hasTime = true;
        if ((look() == separator || look() == ':') && base::isDigit(look(1))) {
            ++at_;
            date_.civil.second = digits(many);
            date_.hasSeconds = true;
            if (many != 2 || date_.civil.second > 59) return false;
            if ((look() == '.' || look() == ',') && base::isDigit(look(1))) {
                ++at_;
                const std::size_t begin = at_;
                digits(many);
                int ms = 0;
                for (std::size_t i = 0; i < 3; ++i) ms = ms * 10 + (i < many ? text_[begin + i] - '0' : 0);
                date_.civil.millisecond = ms;
            }
        }
        return true;
    }

    bool other() {
        const char c = look();
        if (date_.hasTime && (c == '+' || c == '-')) return offset(c == '-' ? -1 : 1);
        if (c == '.' || c == '-' || c == '/') {
            ++at_;
            return c == '.' || monthWord_ != 0 || dayWord_ != 0 || (c == '-' && date_.hasDate);
        }
        if (!base::isLetter(c)) return false;
        const std::size_t begin = at_;
        while (base::isLetter(look())) ++at_;
        return word(text_.substr(begin, at_ - begin));
    }

    bool offset(int sign) {
        std::size_t many = 0;
        ++at_;
        int hours = digits(many);
        int minutes = 0;
        if (many == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (many == 2 && look() == ':') {
            ++at_;
            minutes = digits(many);
        }
        if (hours > 14 || minutes > 59 || many == 0) return false;
        date_.offsetSeconds = sign * (hours * 3600 + minutes * 60);
        return true;
    }

    bool word(std::string_view found) {
        if ((found == "z" || found == "utc" || found == "gmt") && date_.hasTime) {
            if (!date_.offsetSeconds) date_.offsetSeconds = 0;
            return true;
        }
        if (found == "am" || found == "pm") {
            half_ = found == "am" ? 1 : 2;
            return date_.hasTime;
        }
        if ((found == "a" || found == "p") && date_.hasTime && text_.substr(at_).starts_with(".m")) {
            half_ = found == "a" ? 1 : 2;
            at_ += 2;
            return true;
        }
        if (wantsDate() && monthWord_ == 0)
            if ((monthWord_ = monthOf(found)) != 0) return true;
        if (found == "ca" || found == "cirka" || found == "circa" || found == "omkring" || found == "about") {
            date_.isAbout = true;
            return true;
        }
        return isDateFiller(found) || (isShortWeekday(found) && !date_.hasDate);
    }

    bool applyHalf() {
        int& hour = date_.civil.hour;
        if (hour < 1 || hour > 12) return false;
        hour = hour % 12 + (half_ == 2 ? 12 : 0);
        return true;
    }

    std::string_view text_;
    bool isClock_;
    std::size_t at_ = 0;
    WrittenDate date_;
    int monthWord_ = 0, dayWord_ = 0;
    int half_ = 0; // 1: AM, 2: PM
};

} // namespace

base::Precision WrittenDate::precision() const {
    if (!hasTime) return base::Precision::Day;
    if (isHourOnly) return base::Precision::Hour;
    if (civil.millisecond != 0) return base::Precision::Millisecond;
    return hasSeconds ? base::Precision::Second : base::Precision::Minute;
}

bool WrittenDate::settle(bool monthFirst) {
    if (isNumeric) {
        civil.day = monthFirst ? second : first;
        civil.month = monthFirst ? first : second;
    }
    return base::isValid(civil);
}

std::optional<WrittenDate> parseWrittenDate(std::string_view text, bool isClock) {
    if (text.empty() || text.size() > kLongest) return std::nullopt;
    const std::string folded = plainWords(text);
    return DateReading(folded, isClock).run();
}

void DateOrderEvidence::add(const WrittenDate& date) {
    if (!date.isNumeric) return;
    if (date.isOpen())
        ++open_;
    else if (!date.mayBeDayFirst())
        ++monthFirst_;
    else if (!date.mayBeMonthFirst())
        ++dayFirst_;
}

} // namespace core::format::table
