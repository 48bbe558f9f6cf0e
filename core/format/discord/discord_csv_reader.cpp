// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/discord/discord_csv_reader.h"

#include "core/base/seekable.h"
#include "core/format/chat/conversation.h"
#include "core/format/table/csv_rows.h"
#include "core/format/table/row_record.h"
#include "core/format/table/table_file.h"

namespace core::format {

namespace {

using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;
using table::Row;

constexpr const char* kService = "discord";
enum Column : int { kAuthorId, kAuthor, kDate, kContent, kAttachments, kReactions };

bool isHeader(const Row& row) {
    static const std::vector<std::string> columns{"AuthorID", "Author",      "Date",
                                                  "Content",  "Attachments", "Reactions"};
    return row.cells.size() >= columns.size() &&
           std::equal(columns.begin(), columns.end(), row.cells.begin());
}

// "Sag - Tekst - snak [123456789012345678].csv" is called after the channel; a chat of two begins with these
// words, and its name is the other one's.
std::string groupOf(std::string_view fileName) {
    if (fileName.starts_with("Direct Messages - Private - ")) return {};
    const std::size_t number = fileName.rfind(" [");
    return std::string(fileName.substr(0, number == std::string_view::npos ? 0 : number));
}

class Reading {
public:
    Reading(base::SeekableSource& source, const ReadContext& context, RecordSink& sink)
        : source_(source), sink_(sink), telling_(sink), reading_{mapping_, context}, conversation_(sink) {
        const std::string group = groupOf(context.fileName);
        if (group.empty()) return;
        conversation_.setGroup();
        conversation_.setTitle(group);
    }

    void run() {
        table::DateOrderEvidence evidence;
        eachRow([&](const Row& row) {
            const auto date = table::parseWrittenDate(row.cell(kDate));
            if (date && date->hasDate) evidence.add(*date);
        });
        table::settleOrder(reading_, evidence);
        eachRow([&](const Row& row) { one(row); });
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted older-texts reactions", 0});
    }

private:
    template <typename Use>
    void eachRow(Use use) {
        source_.seek(0);
        table::CsvRows rows(source_);
        for (Row row; rows.next(row); telling_.at(rows.position()))
            if (!row.isEmpty() && !isHeader(row)) use(row);
    }

    void one(const Row& row) {
        if (row.cell(kAuthorId).empty() && row.cell(kAuthor).empty() && row.cell(kContent).empty())
            return sink_.issue(
                {IssueCode::Malformed, IssueSeverity::Skipped, std::to_string(row.number), row.offset});
        chat::Message message;
        ItemRecord& record = message.record;
        record.kind = model::ItemKind::Chat;
        record.offset = row.offset;
        record.length = row.length;
        const std::string& id = row.cell(kAuthorId).empty() ? row.cell(kAuthor) : row.cell(kAuthorId);
        message.from = chat::person(ParticipantRole::From, id, kService);
        message.from.name = row.cell(kAuthor);
        if (id.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        addDate(record, row.cell(kDate));
        record.text = row.cell(kContent);
        addFiles(record, row.cell(kAttachments));
        if (!row.cell(kReactions).empty())
            chat::addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note,
                           "reactions=" + row.cell(kReactions));
        if (row.isCut) chat::addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd);
        if (row.isOpen) chat::addIssue(record, IssueCode::Truncated, IssueSeverity::Odd);
        if (row.foreign > 0)
            chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd,
                           std::to_string(row.foreign));
        record.identity = chat::identityOf(
            {kService, "csv", id, row.cell(kContent),
             record.times.empty() ? row.cell(kDate) : std::to_string(record.times.front().time.utcMs)});
        conversation_.add(std::move(message));
    }

    // Of late versions with the offset of the exporting computer; of earlier ones its local minute.
    void addDate(ItemRecord& record, const std::string& written) const {
        if (written.empty()) return chat::addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd);
        const auto date = table::parseWrittenDate(written);
        if (!date || !date->hasDate)
            return chat::addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, written);
        table::addTime(record, *date, written, reading_, model::TimeSource::MessageExport);
    }

    // Addresses or paths with commas between; an address holds none that is not written as %2C.
    static void addFiles(ItemRecord& record, std::string_view all) {
        while (!all.empty()) {
            const std::string_view path = all.substr(0, all.find(','));
            all.remove_prefix(std::min(all.size(), path.size() + 1));
            if (path.starts_with("http://") || path.starts_with("https://")) { // its address there soon ends
                chat::addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd, std::string(path));
                chat::addLine(record.text, path);
            } else if (!path.empty()) {
                record.attachments.push_back(chat::fileBeside(path));
            }
        }
    }

    base::SeekableSource& source_;
    RecordSink& sink_;
    table::Telling telling_;
    table::TableMapping mapping_;
    table::RowReading reading_;
    chat::Conversation conversation_;
};

} // namespace

Confidence DiscordCsvReader::probe(const ProbeInput& input) const {
    const auto rows = table::rowsOfHead(input, 1);
    return !rows.empty() && isHeader(rows.front()) ? Confidence::Certain : Confidence::No;
}

void DiscordCsvReader::read(base::ByteSource& bytes, const ReadContext& context, RecordSink& sink) const {
    base::Seekable source(bytes);
    Reading(*source, context, sink).run();
}

} // namespace core::format
