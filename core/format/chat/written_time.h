// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Times that chat exports write out in digits, year first, and the one way in which a time gets into a
// record: with what is doubtful about it said. Not for times in words or of another order.

#include "core/base/civil.h"
#include "core/format/reader.h"

#include <optional>
#include <string_view>

namespace core::format::chat {

struct WrittenTime {
    base::CivilTime civil;
    base::Precision precision = base::Precision::Second;
    std::string_view rest; // behind it, without blanks before: " UTC", "+02:00", "Z"
};

// "2023-05-14 21:30:45", "2023-05-14T21:30", "2023-05-14, 21:30:45.123"; none for anything else.
std::optional<WrittenTime> writtenTime(std::string_view text);

// Adds the time and says where it is in the future or in the hour that came twice or never was.
void addClaim(ItemRecord& record, model::TimeClaim claim, std::int64_t nowMs);

// A time that is written without a zone and is UTC by what is known of the format; `text` may end in "UTC" or
// "Z". What is no such time is an issue.
void addUtc(ItemRecord& record, std::string_view text, std::int64_t nowMs);

// A time without a zone, read in the zone of the source, with a note that nothing says so.
void addLocal(ItemRecord& record, std::string_view text, const ReadContext& context);

// RFC 3339 with its offset. What is none is an issue.
void addWithOffset(ItemRecord& record, std::string_view text, std::int64_t nowMs);

} // namespace core::format::chat
