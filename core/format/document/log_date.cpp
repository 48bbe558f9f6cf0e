// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/log_date.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace core::format::document {

namespace {

using base::Precision;
using model::IssueCode;
using model::IssueSeverity;

// A number or a word, and the sign in front of it (a blank where there is none).
struct Token {
    std::string text;
    char before = ' ';
    bool isNumber = false;
    int value = 0;

    bool isDay() const { return isNumber && text.size() <= 2; }
    bool isYear() const { return isNumber && text.size() == 4; }
};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

std::vector<Token> tokensOf(std::string_view text) {
    const std::string folded = base::foldForSearch(text);
    std::vector<Token> tokens;
    char before = ' ';
    for (std::size_t at = 0; at < folded.size();) {
        const char c = folded[at];
        if (!base::isDigit(c) && !isLetter(c)) {
            if (c != ' ' && c != '\n' && c != '\t') before = c;
            ++at;
            continue;
        }
        Token token;
        token.before = before;
        token.isNumber = base::isDigit(c);
        while (at < folded.size() && (token.isNumber ? base::isDigit(folded[at]) : isLetter(folded[at])))
            token.text += folded[at++];
        if (token.isNumber && token.text.size() <= 9) token.value = std::stoi(token.text);
        tokens.push_back(std::move(token));
        before = ' ';
    }
    return tokens;
}

// 1 to 12; 0 for another word. Three letters are enough, and a whole name is one of these.
int monthOf(const Token& token) {
    constexpr std::array<std::array<std::string_view, 3>, 12> names{{{"jan", "januar", "january"},
                                                                     {"feb", "februar", "february"},
                                                                     {"mar", "marts", "march"},
                                                                     {"apr", "april", "april"},
                                                                     {"maj", "maj", "may"},
                                                                     {"jun", "juni", "june"},
                                                                     {"jul", "juli", "july"},
                                                                     {"aug", "august", "august"},
                                                                     {"sep", "september", "sept"},
                                                                     {"okt", "oktober", "october"},
                                                                     {"nov", "november", "november"},
                                                                     {"dec", "december", "december"}}};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string_view name : names.at(i))
            if (token.text == name || (token.text == "oct" && i == 9)) return static_cast<int>(i) + 1;
    return 0;
}

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return token.text == word; });
}

// What says nothing about the day itself.
bool isFiller(const Token& token) {
    if (token.isNumber) return false;
    return isOneOf(token, {"d",        "den",     "mandag",   "tirsdag", "onsdag", "torsdag", "fredag",
                           "loerdag",  "soendag", "man",      "tirs",    "tir",    "ons",     "tors",
                           "tor",      "fre",     "loer",     "soen",    "monday", "tuesday", "wednesday",
                           "thursday", "friday",  "saturday", "sunday",  "the",    "of"});
}

class LogDateParser {
public:
    LogDate parse(std::string_view day, std::string_view clock) {
        auto tokens = tokensOf(day);
        dropAbout(tokens);
        std::erase_if(tokens, isFiller);
        if (tokens.empty()) {
            issue(IssueCode::MissingDate, "");
            return std::move(out_);
        }
        const std::size_t used = readDay(tokens);
        if (!out_.time) {
            if (out_.issues.empty()) issue(IssueCode::InvalidDate, std::string(day));
            return std::move(out_);
        }
        if (!base::isValid(out_.time->civil)) {
            out_.time.reset();
            issue(IssueCode::InvalidDate, std::string(day));
            return std::move(out_);
        }
        tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(used));
        auto own = tokensOf(clock);
        dropAbout(own);
        readClock(own.empty() ? tokens : own);
        return std::move(out_);
    }

private:
    void issue(IssueCode code, std::string detail) {
        out_.issues.push_back({code, IssueSeverity::Odd, std::move(detail), 0});
    }
    void doubt(const char* what) { issue(IssueCode::DoubtfulTime, what); }

    void dropAbout(std::vector<Token>& tokens) {
        const auto isAbout = [](const Token& token) {
            return isOneOf(token, {"ca", "cirka", "omkring", "about", "around"});
        };
        if (std::erase_if(tokens, isAbout) > 0) out_.about = true;
    }

    void set(int year, int month, int day, Precision precision) {
        photo::WrittenTime time;
        time.civil = {year, month, day, 0, 0, 0, 0};
        time.precision = precision;
        out_.time = time;
    }

    // A year in four digits, or in two behind a sign; 0 where there is none.
    int yearAt(const std::vector<Token>& tokens, std::size_t at, bool behindWord) {
        if (at >= tokens.size() || !tokens[at].isNumber) return 0;
        if (tokens[at].isYear()) return tokens[at].value;
        const bool isShort = tokens[at].text.size() == 2 && (tokens[at].before != ' ' || behindWord);
        if (!isShort) return 0;
        doubt("two-digit-year");
        return 2000 + tokens[at].value;
    }

    // The number of tokens that the day took.
    std::size_t readDay(const std::vector<Token>& tokens) {
        const auto is = [&](std::size_t at, auto what) { return at < tokens.size() && what(tokens[at]); };
        const auto isDay = [](const Token& token) { return token.isDay(); };
        const auto isMonth = [](const Token& token) { return monthOf(token) > 0; };
        if (isOneOf(tokens[0], {"uge", "week"})) {
            doubt("week");
            return 0;
        }
        if (tokens[0].isYear() && is(1, isDay) && is(2, isDay)) {
            set(tokens[0].value, tokens[1].value, tokens[2].value, Precision::Day);
            return 3;
        }
        if (isMonth(tokens[0])) {
            if (const int year = yearAt(tokens, 1, true)) {
                set(year, monthOf(tokens[0]), 1, Precision::Month);
                return 2;
            }
            doubt("no-year");
            return 0;
        }
        if (!tokens[0].isDay()) return 0;
        if (is(1, isMonth)) return dayAndName(tokens, 1);
        if (is(1, isDay) && is(2, isMonth)) {
            doubt("range");
            return dayAndName(tokens, 2);
        }
        return is(1, isDay) ? numbers(tokens) : 0;
    }

    std::size_t dayAndName(const std::vector<Token>& tokens, std::size_t month) {
        const int year = yearAt(tokens, month + 1, true);
        if (year == 0) {
            doubt("no-year");
            return 0;
        }
        set(year, monthOf(tokens[month]), tokens[0].value, Precision::Day);
        return month + 2;
    }

    // Day, month, year; "14-16/5 2023" is the first of some days.
    std::size_t numbers(const std::vector<Token>& tokens) {
        const bool isRange = tokens.size() >= 4 && tokens[0].before == ' ' && tokens[1].before == '-' &&
                             tokens[2].isDay() && tokens[2].before == '/' && tokens[3].isYear();
        const std::size_t month = isRange ? 2 : 1;
        if (isRange) doubt("range");
        const int year = yearAt(tokens, month + 1, false);
        if (year == 0) {
            doubt("no-year");
            return 0;
        }
        const int first = tokens[0].value;
        const int second = tokens[month].value;
        const bool isMonthFirst = second > 12 && first <= 12;
        if (isMonthFirst) doubt("order");
        set(year, isMonthFirst ? first : second, isMonthFirst ? second : first, Precision::Day);
        return month + 2;
    }

    void setClock(int hour, int minute, Precision precision) {
        if (hour > 23 || minute > 59) return doubt("time");
        out_.time->civil.hour = hour;
        out_.time->civil.minute = minute;
        out_.time->precision = precision;
    }

    // The half-days that people name, six hours each.
    static int partOfDay(const Token& token) {
        if (isOneOf(token, {"nat", "natten", "night"})) return 0;
        if (isOneOf(token, {"morgen", "morgenen", "formiddag", "formiddagen", "morning"})) return 6;
        if (isOneOf(token, {"eftermiddag", "eftermiddagen", "middag", "afternoon"})) return 12;
        return isOneOf(token, {"aften", "aftenen", "evening"}) ? 18 : -1;
    }

    void readClock(const std::vector<Token>& tokens) {
        if (tokens.empty() || out_.time->precision > Precision::Day) return;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const Token& token = tokens[at];
            if (token.isYear()) { // 2130
                setClock(token.value / 100, token.value % 100, Precision::Minute);
                return after(tokens, at + 1);
            }
            if (token.isDay()) {
                const bool hasMinutes = at + 1 < tokens.size() && tokens[at + 1].isNumber &&
                                        tokens[at + 1].text.size() == 2 &&
                                        (tokens[at + 1].before == '.' || tokens[at + 1].before == ':');
                if (hasMinutes)
                    setClock(token.value, tokens[at + 1].value, Precision::Minute);
                else
                    setClock(token.value, 0, Precision::Hour);
                return after(tokens, at + (hasMinutes ? 2 : 1));
            }
            if (const int hour = partOfDay(token); hour >= 0) return setClock(hour, 0, Precision::PartOfDay);
        }
        doubt("time");
    }

    // "9.30 PM", and a span of which the begin was taken.
    void after(const std::vector<Token>& tokens, std::size_t at) {
        if (at >= tokens.size()) return;
        int& hour = out_.time->civil.hour;
        if (tokens[at].text == "pm" && hour < 12) hour += 12;
        if (tokens[at].text == "am" && hour == 12) hour = 0;
        if (tokens[at].isNumber && tokens[at].before != ':' && tokens[at].before != '.') doubt("range");
    }

    LogDate out_;
};

} // namespace

LogDate parseLogDate(std::string_view day, std::string_view clock) {
    return LogDateParser().parse(day, clock);
}

} // namespace core::format::document
