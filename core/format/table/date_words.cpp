// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/date_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace core::format::table {

namespace {

struct MonthName {
    std::string_view word; // folded
    int month;
};
constexpr std::array<MonthName, 41> kMonths{{
    {"januar", 1},    {"january", 1}, {"jan", 1},       {"januari", 1},   {"jaenner", 1}, {"februar", 2},
    {"february", 2},  {"feb", 2},     {"marts", 3},     {"march", 3},     {"maerz", 3},   {"marz", 3},
    {"mar", 3},       {"april", 4},   {"apr", 4},       {"maj", 5},       {"may", 5},     {"mai", 5},
    {"juni", 6},      {"june", 6},    {"jun", 6},       {"juli", 7},      {"july", 7},    {"jul", 7},
    {"august", 8},    {"aug", 8},     {"september", 9}, {"sept", 9},      {"sep", 9},     {"oktober", 10},
    {"october", 10},  {"okt", 10},    {"oct", 10},      {"november", 11}, {"nov", 11},    {"december", 12},
    {"dezember", 12}, {"dec", 12},    {"dez", 12},      {"mrz", 3},       {"maer", 3},
}};

constexpr std::array<std::string_view, 49> kFillers{
    "sonntag",  "kl",         "at",      "um",     "uhr",      "den",     "d",      "of",        "the",
    "th",       "st",         "nd",      "rd",     "man",      "mandag",  "tir",    "tirs",      "tirsdag",
    "ons",      "onsdag",     "tor",     "tors",   "torsdag",  "fre",     "fredag", "loer",      "loerdag",
    "soen",     "soendag",    "mon",     "monday", "tue",      "tuesday", "wed",    "wednesday", "thu",
    "thursday", "fri",        "friday",  "sat",    "saturday", "sun",     "sunday", "montag",    "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag"};
constexpr std::array<std::string_view, 7> kShortGerman{"mo", "di", "mi", "do", "fr", "sa", "so"};

} // namespace

std::string plainWords(std::string_view text) {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = base::nextCodePoint(text, pos);
        if (c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0x2068 || c == 0x2069) continue;
        if (c == 0xA0 || c == 0x202F || c == 0x2009 || c == '\n')
            out += ' ';
        else
            base::appendUtf8(out, c);
    }
    return base::foldForSearch(out);
}

int monthOf(std::string_view word) {
    const auto found = std::find_if(kMonths.begin(), kMonths.end(),
                                    [&](const MonthName& month) { return month.word == word; });
    return found == kMonths.end() ? 0 : found->month;
}

bool isDateFiller(std::string_view word) {
    return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

bool isShortWeekday(std::string_view word) {
    return std::find(kShortGerman.begin(), kShortGerman.end(), word) != kShortGerman.end();
}

} // namespace core::format::table
