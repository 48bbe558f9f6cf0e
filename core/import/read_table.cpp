// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/read_table.h"

#include "core/edit/remove_source.h"
#include "core/format/registry.h"
#include "core/import/import_history.h"
#include "core/import/item_writer.h"
#include "core/import/table_templates.h"
#include "core/store/case_store.h"

#include <algorithm>

namespace core::import {

using base::Error;
using base::ErrorCode;

namespace {

struct OldSource {
    Kept kept;
    std::string name, path, mapping, memberPath;
    std::string custodian;
    std::int64_t fileTimeMs = 0;
};

OldSource oldSource(store::Database& database, model::Id id) {
    auto row = database.prepare(
        "SELECT s.name, s.path, s.zone, s.format, coalesce(s.file_time_ms, 0), s.mapping, o.id, "
        "o.object_id, o.sha256, o.size, r.custodian, (SELECT path FROM source_member WHERE child_id = s.id "
        "LIMIT 1) FROM source s JOIN original o ON o.id = s.original_id JOIN import_run r ON r.id = s.run_id "
        "WHERE s.id = ? AND s.removed_ms IS NULL AND s.complete = 1");
    if (!row.with(id).step())
        throw Error(ErrorCode::NotFound, "there is no such source in the case", std::to_string(id));
    OldSource old;
    old.name = row.text(0);
    old.path = row.text(1);
    old.kept.zone = row.text(2);
    old.kept.format = row.text(3);
    old.fileTimeMs = row.integer(4);
    old.mapping = row.text(5);
    old.kept.source = id;
    old.kept.original = row.integer(6);
    old.kept.objectId = row.text(7);
    old.kept.sha256 = row.text(8);
    old.kept.size = static_cast<std::uint64_t>(row.integer(9));
    old.custodian = row.text(10);
    old.memberPath = row.text(11);
    return old;
}

format::ReadContext contextOf(const OldSource& old, const std::string& zone, std::int64_t nowMs) {
    format::ReadContext context;
    context.fileName = old.name;
    const auto slash = old.memberPath.rfind('/');
    if (slash != std::string::npos) context.folder = old.memberPath.substr(0, slash);
    context.size = old.kept.size;
    context.sha256 = old.kept.sha256;
    context.zone = zone;
    context.fileTimeMs = old.fileTimeMs;
    context.nowMs = nowMs;
    return context;
}

class TableSink : public format::RecordSink {
public:
    TableSink(ItemWriter& writer, base::Progress& progress) : writer_(writer), progress_(progress) {}
    void item(format::ItemRecord&& record) override { writer_.write(std::move(record)); }
    void issue(const model::Issue& issue) override { writer_.writeIssue(issue); }
    void position(std::uint64_t offset) override {
        progress_.throwIfCancelled();
        progress_.setDone(offset);
    }

private:
    ItemWriter& writer_;
    base::Progress& progress_;
};

// One reading anew, inside a transaction that is open.
class Rereading {
public:
    Rereading(store::CaseStore& store, store::Database& database, OldSource old, base::Progress& progress)
        : store_(store), db_(database), old_(std::move(old)), progress_(progress) {}

    ImportReport run(const std::string& mapping, const std::string& zone) {
        report_.begunMs = store_.clock().nowMs();
        db_.prepare("INSERT INTO import_run(begun_ms, custodian) VALUES (?, ?)")
            .with(report_.begunMs, old_.custodian)
            .run();
        report_.run = db_.lastInsertId();
        placeSource(mapping, zone);
        edit::removeReread(store_, db_, old_.kept.source, now_.source, progress_);
        read(mapping);
        report_.endedMs = store_.clock().nowMs();
        db_.prepare("UPDATE import_run SET ended_ms = ?, report = ? WHERE id = ?")
            .with(report_.endedMs, toJson(report_), report_.run)
            .run();
        return std::move(report_);
    }

private:
    void placeSource(const std::string& mapping, const std::string& zone) {
        now_ = old_.kept;
        now_.zone = zone;
        now_.format = "table";
        now_.state = Kept::Begun;
        const auto fileTime =
            old_.fileTimeMs == 0 ? std::nullopt : std::optional<std::int64_t>(old_.fileTimeMs);
        db_.prepare("INSERT INTO source(run_id, original_id, name, path, format, zone, file_time_ms, "
                    "imported_ms, mapping) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(report_.run, now_.original, old_.name, old_.path, now_.format, zone, fileTime,
                  report_.begunMs, mapping)
            .run();
        now_.source = db_.lastInsertId();
        db_.prepare("UPDATE source_member SET child_id = ? WHERE child_id = ?")
            .with(now_.source, old_.kept.source)
            .run();
    }

    void read(const std::string& mapping) {
        ImportOptions options;
        options.custodian = old_.custodian;
        ImportHistory history(db_, store_.clock(), options);
        history.begin(now_, old_.name, old_.path, old_.fileTimeMs, report_.run);
        FileReport& file = report_.files.emplace_back();
        file.path = std::filesystem::path(old_.path.empty() ? old_.name : old_.path);
        file.sha256 = now_.sha256;
        file.format = now_.format;
        ItemWriter writer(db_, store_.writeGate(), now_.source, file, Writing::Within);
        const auto original = store_.vault().read(now_.objectId);
        auto context = contextOf(old_, now_.zone, report_.begunMs);
        context.mapping = mapping;
        TableSink sink(writer, progress_);
        format::readerByCode("table")->read(*original, context, sink);
        if (file.items + file.duplicates == 0)
            throw Error(ErrorCode::InvalidInput, "not one row of the table can be read like this", old_.name);
        writer.finish([&] {
            db_.prepare("UPDATE source SET complete = 1 WHERE id = ?").with(now_.source).run();
            history.end(now_, file, "complete", writer.digest());
        });
    }

    store::CaseStore& store_;
    store::Database& db_;
    OldSource old_;
    base::Progress& progress_;
    Kept now_;
    ImportReport report_;
};

// A guess where nobody has said anything; the columns that it could not name are left open.
void fillMapping(store::Database& database, const OldSource& old, TableSample& sample) {
    if (auto said = format::table::mappingFromJson(old.mapping)) {
        sample.mapping = std::move(*said);
        sample.isGuessed = false;
        return;
    }
    for (const std::string& json : TableTemplates::inCase(database))
        if (auto kept = format::table::mappingFromJson(json);
            kept && format::table::hasHeaderOf(*kept, sample.rows)) {
            sample.mapping = std::move(*kept);
            sample.isGuessed = false;
            return;
        }
    sample.mapping = format::table::guessMapping(sample.rows).mapping;
    if (sample.mapping.headerRow != 0) return;
    // No word was known: her own table mostly has its headers on top.
    const auto first = std::find_if(sample.rows.begin(), sample.rows.end(),
                                    [](const TableRow& row) { return !row.isEmpty(); });
    sample.mapping.headerRow = first->number;
    sample.mapping.headers = first->cells;
}

} // namespace

std::optional<TableSample> sampleTable(store::CaseStore& store, model::Id source) {
    const auto database = store.connect();
    const OldSource old = oldSource(*database, source);
    const auto original = store.vault().read(old.kept.objectId);
    TableSample sample;
    sample.rows = format::table::sampleRows(*original, kTableSample);
    const bool isTable = std::any_of(sample.rows.begin(), sample.rows.end(),
                                     [](const TableRow& row) { return row.cells.size() > 1; });
    if (!isTable) return std::nullopt;
    sample.zone = old.kept.zone;
    sample.fileTimeMs = old.fileTimeMs;
    fillMapping(*database, old, sample);
    return sample;
}

std::vector<PreviewRow> previewTable(const TableSample& sample, const TableMapping& mapping,
                                     const std::string& zone, std::int64_t nowMs) {
    format::ReadContext context;
    context.zone = zone;
    context.fileTimeMs = sample.fileTimeMs;
    context.nowMs = nowMs;
    return format::table::preview(sample.rows, context, mapping, kTableSample);
}

ImportReport readTable(store::CaseStore& store, model::Id source, const TableMapping& mapping,
                       const std::string& zone, base::Progress& progress) {
    const auto database = store.connect();
    ImportReport report;
    {
        store::WriteTransaction transaction(store.writeGate(), *database);
        OldSource old = oldSource(*database, source);
        progress.setTotal(old.kept.size);
        report =
            Rereading(store, *database, std::move(old), progress).run(format::table::toJson(mapping), zone);
        transaction.commit();
    }
    database->checkpointWithoutWaiting();
    return report;
}

} // namespace core::import
