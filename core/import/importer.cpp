// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/base/utf8.h"
#include "core/format/registry.h"
#include "core/import/file_walk.h"
#include "core/import/item_writer.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"

#include <algorithm>
#include <sstream>

#include <Poco/JSON/Object.h>

namespace core::import {

namespace {

class WritingSink : public format::RecordSink {
public:
    WritingSink(ItemWriter& writer, base::Progress& progress)
        : writer_(writer), progress_(progress), begin_(progress.done()) {}

    void item(format::ItemRecord&& record) override { writer_.write(std::move(record)); }
    void issue(const model::Issue& issue) override { writer_.writeIssue(issue); }
    void position(std::uint64_t offset) override {
        progress_.throwIfCancelled();
        progress_.setDone(begin_ + offset);
    }

private:
    ItemWriter& writer_;
    base::Progress& progress_;
    std::uint64_t begin_;
};

// One import: its connection, its run, and what is the same for all its files.
class Run {
public:
    Run(store::CaseStore& store, const ImportOptions& options, base::Progress& progress)
        : store_(store), options_(options), progress_(progress), db_(store.connect()) {
        store::WriteTransaction transaction(store.writeGate(), *db_);
        db_->prepare("INSERT INTO import_run(begun_ms, custodian) VALUES (?, ?)")
            .with(store.clock().nowMs(), options.custodian)
            .run();
        id = db_->lastInsertId();
        transaction.commit();
    }

    void importFile(const std::filesystem::path& path,
                    FileReport& report); // what was done, even where it throws
    void finish(const ImportReport& report);

    model::Id id = 0;

private:
    // Where the bytes of one file stand in the case.
    struct Kept {
        model::Id original = 0;
        std::string objectId;
        std::string sha256;
        std::uint64_t size = 0;
        model::Id source = 0;
        std::string zone; // in which its local times are read
        bool complete = false;
    };

    Kept keep(const std::filesystem::path& path, const ProbedFile& probed);
    void placeOriginal(Kept& kept);
    void placeSource(Kept& kept, const std::filesystem::path& path, const ProbedFile& probed);
    void read(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
              FileReport& report);
    void markComplete(model::Id source, const FileReport& report);
    int itemsOf(model::Id source);

    store::CaseStore& store_;
    const ImportOptions& options_;
    base::Progress& progress_;
    std::unique_ptr<store::Database> db_;
};

// The object is on the disk before its rows are; a file of the same bytes is kept once.
Run::Kept Run::keep(const std::filesystem::path& path, const ProbedFile& probed) {
    base::FileSource file(path);
    const store::StoredObject stored = store_.vault().store(file, progress_);
    Kept kept;
    kept.objectId = stored.objectId;
    kept.sha256 = base::toHex(stored.sha256);
    kept.size = stored.size;
    {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        placeOriginal(kept);
        placeSource(kept, path, probed);
        transaction.commit();
    }
    if (kept.objectId == stored.objectId)
        store_.vault().settle(stored.objectId);
    else
        store_.vault().discard(stored.objectId);
    return kept;
}

void Run::placeOriginal(Kept& kept) {
    auto find = db_->prepare("SELECT id, object_id FROM original WHERE sha256 = ?");
    if (find.with(kept.sha256).step()) {
        kept.original = find.integer(0);
        kept.objectId = find.text(1);
        return;
    }
    db_->prepare("INSERT INTO original(object_id, sha256, size) VALUES (?, ?, ?)")
        .with(kept.objectId, kept.sha256, static_cast<std::int64_t>(kept.size))
        .run();
    kept.original = db_->lastInsertId();
}

// The source row of these bytes: the one that is there already (complete or broken off), or a new one.
void Run::placeSource(Kept& kept, const std::filesystem::path& path, const ProbedFile& probed) {
    auto find = db_->prepare(
        "SELECT id, complete, zone FROM source WHERE original_id = ? ORDER BY complete DESC LIMIT 1");
    if (find.with(kept.original).step()) {
        kept.source = find.integer(0);
        kept.complete = find.integer(1) != 0;
        kept.zone = find.text(2); // as its first part was read
        // Broken off before: what belongs to no item will be said again.
        if (!kept.complete)
            db_->prepare("DELETE FROM issue WHERE source_id = ? AND item_id IS NULL").with(kept.source).run();
        return;
    }
    kept.zone = options_.zone;
    const auto fileTime =
        probed.fileTimeMs == 0 ? std::nullopt : std::optional<std::int64_t>(probed.fileTimeMs);
    db_->prepare(
           "INSERT INTO source(run_id, original_id, name, path, format, zone, file_time_ms, imported_ms) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(id, kept.original, base::repairUtf8(path.filename().string()), base::repairUtf8(path.string()),
              probed.reader == nullptr ? "" : probed.reader->code(), kept.zone, fileTime,
              store_.clock().nowMs())
        .run();
    kept.source = db_->lastInsertId();
}

// A file nobody understands is an item all the same: its bytes are kept and it is listed.
format::ItemRecord documentRecord(const ProbedFile& probed, const std::string& sha256) {
    format::ItemRecord record;
    record.kind = model::ItemKind::Document;
    record.length = probed.size;
    record.index = 1;
    record.identity = sha256;
    if (probed.fileTimeMs != 0) {
        model::TimeClaim claim;
        claim.time.utcMs = probed.fileTimeMs;
        claim.time.precision = base::Precision::Second;
        claim.source = model::TimeSource::FileTime;
        record.times.push_back(claim);
    }
    record.issues.push_back({model::IssueCode::UnknownFormat, model::IssueSeverity::Note, {}, 0});
    return record;
}

void Run::read(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
               FileReport& report) {
    ItemWriter writer(*db_, store_.writeGate(), kept.source, report);
    if (probed.reader == nullptr) {
        writer.write(documentRecord(probed, kept.sha256));
    } else {
        // What is read is what was kept, byte for byte, whatever happens to the file meanwhile.
        const auto original = store_.vault().read(kept.objectId);
        WritingSink sink(writer, progress_);
        try {
            probed.reader->read(*original, readContext(path, probed, kept.zone, store_.clock().nowMs()),
                                sink);
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled) writer.finish();
            throw;
        }
    }
    writer.finish([&] { markComplete(kept.source, report); });
}

int Run::itemsOf(model::Id source) {
    auto query = db_->prepare("SELECT count(*) FROM item WHERE source_id = ?");
    query.bind(1, source);
    return query.step() ? query.integer32(0) : 0;
}

// In the transaction of the last batch.
void Run::markComplete(model::Id source, const FileReport& report) {
    Poco::JSON::Object detail(Poco::JSON_PRESERVE_KEY_ORDER);
    detail.set("name", base::repairUtf8(report.path.filename().string()));
    detail.set("sha256", report.sha256);
    detail.set("format", report.format);
    detail.set("items", report.items);
    detail.set("duplicates", report.duplicates);
    detail.set("skipped", report.skipped);
    std::ostringstream json;
    detail.stringify(json);
    db_->prepare("UPDATE source SET complete = 1 WHERE id = ?").with(source).run();
    store::appendCustody(*db_, store_.clock(), "import", "source " + std::to_string(source), json.str());
}

void Run::importFile(const std::filesystem::path& path, FileReport& report) {
    report.path = path;
    const std::uint64_t begin = progress_.done();
    std::uint64_t size = 0;
    try {
        ProbedFile probed = probeFile(path);
        size = probed.size;
        if (probed.reader == nullptr && !options_.keepUnknown)
            throw base::Error(base::ErrorCode::Unsupported, "the kind of file is not known", path.string());
        report.format = probed.reader == nullptr ? "" : probed.reader->code();
        const Kept kept = keep(path, probed);
        report.sha256 = kept.sha256;
        probed.size = kept.size; // the file may have grown since it was looked at
        if (kept.complete) {
            report.knownFile = true;
            report.duplicates = itemsOf(kept.source);
        } else {
            read(kept, path, probed, report);
        }
    } catch (const base::Error& error) {
        const bool ofTheFile =
            error.code() == base::ErrorCode::NotFound || error.code() == base::ErrorCode::Permission ||
            error.code() == base::ErrorCode::Io || error.code() == base::ErrorCode::Unsupported;
        if (!ofTheFile) throw;
        report.error = error.what();
        report.errorCode = error.code();
    }
    progress_.setDone(begin + 2 * size);
}

void Run::finish(const ImportReport& report) {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    db_->prepare("UPDATE import_run SET ended_ms = ?, report = ? WHERE id = ?")
        .with(report.endedMs, toJson(report), id)
        .run();
    transaction.commit();
    // What no reader holds back goes from the log into the file; waiting for the readers would stop the
    // window.
    db_->execute("PRAGMA wal_checkpoint(PASSIVE)");
}

// All issues are in the case; the report of thousands of odd files lists them up to a bound.
void boundIssues(FileReport& file, std::size_t& listed) {
    constexpr std::size_t kListedARun = 100'000;
    file.issues.resize(std::min(file.issues.size(), kListedARun - listed));
    listed += file.issues.size();
}

} // namespace

ImportReport importFiles(store::CaseStore& store, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options, base::Progress& progress) {
    ImportReport report;
    report.begunMs = store.clock().nowMs();
    Run run(store, options, progress);
    report.run = run.id;
    const std::vector<std::filesystem::path> files = filesUnder(paths);
    progress.setTotal(2 * totalBytes(files)); // kept, then read
    std::size_t listed = 0;
    for (const std::filesystem::path& path : files) {
        progress.setStage(base::repairUtf8(path.filename().string()));
        try {
            progress.throwIfCancelled();
            report.files.emplace_back();
            run.importFile(path, report.files.back());
            boundIssues(report.files.back(), listed);
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Cancelled) throw;
            report.cancelled = true;
            const bool broken = !report.files.empty() && report.files.back().path == path;
            if (broken && report.files.back().sha256.empty()) report.files.pop_back(); // nothing came of it
            break;
        }
    }
    report.endedMs = store.clock().nowMs();
    run.finish(report);
    return report;
}

} // namespace core::import
