// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/relative_date.h"

#include "core/base/date_format.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <regex>

namespace core::edit {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

base::CivilTime plusDays(const base::CivilTime& day, std::int64_t days) {
    base::CivilTime midnight{day.year, day.month, day.day};
    return base::civilFromMs(base::civilToMs(midnight) + days * kDayMs);
}

// What a phrase means, in days from today; `last` differs where it is a span. None: no single date can be
// offered.
struct Meaning {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
};

struct Phrase {
    const char* words; // blanks stand for any white space
    int days;
};

// Longer phrases first: "i forgårs" must not be found as "forgårs".
constexpr std::array kSingleDays{
    Phrase{"i forgårs", -2},     Phrase{"forgårs", -2},
    Phrase{"i går", -1},         Phrase{"igår", -1},
    Phrase{"i aftes", -1},       Phrase{"i nat", 0},
    Phrase{"i morges", 0},       Phrase{"i formiddags", 0},
    Phrase{"i eftermiddags", 0}, Phrase{"i dag", 0},
    Phrase{"idag", 0},           Phrase{"i aften", 0},
    Phrase{"i morgen", 1},       Phrase{"the day before yesterday", -2},
    Phrase{"yesterday", -1},     Phrase{"last night", -1},
    Phrase{"this morning", 0},   Phrase{"this afternoon", 0},
    Phrase{"tonight", 0},        Phrase{"today", 0},
    Phrase{"tomorrow", 1},
};

constexpr std::array kVague{"forleden dag", "forleden", "for nylig", "the other day", "recently", "lately"};

const std::string& numberWords() {
    static const std::string words = "\\d{1,3}|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|a|one|two|three|"
                                     "four|five|six|seven|eight|nine|ten";
    return words;
}

std::int64_t numberOf(const std::string& word) {
    static const std::vector<std::vector<std::string>> values{{},
                                                              {"en", "et", "a", "one"},
                                                              {"to", "two"},
                                                              {"tre", "three"},
                                                              {"fire", "four"},
                                                              {"fem", "five"},
                                                              {"seks", "six"},
                                                              {"syv", "seven"},
                                                              {"otte", "eight"},
                                                              {"ni", "nine"},
                                                              {"ti", "ten"}};
    for (std::size_t i = 1; i < values.size(); ++i)
        for (const std::string& value : values[i])
            if (word == value) return static_cast<std::int64_t>(i);
    return std::stoll(word);
}

Meaning lastWeekday(int weekday, const base::CivilTime& today) {
    int back = base::weekday(today) - weekday;
    if (back <= 0) back += 7;
    return {-back, -back};
}

Meaning spanOf(const std::string& unit, const base::CivilTime& today) {
    if (unit == "uge" || unit == "week") {
        const int monday = -base::weekday(today) - 7;
        return {monday, monday + 6};
    }
    if (unit == "weekend") {
        const int saturday = -base::weekday(today) - 2;
        return {saturday, saturday + 1};
    }
    return {};
}

Meaning ago(const std::string& count, const std::string& unit) {
    const std::int64_t n = numberOf(count);
    if (unit.starts_with("dag") || unit.starts_with("day")) return {-n, -n};
    if (unit.starts_with("uge") || unit.starts_with("week")) return {-7 * n, -7 * n};
    return {};
}

int weekdayIndex(const std::string& word) {
    for (int day = 0; day < 7; ++day)
        for (const auto language : {base::Language::Danish, base::Language::English})
            if (base::foldForSearch(base::weekdayName(day, language)) == base::foldForSearch(word))
                return day;
    return 0;
}

// The text in lower case with every byte where it was: only A-Z and the Danish capitals change.
std::string lowerInPlace(std::string_view text) {
    std::string lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto c = static_cast<unsigned char>(lower[i]);
        if (c >= 'A' && c <= 'Z') lower[i] = static_cast<char>(c + 32);
        const bool capital = c == 0xC3 && i + 1 < lower.size() &&
                             (lower[i + 1] == '\x85' || lower[i + 1] == '\x86' || lower[i + 1] == '\x98');
        if (capital) lower[i + 1] = static_cast<char>(lower[i + 1] + 0x20);
    }
    return lower;
}

bool isLetter(const std::string& text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return std::isalnum(c) != 0 || c >= 0x80;
}

struct Pattern {
    std::regex regex;
    Meaning (*meaning)(const std::smatch&, const base::CivilTime&);
};

const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> list = [] {
        const auto flags = std::regex::ECMAScript | std::regex::optimize;
        const std::string days = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag";
        const std::string englishDays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
        std::vector<Pattern> p;
        p.push_back({std::regex("(?:i )?(?:sidste|forrige) (uge|weekend|måned|år)", flags),
                     [](const std::smatch& m, const base::CivilTime& t) { return spanOf(m[1], t); }});
        p.push_back({std::regex("last (week|weekend|month|year)", flags),
                     [](const std::smatch& m, const base::CivilTime& t) { return spanOf(m[1], t); }});
        p.push_back({std::regex("(?:i )?(?:sidste|forrige) (" + days + ")", flags),
                     [](const std::smatch& m, const base::CivilTime& t) {
                         return lastWeekday(weekdayIndex(m[1]), t);
                     }});
        p.push_back(
            {std::regex("i (" + days + ")s", flags), [](const std::smatch& m, const base::CivilTime& t) {
                 return lastWeekday(weekdayIndex(m[1]), t);
             }});
        p.push_back({std::regex("last (" + englishDays + ")", flags),
                     [](const std::smatch& m, const base::CivilTime& t) {
                         return lastWeekday(weekdayIndex(m[1]), t);
                     }});
        p.push_back({std::regex("for (" + numberWords() + ") (dage?|uger?|måned(?:er)?|år) siden", flags),
                     [](const std::smatch& m, const base::CivilTime&) { return ago(m[1], m[2]); }});
        p.push_back({std::regex("(" + numberWords() + ") (days?|weeks?|months?|years?) ago", flags),
                     [](const std::smatch& m, const base::CivilTime&) { return ago(m[1], m[2]); }});
        return p;
    }();
    return list;
}

class Finder {
public:
    Finder(std::string_view text, const base::CivilTime& today)
        : text_(text), lower_(lowerInPlace(text)), today_(today) {}

    std::vector<RelativeDate> run() {
        for (const Pattern& pattern : patterns()) {
            for (std::sregex_iterator it(lower_.begin(), lower_.end(), pattern.regex), end; it != end; ++it)
                add(static_cast<std::size_t>(it->position()), static_cast<std::size_t>(it->length()),
                    pattern.meaning(*it, today_));
        }
        for (const Phrase& phrase : kSingleDays) findWords(phrase.words, {phrase.days, phrase.days});
        for (const char* words : kVague) findWords(words, {});
        std::sort(found_.begin(), found_.end(),
                  [](const RelativeDate& a, const RelativeDate& b) { return a.offset < b.offset; });
        return found_;
    }

private:
    void findWords(const std::string& words, const Meaning& meaning) {
        for (std::size_t at = lower_.find(words); at != std::string::npos; at = lower_.find(words, at + 1))
            add(at, words.size(), meaning);
    }

    void add(std::size_t offset, std::size_t length, const Meaning& meaning) {
        const std::size_t end = offset + length;
        if (offset > 0 && isLetter(lower_, offset - 1)) return;
        if (end < lower_.size() && isLetter(lower_, end)) return;
        for (const RelativeDate& other : found_)
            if (offset < other.offset + other.length && other.offset < end) return;
        RelativeDate date;
        date.offset = offset;
        date.length = length;
        date.word = std::string(text_.substr(offset, length));
        if (meaning.first) date.date = plusDays(today_, *meaning.first);
        if (meaning.last && meaning.last != meaning.first) date.lastDate = plusDays(today_, *meaning.last);
        found_.push_back(std::move(date));
    }

    std::string_view text_;
    std::string lower_;
    base::CivilTime today_;
    std::vector<RelativeDate> found_;
};

} // namespace

std::vector<RelativeDate> findRelativeDates(std::string_view text, const base::CivilTime& today) {
    return Finder(text, today).run();
}

} // namespace core::edit
