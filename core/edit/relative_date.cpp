// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/relative_date.h"

#include "core/base/civil.h"
#include "core/base/date_format.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <regex>

namespace core::edit {

namespace {

base::CivilTime plusDays(const base::CivilTime& day, std::int64_t days) {
    base::CivilTime midnight{day.year, day.month, day.day};
    return base::civilFromMs(base::civilToMs(midnight) + days * base::kDayMs);
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
    Phrase{"i forgårs", -2},
    Phrase{"forgårs", -2},
    Phrase{"i går", -1},
    Phrase{"igår", -1},
    Phrase{"i aftes", -1},
    Phrase{"i nat", 0},
    Phrase{"i morges", 0},
    Phrase{"i formiddags", 0},
    Phrase{"i formiddag", 0},
    Phrase{"i eftermiddags", 0},
    Phrase{"i eftermiddag", 0},
    Phrase{"i dag", 0},
    Phrase{"idag", 0},
    Phrase{"i aften", 0},
    Phrase{"i overmorgen", 2},
    Phrase{"overmorgen", 2},
    Phrase{"i morgen", 1},
    Phrase{"for fjorten dage siden", -14},
    Phrase{"the day before yesterday", -2},
    Phrase{"day before yesterday", -2},
    Phrase{"yesterday", -1},
    Phrase{"last night", -1},
    Phrase{"this morning", 0},
    Phrase{"this afternoon", 0},
    Phrase{"this evening", 0},
    Phrase{"tonight", 0},
    Phrase{"today", 0},
    Phrase{"the day after tomorrow", 2},
    Phrase{"day after tomorrow", 2},
    Phrase{"tomorrow", 1},
    Phrase{"a fortnight ago", -14},
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
    if (unit == "nat") return {-1, 0}; // begun the evening before
    return {};
}

Meaning weekFromThis(int weeks, const base::CivilTime& today) {
    const int monday = 7 * weeks - base::weekday(today);
    return {monday, monday + 6};
}

// "i weekenden": the one that is, or else the one that was.
Meaning theWeekend(const base::CivilTime& today) {
    const int day = base::weekday(today);
    const int saturday = day >= 5 ? 5 - day : -day - 2;
    return {saturday, saturday + 1};
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

// The text in lower case, with one spelling of å: as one letter, as "a" and a ring (file names of a Mac), as
// "aa". `origin` says where each byte, and the end, stands in the text.
struct Lowered {
    std::string text;
    std::vector<std::size_t> origin;
};

Lowered lowered(std::string_view text) {
    Lowered out;
    const auto put = [&out](std::string_view bytes, std::size_t at) {
        out.text += bytes;
        out.origin.insert(out.origin.end(), bytes.size(), at);
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        const std::string_view rest = text.substr(i + 1);
        const bool isDouble = c == 'a' && !rest.empty() && (rest[0] == 'a' || rest[0] == 'A');
        const bool isRing = c == 'a' && rest.starts_with("\xCC\x8A");
        const bool isCapital =
            c == '\xC3' && !rest.empty() && (rest[0] == '\x85' || rest[0] == '\x86' || rest[0] == '\x98');
        if (isDouble || isRing)
            put("å", i);
        else if (isCapital)
            put(std::string{c, static_cast<char>(rest[0] + 0x20)}, i);
        else
            put({&c, 1}, i);
        i += isRing ? 3 : isDouble || isCapital ? 2 : 1;
    }
    out.origin.push_back(text.size());
    return out;
}

bool isLetter(const std::string& text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return std::isalnum(c) != 0 || c >= 0x80;
}

struct Pattern {
    std::regex regex;
    Meaning (*meaning)(const std::smatch&, const base::CivilTime&);
};

using Patterns = std::vector<Pattern>;

constexpr auto kFlags = std::regex::ECMAScript | std::regex::optimize;
const char* const kDanishUnits = "minut(?:ter)?|timer?|dage?|uger?|måned(?:er)?|år";
const char* const kEnglishUnits = "minutes?|hours?|days?|weeks?|months?|years?";

void addVague(Patterns& p) {
    const auto vague = [](const std::smatch&, const base::CivilTime&) { return Meaning{}; };
    const std::string danish = kDanishUnits;
    const std::string english = kEnglishUnits;
    for (const std::string& words : {"for (?:et par|nogle(?: få)?|få|flere) (?:" + danish + ") siden",
                                     "(?:a few|a couple of|some|several) (?:" + english + ") ago",
                                     std::string("(?:i )?sidste (?:forår|sommer|efterår|vinter)"),
                                     std::string("last (?:spring|summer|autumn|fall|winter)")})
        p.push_back({std::regex(words, kFlags), vague});
}

void addSpans(Patterns& p) {
    p.push_back({std::regex("(?:i )?(?:denne uge)|this week", kFlags),
                 [](const std::smatch&, const base::CivilTime& t) { return weekFromThis(0, t); }});
    p.push_back({std::regex("(?:i )?(?:næste uge)|next week", kFlags),
                 [](const std::smatch&, const base::CivilTime& t) { return weekFromThis(1, t); }});
    p.push_back({std::regex("i weekenden", kFlags),
                 [](const std::smatch&, const base::CivilTime& t) { return theWeekend(t); }});
    p.push_back({std::regex("(?:i )?(?:sidste|forrige) (uge|weekend|måned|år|nat)", kFlags),
                 [](const std::smatch& m, const base::CivilTime& t) { return spanOf(m[1], t); }});
    p.push_back({std::regex("last (week|weekend|month|year)", kFlags),
                 [](const std::smatch& m, const base::CivilTime& t) { return spanOf(m[1], t); }});
}

void addWeekdays(Patterns& p) {
    const std::string days = "(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)";
    const auto meaning = [](const std::smatch& m, const base::CivilTime& t) {
        return lastWeekday(weekdayIndex(m[1]), t);
    };
    for (const std::string& words :
         {"(?:i )?(?:sidste|forrige) " + days, "i " + days + "s",
          std::string("last (monday|tuesday|wednesday|thursday|friday|saturday|sunday)")})
        p.push_back({std::regex(words, kFlags), meaning});
}

void addCounts(Patterns& p) {
    const auto meaning = [](const std::smatch& m, const base::CivilTime&) { return ago(m[1], m[2]); };
    const std::string count = "(" + numberWords() + ") (";
    p.push_back({std::regex("for " + count + kDanishUnits + ") siden", kFlags), meaning});
    p.push_back({std::regex(count + kEnglishUnits + ") ago", kFlags), meaning});
}

const Patterns& patterns() {
    static const Patterns list = [] {
        Patterns p;
        addVague(p);
        addSpans(p);
        addWeekdays(p);
        addCounts(p);
        return p;
    }();
    return list;
}

class Finder {
public:
    Finder(std::string_view text, const base::CivilTime& today) : text_(text), today_(today) {
        Lowered made = lowered(text);
        lower_ = std::move(made.text);
        origin_ = std::move(made.origin);
    }

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
        RelativeDate date;
        date.offset = origin_[offset];
        date.length = origin_[end] - origin_[offset];
        for (const RelativeDate& other : found_)
            if (date.offset < other.offset + other.length && other.offset < date.offset + date.length) return;
        date.word = std::string(text_.substr(date.offset, date.length));
        if (meaning.first) date.date = plusDays(today_, *meaning.first);
        if (meaning.last && meaning.last != meaning.first) date.lastDate = plusDays(today_, *meaning.last);
        found_.push_back(std::move(date));
    }

    std::string_view text_;
    std::string lower_;
    std::vector<std::size_t> origin_;
    base::CivilTime today_;
    std::vector<RelativeDate> found_;
};

} // namespace

std::vector<RelativeDate> findRelativeDates(std::string_view text, const base::CivilTime& today) {
    return Finder(text, today).run();
}

} // namespace core::edit
