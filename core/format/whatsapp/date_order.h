// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which of the three numbers of a date is the day: gathered over the headers of a whole file, since one line
// often cannot tell.

#include "core/format/reader.h"
#include "core/format/whatsapp/header.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace core::format::whatsapp {

// The date and time of a header in one reading. None where it is no date.
std::optional<base::CivilTime> civilOf(const Header& header, DateOrder order);

class DateEvidence {
public:
    // `nowMs`: no message is from later (0: not known). `text`: the line behind the header, where a file name
    // may hold the true date.
    void add(const Header& header, std::string_view text, std::int64_t nowMs);

    struct Decision {
        DateOrder order = DateOrder::DayFirst;
        bool isOpen = false;        // it could be read in another way as well
        bool againstAnswer = false; // what the user said cannot be right
    };
    Decision decide(DateOrder answer) const;

private:
    struct Candidate {
        DateOrder order = DateOrder::DayFirst;
        std::uint64_t impossible = 0; // no such date, or in the future
        std::uint64_t named = 0;      // a file name has the same date
        std::uint64_t back = 0;       // days before the line above
        std::int64_t lastDay = 0;
    };
    bool isFixed(const Candidate& candidate) const;
    bool isFarFetched(const Candidate& candidate) const;

    std::array<Candidate, 3> candidates_{
        {{DateOrder::DayFirst}, {DateOrder::MonthFirst}, {DateOrder::YearFirst}}};
    std::uint64_t lines_ = 0;
    HeaderShape shape_;
};

} // namespace core::format::whatsapp
