// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/date_order.h"

#include "core/base/ascii.h"
#include "core/base/civil.h"

#include <algorithm>

namespace core::format::whatsapp {

namespace {

constexpr int kFirstYear = 2009; // before it the service was not there

int fullYear(int year) { return year < 100 ? 2000 + year : year; }

// The date in "IMG-20230514-WA0001.jpg" or "00000012-PHOTO-2023-05-14-21-30-45.jpg".
std::optional<base::CivilTime> namedDate(std::string_view text) {
    for (std::size_t at = text.find("-20"); at != std::string_view::npos; at = text.find("-20", at + 1)) {
        std::string digits;
        std::size_t i = at + 1;
        for (; i < text.size() && digits.size() < 8 && (base::isDigit(text[i]) || text[i] == '-'); ++i)
            if (base::isDigit(text[i])) digits += text[i];
        if (digits.size() < 8 || i >= text.size() || text[i] != '-') continue;
        base::CivilTime civil;
        civil.year = std::stoi(digits.substr(0, 4));
        civil.month = std::stoi(digits.substr(4, 2));
        civil.day = std::stoi(digits.substr(6, 2));
        if (base::isValid(civil)) return civil;
    }
    return std::nullopt;
}

} // namespace

std::optional<base::CivilTime> civilOf(const Header& header, DateOrder order) {
    base::CivilTime civil;
    const auto& d = header.date;
    const bool yearFirst = order == DateOrder::YearFirst;
    if (!header.shape.shortYear && header.shape.yearFirst != yearFirst) return std::nullopt;
    civil.year = fullYear(yearFirst ? d[0] : d[2]);
    civil.month = order == DateOrder::MonthFirst ? d[0] : d[1];
    civil.day = yearFirst ? d[2] : order == DateOrder::MonthFirst ? d[1] : d[0];
    civil.hour = header.hour;
    civil.minute = header.minute;
    civil.second = header.second;
    if (!base::isValid(civil) || civil.year < kFirstYear) return std::nullopt;
    return civil;
}

void DateEvidence::add(const Header& header, std::string_view text, std::int64_t nowMs) {
    if (lines_++ == 0) shape_ = header.shape;
    const auto named = namedDate(text);
    for (Candidate& candidate : candidates_) {
        const auto civil = civilOf(header, candidate.order);
        const std::int64_t ms = civil ? base::civilToMs(*civil) : 0;
        if (!civil || (nowMs > 0 && ms > nowMs + base::kDayMs)) {
            ++candidate.impossible;
            continue;
        }
        if (named && named->year == civil->year && named->month == civil->month && named->day == civil->day)
            ++candidate.named;
        const std::int64_t day = ms / base::kDayMs;
        if (day + 1 < candidate.lastDay) ++candidate.back; // a message may come in late, even over midnight
        candidate.lastDay = day;
    }
}

// Is it the reading that the way of writing leaves no choice about? With dots and dashes and the year behind
// them the day comes first wherever they are used at all.
bool DateEvidence::isFixed(const Candidate& candidate) const {
    if (shape_.yearFirst || shape_.eastAsian) return candidate.order == DateOrder::YearFirst;
    return shape_.separator != '/' && candidate.order == DateOrder::DayFirst;
}

// Two digits of a year come first in East Asia only: elsewhere that reading is for files that allow no other.
bool DateEvidence::isFarFetched(const Candidate& candidate) const {
    return shape_.shortYear && !shape_.eastAsian && candidate.order == DateOrder::YearFirst &&
           std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& other) {
               return other.order != DateOrder::YearFirst && other.impossible == 0;
           });
}

DateEvidence::Decision DateEvidence::decide(DateOrder answer) const {
    const auto fewest =
        std::min_element(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) {
            return a.impossible < b.impossible;
        })->impossible;
    // A few lines that fit no reading are damage; they may not bring a reading back that they fit by chance.
    std::array<const Candidate*, 3> possible{};
    std::size_t count = 0;
    for (const Candidate& candidate : candidates_)
        if (candidate.impossible <= fewest && !isFarFetched(candidate)) possible[count++] = &candidate;
    const auto among = [&](DateOrder order) {
        return std::any_of(possible.begin(), possible.begin() + count,
                           [order](const Candidate* one) { return one->order == order; });
    };
    Decision decision;
    const bool isAnswered = answer != DateOrder::FromFile;
    const bool canBe = std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& one) {
        return one.order == answer && one.impossible <= fewest;
    });
    decision.againstAnswer = isAnswered && !canBe;
    if (isAnswered && canBe) {
        decision.order = answer;
        return decision;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (isFixed(*possible[i])) {
            decision.order = possible[i]->order;
            return decision;
        }
    const Candidate* best = possible[0];
    for (std::size_t i = 1; i < count; ++i)
        if (possible[i]->named > best->named ||
            (possible[i]->named == best->named && possible[i]->back < best->back))
            best = possible[i];
    decision.order = best->order;
    for (std::size_t i = 0; i < count; ++i) {
        if (possible[i] == best) continue;
        const Candidate& other = *possible[i];
        const bool isNamed = best->named > 0 && other.named == 0;
        // Back and forth through the years in one reading, and hardly ever in the other.
        const bool isOrdered = other.back >= 3 && best->back * 10 <= other.back;
        if (!isNamed && !isOrdered) decision.isOpen = true;
    }
    if (decision.isOpen && among(DateOrder::DayFirst))
        decision.order = DateOrder::DayFirst; // as here; and it is said
    return decision;
}

} // namespace core::format::whatsapp
