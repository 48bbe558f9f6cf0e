// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/imazing_reader.h"

#include "core/base/error.h"
#include "core/base/seekable.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/chat/chat_record.h"
#include "core/format/imazing/columns.h"
#include "core/format/imazing/file_name.h"
#include "core/format/imazing/own_tables.h"
#include "core/format/imazing/sessions.h"
#include "core/format/imazing/ways.h"
#include "core/format/table/row_record.h"

namespace core::format {

namespace imazing {

namespace {

using chat::addIssue;
using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

class Reading {
public:
    Reading(table::TableFile& file, const ReadContext& context, RecordSink& sink)
        : file_(file), context_(context), sink_(sink), telling_(sink), reading_{mapping_, context} {}

    void run() {
        tables_ = ownTables(file_);
        if (tables_.empty()) return sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, "header", 0});
        lookThrough();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note,
                     columns_.kind == Kind::Calls ? "deleted" : "deleted disappearing", 0});
        for (const OwnTable& table : tables_) eachRow(table, [this](const table::Row& row) { one(row); });
    }

private:
    // Sets what the rows are read by: header_ and columns_.
    template <typename OnRow>
    void eachRow(const OwnTable& table, const OnRow& onRow) {
        header_ = table.header;
        columns_ = table.columns;
        const auto rows = file_.rows(table.at);
        for (table::Row row; rows->next(row); telling_.at(rows->position()))
            if (row.number > header_.number && !row.isEmpty() && row.cells != header_.cells) onRow(row);
    }

    // The order of dates, whether they have seconds, and who is in which chat.
    void lookThrough() {
        table::DateOrderEvidence evidence;
        for (const OwnTable& table : tables_)
            eachRow(table, [&](const table::Row& row) {
                if (const auto date = table::parseWrittenDate(columns_.of(row, Column::Date));
                    date && date->hasDate) {
                    evidence.add(*date);
                    hasSeconds_ = hasSeconds_ || date->civil.second != 0;
                }
                if (columns_.kind == Kind::Messages || columns_.kind == Kind::WhatsApp)
                    sessions_.add(row, columns_);
            });
        table::settleOrder(reading_, evidence);
        // A cell of a workbook has a second, whether one was ever known or not.
        hasSeconds_ = hasSeconds_ || !file_.isWorkbook();
    }

    void one(const table::Row& row) {
        ItemRecord record;
        record.offset = row.offset;
        record.length = row.length;
        addDate(record, row, Column::Date);
        takeWay(record, row);
        if (columns_.kind == Kind::Calls)
            call(record, row);
        else
            message(record, row);
        if (row.isCut) addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd);
        if (row.isOpen) addIssue(record, IssueCode::Truncated, IssueSeverity::Odd);
        if (row.foreign > 0)
            addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd, std::to_string(row.foreign));
        if (record.times.empty() && record.text.empty() && record.participants.empty())
            return sink_.issue(
                {IssueCode::Malformed, IssueSeverity::Skipped, std::to_string(row.number), row.offset});
        give(std::move(record));
        reactions(row);
    }

    void give(ItemRecord&& record) {
        record.index = ++index_;
        std::string people;
        for (const model::Participant& one : record.participants)
            people += model::normalizeIdentifier(one.kind, one.id) + "~";
        const std::string time = record.times.empty() ? "" : std::to_string(record.times.front().time.utcMs);
        const std::string file = record.attachments.empty() ? "" : record.attachments.front().name;
        const std::string length = record.call ? std::to_string(record.call->durationSeconds) : "";
        record.identity =
            chat::identityOf({time, people, model::codeOf(record.direction), record.text, file, length});
        repeats_.tellApart(record);
        leaveOutSender(record);
        sink_.item(std::move(record));
    }

    // A session holds all numbers of a contact, and he has not written to his other one. After the identity,
    // which has all of them.
    static void leaveOutSender(ItemRecord& record) {
        if (record.participants.empty() || record.participants[0].role != ParticipantRole::From) return;
        const std::string name = record.participants[0].name;
        if (name.empty()) return;
        std::erase_if(record.participants, [&](const model::Participant& one) {
            return one.role == ParticipantRole::To && one.name == name;
        });
    }

    std::optional<table::WrittenDate> addDate(ItemRecord& record, const table::Row& row, Column column) {
        const std::string& written = columns_.of(row, column);
        if (written.empty()) {
            if (column == Column::Date) addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd);
            return std::nullopt;
        }
        auto date = table::parseWrittenDate(written);
        if (date && !hasSeconds_) date->hasSeconds = false;
        if (!date || !date->hasDate) {
            addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, written);
            return std::nullopt;
        }
        const auto source = columns_.kind == Kind::Calls ? model::TimeSource::CallLog
                            : column == Column::SentDate ? model::TimeSource::MessageSent
                                                         : model::TimeSource::MessageExport;
        table::addTime(record, *date, written, reading_, source);
        return date;
    }

    void takeWay(ItemRecord& record, const table::Row& row) {
        const std::string& type = columns_.of(row, Column::Type);
        const std::string word = base::foldForSearch(type);
        if (word == "notification") {
            record.kind = ItemKind::Notice;
            return;
        }
        record.kind = columns_.kind == Kind::Calls ? ItemKind::Call : ItemKind::Chat;
        if (const Way* way = wayOf(word)) {
            record.direction = way->direction;
            if (record.kind == ItemKind::Call) record.call = model::CallInfo{way->call, 0, type};
            return;
        }
        if (record.kind == ItemKind::Call) record.call = model::CallInfo{CallType::Other, 0, type};
        addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, type);
    }

    void call(ItemRecord& record, const table::Row& row) {
        const std::string& written = columns_.of(row, Column::Duration);
        const auto duration = table::parseDuration(written);
        if (duration) record.call->durationSeconds = duration->seconds;
        if (!duration && !written.empty())
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, "duration=" + written);
        other(record, row);
    }

    // The other side where the table has a column for it.
    void other(ItemRecord& record, const table::Row& row) {
        const std::string& number = columns_.of(row, Column::Number);
        const std::string& name = columns_.of(row, Column::Contact);
        if (number.empty() && name.empty())
            return addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        const auto role = record.direction == Direction::In ? ParticipantRole::From : ParticipantRole::To;
        record.participants.push_back(table::partyOf(record, role, number, name));
        if (record.direction == Direction::Unknown)
            addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, "direction");
    }

    void message(ItemRecord& record, const table::Row& row) {
        const std::string service = base::foldForSearch(columns_.of(row, Column::Service));
        const bool isPhoneView = columns_.kind == Kind::PhoneView;
        const std::string phoneViewKind = isPhoneView ? base::foldForSearch(row.cell(typeColumn())) : "";
        if (record.kind == ItemKind::Chat && (service == "sms" || phoneViewKind == "sms"))
            record.kind = ItemKind::Sms;
        if (record.kind == ItemKind::Chat && (service == "mms" || phoneViewKind == "mms"))
            record.kind = ItemKind::Mms;
        record.subject = columns_.of(row, Column::Subject);
        if (const std::string& before = columns_.of(row, Column::ReplyingTo); !before.empty())
            record.text = "> " + chat::quoted(before) + "\n";
        record.text += columns_.of(row, Column::Text);
        if (columns_.kind == Kind::WhatsApp) addDate(record, row, Column::SentDate);
        if (isPhoneView)
            other(record, row);
        else
            people(record, row);
        if (const std::string& when = columns_.of(row, Column::EditedDate); !when.empty())
            addIssue(record, IssueCode::Edited, IssueSeverity::Note, when);
        if (const std::string& when = columns_.of(row, Column::DeletedDate); !when.empty())
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "deleted=" + when);
        if (const std::string& forwarded = columns_.of(row, Column::Forwarded);
            !forwarded.empty() && base::foldForSearch(forwarded) != "no")
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "forwarded");
        const std::string status = base::foldForSearch(columns_.of(row, Column::Status));
        if (status.find("not sent") != std::string::npos ||
            status.find("not delivered") != std::string::npos || status.find("fail") != std::string::npos)
            addIssue(record, IssueCode::NotSent, IssueSeverity::Note, columns_.of(row, Column::Status));
        attachment(record, row);
    }

    void people(ItemRecord& record, const table::Row& row) {
        const char* service = columns_.kind == Kind::WhatsApp ? "whatsapp" : "imessage";
        const Person sender{columns_.of(row, Column::SenderId), columns_.of(row, Column::SenderName)};
        const bool isSaid = !sender.id.empty() || !sender.name.empty();
        const auto others = sessions_.othersIn(columns_.of(row, Column::Session));
        if (record.direction != Direction::Out && isSaid)
            record.participants.push_back(participantOf(ParticipantRole::From, sender, service));
        if (record.direction == Direction::In && !isSaid)
            addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        for (const Person& one : others) {
            const bool isSender = sender.id.empty() ? one.name == sender.name : one.id == sender.id;
            if (record.direction != Direction::Out && (isSender || others.size() == 1)) continue;
            record.participants.push_back(participantOf(ParticipantRole::To, one, service));
        }
    }

    void attachment(ItemRecord& record, const table::Row& row) {
        const std::string& written = columns_.of(row, Column::Attachment);
        if (written.empty()) return;
        model::Attachment file = chat::fileBeside(written);
        if (context_.around != nullptr && !record.times.empty()) {
            const auto when = base::toLocal(record.times.front().time.utcMs, context_.zone);
            const bool hasSeconds = record.times.front().time.precision <= base::Precision::Second;
            const auto found = fileFor(file.name, when, hasSeconds, context_.around->beside());
            if (found) file.path = *found;
        }
        record.attachments.push_back(std::move(file));
        if (record.kind == ItemKind::Sms) record.kind = ItemKind::Mms;
    }

    // Free words of the program: kept as a line about the message, with nobody made its author.
    void reactions(const table::Row& row) {
        const std::string& all = columns_.of(row, Column::Reactions);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find('\n', at), all.size());
            const std::string line = all.substr(at, end - at);
            at = end + 1;
            if (line.empty()) continue;
            ItemRecord record;
            record.kind = ItemKind::Notice;
            record.offset = row.offset;
            record.length = row.length;
            record.text = line + " " + chat::quoted(columns_.of(row, Column::Text));
            give(std::move(record));
        }
    }

    // "direction,timestamp,name,number,content,type": the last is the kind.
    int typeColumn() const {
        for (std::size_t i = 1; i < header_.cells.size(); ++i)
            if (base::foldForSearch(header_.cells[i]) == "type") return static_cast<int>(i);
        return -1;
    }

    table::TableFile& file_;
    const ReadContext& context_;
    RecordSink& sink_;
    table::Telling telling_;
    table::TableMapping mapping_;
    table::RowReading reading_;
    std::vector<OwnTable> tables_;
    table::Row header_; // of the table that is read, as columns_
    Columns columns_;
    bool hasSeconds_ = false;
    Sessions sessions_;
    chat::Repeats repeats_;
    std::uint64_t index_ = 0;
};

} // namespace

} // namespace imazing

Confidence ImazingReader::probe(const ProbeInput& input) const {
    for (const table::Row& row : table::rowsOfHead(input, imazing::kMostAbove))
        if (imazing::columnsOf(row).kind != imazing::Kind::None) return Confidence::Certain;
    return imazing::isOwnBook(input) ? Confidence::Certain : Confidence::No;
}

void ImazingReader::read(base::ByteSource& bytes, const ReadContext& context, RecordSink& sink) const {
    base::Seekable source(bytes);
    try {
        table::TableFile file(*source);
        imazing::Reading(file, context, sink).run();
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Unsupported) throw;
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, error.what(), 0});
    }
}

} // namespace core::format
