// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The columns of the tables that programs which read a telephone write: iMazing's messages, WhatsApp and
// calls of all versions, and PhoneView's messages. Found by their headers, as versions add and move columns.

#include "core/format/table/rows.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace core::format::imazing {

enum class Kind { None, Messages, WhatsApp, Calls, PhoneView };

enum class Column : std::uint8_t {
    Session,
    Date,
    SentDate,
    EditedDate,
    DeletedDate,
    Service,
    Type,
    SenderId,
    SenderName,
    Status,
    Forwarded,
    ReplyingTo,
    Subject,
    Text,
    Reactions,
    Attachment,
    AttachmentType,
    Duration,
    Number,
    Contact,
    None,
};

struct Columns {
    Kind kind = Kind::None;
    std::array<int, static_cast<std::size_t>(Column::None)> at{}; // -1 = not there

    const std::string& of(const table::Row& row, Column column) const {
        return row.cell(at.at(static_cast<std::size_t>(column)));
    }
};

// Kind::None where the row is no header of any of them.
Columns columnsOf(const table::Row& header);

} // namespace core::format::imazing
