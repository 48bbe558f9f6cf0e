// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/html_time.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"

#include <array>
#include <vector>

namespace core::format::messenger {

namespace {

// The beginnings of the months, folded as base::foldForSearch does (å is aa, ø and ö are oe). No word of one
// language begins like another month of another one.
struct Month {
    std::string_view begin;
    int number;
};
constexpr std::array<Month, 44> kMonths{{
    {"jan", 1},    {"ene", 1},    {"gen", 1},   {"janv", 1}, {"feb", 2},  {"fev", 2},     {"mar", 3},
    {"maer", 3},   {"mrt", 3},    {"maart", 3}, {"mrz", 3},  {"apr", 4},  {"avr", 4},     {"abr", 4},
    {"may", 5},    {"maj", 5},    {"mai", 5},   {"mei", 5},  {"mag", 5},  {"jun", 6},     {"juin", 6},
    {"giu", 6},    {"jul", 7},    {"juil", 7},  {"lug", 7},  {"aug", 8},  {"ago", 8},     {"aou", 8},
    {"aout", 8},   {"sep", 9},    {"set", 9},   {"okt", 10}, {"oct", 10}, {"ott", 10},    {"out", 10},
    {"nov", 11},   {"dec", 12},   {"des", 12},  {"dez", 12}, {"dic", 12}, {"gennaio", 1}, {"maggio", 5},
    {"giugno", 6}, {"luglio", 7},
}};

int monthOf(std::string_view word) {
    const Month* best = nullptr;
    for (const Month& month : kMonths)
        if (word.starts_with(month.begin) && (best == nullptr || month.begin.size() > best->begin.size()))
            best = &month;
    return best != nullptr ? best->number : 0;
}

struct Piece {
    std::string_view text;
    bool isNumber;
    std::size_t begin;
    std::size_t end;
};

std::vector<Piece> piecesOf(std::string_view text) {
    std::vector<Piece> all;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t i = 0; i < text.size() && all.size() < 16;) {
        std::size_t end = i;
        const bool digit = isDigit(text[i]);
        while (end < text.size() && (digit ? isDigit(text[end]) : isWord(text[end]))) ++end;
        if (end == i) {
            ++i;
            continue;
        }
        all.push_back({text.substr(i, end - i), digit, i, end});
        i = end;
    }
    return all;
}

int valueOf(const Piece& piece) {
    int value = 0;
    for (const char c : piece.text.substr(0, 6)) value = value * 10 + (c - '0');
    return value;
}

class Parser {
public:
    explicit Parser(std::string_view folded) : text_(folded), pieces_(piecesOf(folded)) {}

    bool parse() {
        const std::size_t clock = clockAt();
        if (clock == pieces_.size() || !date(clock)) return false;
        civil.hour = valueOf(pieces_[clock]);
        civil.minute = valueOf(pieces_[clock + 1]);
        hasSeconds = clock + 2 < pieces_.size() && isJoined(clock + 1) && pieces_[clock + 2].isNumber &&
                     pieces_[clock + 2].text.size() == 2;
        if (hasSeconds) civil.second = valueOf(pieces_[clock + 2]);
        return halfOfDay(clock + (hasSeconds ? 3 : 2)) && base::isValid(civil);
    }

    base::CivilTime civil;
    bool hasSeconds = false;

private:
    // Nothing but one : or . between this piece and the next.
    bool isJoined(std::size_t i) const {
        return i + 1 < pieces_.size() && pieces_[i + 1].begin == pieces_[i].end + 1 &&
               (text_[pieces_[i].end] == ':' || text_[pieces_[i].end] == '.');
    }

    // The hour: the first number joined to one of two digits, behind the date.
    std::size_t clockAt() const {
        for (std::size_t i = 1; i + 1 < pieces_.size(); ++i)
            if (pieces_[i].isNumber && pieces_[i].text.size() <= 2 && pieces_[i + 1].isNumber &&
                pieces_[i + 1].text.size() == 2 && isJoined(i))
                return i;
        return pieces_.size();
    }

    bool date(std::size_t end) {
        std::vector<int> numbers;
        bool hasMonth = false;
        bool yearFirst = false;
        for (std::size_t i = 0; i < end; ++i) {
            if (pieces_[i].isNumber) {
                if (numbers.empty()) yearFirst = pieces_[i].text.size() == 4;
                numbers.push_back(valueOf(pieces_[i]));
            } else if (const int month = monthOf(pieces_[i].text); month != 0) {
                if (hasMonth && civil.month != month)
                    return false; // "mardi 14 mai": a day that begins like one
                civil.month = month;
                hasMonth = true;
            }
        }
        if (!hasMonth && numbers.size() == 3 && yearFirst) { // only this order is never turned
            civil.month = numbers[1];
            numbers.erase(numbers.begin() + 1);
        } else if (!hasMonth) {
            return false;
        }
        if (numbers.size() != 2) return false;
        const bool turned = numbers[0] > 31;
        civil.year = numbers[turned ? 0 : 1];
        civil.day = numbers[turned ? 1 : 0];
        return civil.year > 1990 && civil.year < 2200;
    }

    // "pm", "p.m."; false where it does not go with the hour.
    bool halfOfDay(std::size_t at) {
        if (at >= pieces_.size() || pieces_[at].isNumber) return true;
        const std::string_view word = pieces_[at].text;
        const bool isSpelled = word.size() == 1 && at + 1 < pieces_.size() && pieces_[at + 1].text == "m";
        const bool isAm = word == "am" || word == "fm" || (isSpelled && word == "a");
        const bool isPm = word == "pm" || word == "em" || (isSpelled && word == "p");
        if (!isAm && !isPm) return true;
        if (civil.hour > 12) return isPm; // "14:30 pm" is seen
        if (civil.hour == 12) civil.hour = 0;
        if (isPm) civil.hour += 12;
        return true;
    }

    std::string_view text_;
    std::vector<Piece> pieces_;
};

constexpr std::size_t kLongest = 100; // bytes of a time

} // namespace

std::optional<model::TimeClaim> writtenTime(std::string_view text, const std::string& zone) {
    if (text.size() > kLongest) return std::nullopt;
    std::string folded = base::foldForSearch(text);
    for (const char* space : {"\xC2\xA0", "\xE2\x80\xAF"})
        for (std::size_t at = 0; (at = folded.find(space)) != std::string::npos;)
            folded.replace(at, std::string_view(space).size(), " ");
    Parser parser(folded);
    if (!parser.parse()) return std::nullopt;
    model::TimeClaim claim;
    claim.time = base::fromLocal(parser.civil, zone,
                                 parser.hasSeconds ? base::Precision::Second : base::Precision::Minute);
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = std::string(text);
    return claim;
}

} // namespace core::format::messenger
