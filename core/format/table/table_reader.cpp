// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/table_reader.h"

#include "core/base/error.h"
#include "core/base/seekable.h"
#include "core/base/sha256.h"
#include "core/format/chat/chat_record.h"
#include "core/format/table/row_record.h"
#include "core/format/table/table_file.h"
#include "core/format/table/words.h"

#include <algorithm>

namespace core::format {

namespace table {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr std::size_t kSample = kHeaderWithin;

std::vector<Row> firstRows(Rows& rows, std::size_t most) {
    std::vector<Row> sample;
    for (Row row; sample.size() < most && rows.next(row);) sample.push_back(std::move(row));
    return sample;
}

std::vector<std::string> withoutEmptyEnd(std::vector<std::string> cells) {
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    return cells;
}

const Row* headerRowOf(const TableMapping& mapping, const std::vector<Row>& rows) {
    const auto wanted = withoutEmptyEnd(mapping.headers);
    if (wanted.empty()) return nullptr;
    for (const Row& row : rows)
        if (withoutEmptyEnd(row.cells) == wanted) return &row;
    return nullptr;
}

// The row with the mapping's headers, which may stand elsewhere in another file of the same origin.
void findHeader(const std::vector<Row>& sample, TableMapping& mapping) {
    if (const Row* header = headerRowOf(mapping, sample)) mapping.headerRow = header->number;
}

std::optional<TableMapping> mappingFor(const std::vector<Row>& sample, const ReadContext& context) {
    if (!context.mapping.empty()) {
        auto said = mappingFromJson(context.mapping);
        if (said) findHeader(sample, *said);
        return said;
    }
    Guess guess = guessMapping(sample);
    return guess.isSure ? std::optional<TableMapping>(std::move(guess.mapping)) : std::nullopt;
}

class Reading {
public:
    Reading(TableFile& file, const ReadContext& context, RecordSink& sink)
        : file_(file), context_(context), sink_(sink), telling_(sink) {}

    bool run() {
        bool any = false;
        for (std::size_t i = 0; i < file_.tables(); ++i) {
            const auto sample = firstRows(*file_.rows(i), kSample);
            auto mapping = mappingFor(sample, context_);
            // What was said of one sheet holds for those with the same headers.
            if (mapping && !context_.mapping.empty() && file_.tables() > 1 && !mapping->headers.empty() &&
                !hasHeaderOf(*mapping, sample)) {
                if (!sample.empty())
                    sink_.issue(
                        {IssueCode::UnknownFormat, IssueSeverity::Note, "sheet " + std::to_string(i + 1), 0});
                continue;
            }
            if (!mapping) continue;
            any = true;
            one(i, *mapping);
        }
        if (others_ > 0)
            sink_.issue(
                {IssueCode::UnknownCode, IssueSeverity::Note, "not-a-contact=" + std::to_string(others_), 0});
        return any;
    }

private:
    void one(std::size_t table, const TableMapping& mapping) {
        RowReading reading{mapping, context_, false, false, mapping.headers};
        DateOrderEvidence evidence;
        const auto first = file_.rows(table);
        for (Row row; first->next(row); telling_.at(first->position()))
            if (row.number > mapping.headerRow)
                if (const auto date = dateOf(row, mapping)) evidence.add(*date);
        settleOrder(reading, evidence);
        const bool isOneWay = mapping.direction == model::Direction::Out && !mapping.has(Role::Direction) &&
                              mapping.kind != model::ItemKind::Note;
        if (isOneWay && !isIncomingSaid_)
            sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "incoming", 0});
        isIncomingSaid_ = isIncomingSaid_ || isOneWay;
        const auto rows = file_.rows(table);
        for (Row row; rows->next(row); telling_.at(rows->position()))
            if (row.number > mapping.headerRow) take(row, reading);
    }

    void take(const Row& row, const RowReading& reading) {
        ItemRecord record;
        const Rejected why = recordOf(row, reading, record);
        if (why == Rejected::NotAContact) ++others_;
        if (why == Rejected::No) {
            record.index = ++index_;
            repeats_.tellApart(record);
            return sink_.item(std::move(record));
        }
        if (why == Rejected::NoDate || why == Rejected::NoContent || why == Rejected::TooLarge)
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped,
                         std::string(codeOf(why)) + " " + std::to_string(row.number), row.offset});
    }

    TableFile& file_;
    const ReadContext& context_;
    RecordSink& sink_;
    Telling telling_;
    chat::Repeats repeats_;
    std::uint64_t index_ = 0, others_ = 0;
    bool isIncomingSaid_ = false;
};

// What the import makes of a file that nobody reads.
ItemRecord documentOf(base::SeekableSource& source, const ReadContext& context) {
    ItemRecord record;
    record.kind = model::ItemKind::Document;
    record.index = 1;
    record.length = source.size();
    base::Sha256 hash;
    source.seek(0);
    std::string piece(65536, '\0');
    for (std::size_t n = 1; n > 0;) {
        n = source.read(piece.data(), piece.size());
        hash.update(std::string_view(piece).substr(0, n));
    }
    record.identity = base::toHex(hash.finish());
    if (context.fileTimeMs != 0) {
        model::TimeClaim claim;
        claim.time.utcMs = context.fileTimeMs;
        claim.source = model::TimeSource::FileTime;
        record.times.push_back(claim);
    }
    record.issues.push_back({IssueCode::UnknownFormat, IssueSeverity::Note, {}, 0});
    return record;
}

} // namespace

std::vector<Row> sampleRows(base::SeekableSource& source, std::size_t most) {
    try {
        TableFile file(source);
        for (std::size_t i = 0; i < file.tables(); ++i)
            if (auto rows = firstRows(*file.rows(i), most); !rows.empty()) return rows;
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Unsupported) throw;
    }
    return {};
}

bool hasHeaderOf(const TableMapping& mapping, const std::vector<Row>& rows) {
    return headerRowOf(mapping, rows) != nullptr;
}

std::vector<PreviewRow> preview(base::SeekableSource& source, const ReadContext& context,
                                const TableMapping& mapping, std::size_t most) {
    return preview(sampleRows(source, most + kSample), context, mapping, most);
}

std::vector<PreviewRow> preview(const std::vector<Row>& sample, const ReadContext& context,
                                const TableMapping& written, std::size_t most) {
    TableMapping mapping = written;
    findHeader(sample, mapping);
    RowReading reading{mapping, context, false, false, mapping.headers};
    DateOrderEvidence evidence;
    for (const Row& row : sample)
        if (row.number > mapping.headerRow)
            if (const auto date = dateOf(row, mapping)) evidence.add(*date);
    settleOrder(reading, evidence);
    std::vector<PreviewRow> shown;
    for (const Row& row : sample) {
        if (row.number <= mapping.headerRow || shown.size() >= most) continue;
        PreviewRow one{row, std::nullopt, Rejected::No};
        ItemRecord record;
        one.why = recordOf(row, reading, record);
        if (one.why == Rejected::No) one.record = std::move(record);
        shown.push_back(std::move(one));
    }
    return shown;
}

} // namespace table

Confidence TableReader::probe(const ProbeInput& input) const {
    if (table::looksLikeXlsx(input.head)) return Confidence::Likely;
    const auto rows = table::rowsOfHead(input, table::kSample);
    return !rows.empty() && table::guessMapping(rows).isSure ? Confidence::Likely : Confidence::No;
}

void TableReader::read(base::ByteSource& bytes, const ReadContext& context, RecordSink& sink) const {
    base::Seekable source(bytes);
    try {
        table::TableFile file(*source);
        if (table::Reading(file, context, sink).run()) return;
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Unsupported) throw;
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, error.what(), 0});
    }
    sink.item(table::documentOf(*source, context));
}

} // namespace core::format
