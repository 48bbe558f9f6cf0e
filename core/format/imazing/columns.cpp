// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/columns.h"

#include "core/base/utf8.h"

namespace core::format::imazing {

namespace {

struct Header {
    std::string_view word; // folded
    Column column;
};
constexpr std::array kHeaders{
    Header{"chat session", Column::Session},
    Header{"message date", Column::Date},
    Header{"date", Column::Date},
    Header{"timestamp", Column::Date},
    Header{"sent date", Column::SentDate},
    Header{"edited date", Column::EditedDate},
    Header{"deleted date", Column::DeletedDate},
    Header{"service", Column::Service},
    Header{"type", Column::Type},
    Header{"call type", Column::Type},
    Header{"direction", Column::Type},
    Header{"sender id", Column::SenderId},
    Header{"sender name", Column::SenderName},
    Header{"status", Column::Status},
    Header{"forwarded", Column::Forwarded},
    Header{"replying to", Column::ReplyingTo},
    Header{"subject", Column::Subject},
    Header{"text", Column::Text},
    Header{"content", Column::Text},
    Header{"reactions", Column::Reactions},
    Header{"attachment", Column::Attachment},
    Header{"attachment type", Column::AttachmentType},
    Header{"duration", Column::Duration},
    Header{"number", Column::Number},
    Header{"contact", Column::Contact},
    Header{"name", Column::Contact},
};

} // namespace

Columns columnsOf(const table::Row& header) {
    Columns columns;
    columns.at.fill(-1);
    bool hasPhoneViewType = false;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        if (header.cells[i].size() > 40) return columns;
        const std::string word = base::foldForSearch(header.cells[i]);
        for (const Header& known : kHeaders) {
            int& at = columns.at.at(static_cast<std::size_t>(known.column));
            if (word == known.word && at < 0) at = static_cast<int>(i);
        }
        hasPhoneViewType = hasPhoneViewType || word == "type";
    }
    const auto has = [&](Column column) { return columns.at.at(static_cast<std::size_t>(column)) >= 0; };
    const std::string first = header.cells.empty() ? "" : base::foldForSearch(header.cells[0]);
    if (has(Column::Session) && has(Column::Date) && has(Column::Type) && has(Column::Text))
        columns.kind = has(Column::Service) ? Kind::Messages : Kind::WhatsApp;
    else if (first == "call type" && has(Column::Date) && has(Column::Duration) && has(Column::Number))
        columns.kind = Kind::Calls;
    else if (first == "direction" && has(Column::Date) && has(Column::Number) && has(Column::Text) &&
             hasPhoneViewType)
        columns.kind = Kind::PhoneView;
    return columns;
}

} // namespace core::format::imazing
