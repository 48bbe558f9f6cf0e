// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of a table made into a record as a mapping says. The tables' own traps are said by issues: numbers
// that a spreadsheet spoiled, digits that were masked, dates that can be read in two ways.

#include "core/format/table/mapping.h"

namespace core::format::table {

struct RowReading {
    const TableMapping& mapping;
    const ReadContext& context;
    bool isMonthFirst = false;             // what 03/04 is read as
    bool isOrderOpen = false;              // and nothing says that this is right
    std::vector<std::string> headers = {}; // as the file has them
};

// Of the dates of a row, for the order of all. None where there is none.
std::optional<WrittenDate> dateOf(const Row& row, const TableMapping& mapping);

// The settled order: the user's, the mapping's, or what the dates tell.
void settleOrder(RowReading& reading, const DateOrderEvidence& evidence);

Rejected recordOf(const Row& row, const RowReading& reading, ItemRecord& record);

// A number, mail address or name as a table has it, with what is odd about it said in `record`.
model::Participant partyOf(ItemRecord& record, model::ParticipantRole role, std::string_view number,
                           std::string_view name);

// Adds the time, or says why there is none that is sure. `written` as the source has it.
void addTime(ItemRecord& record, WrittenDate date, std::string_view written, const RowReading& reading,
             model::TimeSource source);

} // namespace core::format::table
