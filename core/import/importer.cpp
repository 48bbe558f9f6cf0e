// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/base/utf8.h"
#include "core/format/registry.h"
#include "core/import/file_walk.h"
#include "core/import/import_history.h"
#include "core/import/item_writer.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"

#include <algorithm>

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

// A file of the user's; tells whether it was the file that could not be read, and not the case that failed.
class TellingSource : public base::ByteSource {
public:
    TellingSource(const std::filesystem::path& path, bool& failed) : file_(path), failed_(failed) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        failed_ = true;
        const std::size_t count = file_.read(buffer, capacity);
        failed_ = false;
        return count;
    }

private:
    base::FileSource file_;
    bool& failed_;
};

// One import: its connection, its run, and what is the same for all its files.
class Run {
public:
    Run(store::CaseStore& store, const ImportOptions& options, base::Progress& progress)
        : store_(store), options_(options), progress_(progress), db_(store.connect()),
          history_(*db_, store.clock(), options) {
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
    Kept keep(const std::filesystem::path& path, const ProbedFile& probed);
    std::string faultOf(const std::string& objectId, const Kept& kept);
    void placeOriginal(Kept& kept, const std::string& fault);
    void placeSource(Kept& kept, const std::filesystem::path& path, const ProbedFile& probed);
    void read(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
              FileReport& report);
    void readNoted(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
                   FileReport& report);
    void noteEnd(const Kept& kept, const FileReport& report, const char* state);
    int itemsOf(model::Id source);

    store::CaseStore& store_;
    const ImportOptions& options_;
    base::Progress& progress_;
    std::unique_ptr<store::Database> db_;
    ImportHistory history_;
    bool fileFailed_ = false; // what is thrown now is the fault of the file that comes in
};

// The object is on the disk before its rows are; a file of the same bytes is kept once.
Kept Run::keep(const std::filesystem::path& path, const ProbedFile& probed) {
    fileFailed_ = true;
    TellingSource file(path, fileFailed_);
    fileFailed_ = false;
    const store::StoredObject stored = store_.vault().store(file, progress_);
    Kept kept;
    kept.objectId = stored.objectId;
    kept.sha256 = base::toHex(stored.sha256);
    kept.size = stored.size;
    auto find = db_->prepare("SELECT object_id FROM original WHERE sha256 = ?");
    const std::string before = find.with(kept.sha256).step() ? find.text(0) : "";
    find.reset();
    std::string fault;
    try {
        if (!before.empty()) fault = faultOf(before, kept);
    } catch (...) {
        store_.vault().discard(stored.objectId);
        throw;
    }
    {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        placeOriginal(kept, fault);
        placeSource(kept, path, probed);
        history_.begin(kept, path, probed.fileTimeMs, id);
        transaction.commit();
    }
    if (kept.objectId == stored.objectId)
        store_.vault().settle(stored.objectId);
    else
        store_.vault().discard(stored.objectId);
    if (!fault.empty()) store_.vault().moveToLost(before);
    return kept;
}

// What is wrong with the copy that the case has of these bytes; empty for nothing.
std::string Run::faultOf(const std::string& objectId, const Kept& kept) {
    try {
        const store::StoredObject now = store_.vault().check(objectId, progress_);
        return now.size == kept.size && base::toHex(now.sha256) == kept.sha256 ? "" : "it holds other bytes";
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::NotFound) return "its file is missing";
        if (error.code() != base::ErrorCode::Damaged) throw;
        return error.what();
    }
}

// With a fault of the copy that is there, the new one takes its place.
void Run::placeOriginal(Kept& kept, const std::string& fault) {
    auto find = db_->prepare("SELECT id, object_id FROM original WHERE sha256 = ?");
    if (find.with(kept.sha256).step()) {
        kept.original = find.integer(0);
        const std::string before = find.text(1);
        if (fault.empty()) {
            kept.objectId = before;
            return;
        }
        db_->prepare("UPDATE original SET object_id = ? WHERE id = ?")
            .with(kept.objectId, kept.original)
            .run();
        history_.restored(kept, before, fault);
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
        "SELECT id, complete, zone, format FROM source WHERE original_id = ? AND removed_ms IS NULL "
        "ORDER BY complete DESC LIMIT 1");
    if (find.with(kept.original).step()) {
        kept.source = find.integer(0);
        kept.complete = find.integer(1) != 0;
        kept.zone = find.text(2); // as its first part was read
        kept.format = find.text(3);
        // Broken off before: what belongs to no item will be said again.
        if (!kept.complete)
            db_->prepare("DELETE FROM issue WHERE source_id = ? AND item_id IS NULL").with(kept.source).run();
        return;
    }
    kept.zone = options_.zone;
    kept.format = probed.reader == nullptr ? "" : probed.reader->code();
    const auto fileTime =
        probed.fileTimeMs == 0 ? std::nullopt : std::optional<std::int64_t>(probed.fileTimeMs);
    db_->prepare(
           "INSERT INTO source(run_id, original_id, name, path, format, zone, file_time_ms, imported_ms) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(id, kept.original, base::repairUtf8(path.filename().string()), base::repairUtf8(path.string()),
              kept.format, kept.zone, fileTime, store_.clock().nowMs())
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
    writer.finish([&] {
        db_->prepare("UPDATE source SET complete = 1 WHERE id = ?").with(kept.source).run();
        history_.end(kept, report, "complete", writer.digest());
    });
}

int Run::itemsOf(model::Id source) {
    auto query = db_->prepare("SELECT count(*) FROM item WHERE source_id = ?");
    query.bind(1, source);
    return query.step() ? query.integer32(0) : 0;
}

// Of an import that did not come to its end. Where the case cannot be written any more, the next opening sees
// that the import was broken off.
void Run::noteEnd(const Kept& kept, const FileReport& report, const char* state) {
    try {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        history_.end(kept, report, state);
        transaction.commit();
    } catch (const base::Error&) {
        return;
    }
}

void Run::readNoted(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
                    FileReport& report) {
    try {
        read(kept, path, probed, report);
    } catch (const base::Error& error) {
        noteEnd(kept, report, error.code() == base::ErrorCode::Cancelled ? "cancelled" : "failed");
        throw;
    } catch (...) {
        noteEnd(kept, report, "failed");
        throw;
    }
}

void Run::importFile(const std::filesystem::path& path, FileReport& report) {
    report.path = path;
    const std::uint64_t begin = progress_.done();
    std::uint64_t size = 0;
    try {
        fileFailed_ = true;
        ProbedFile probed = probeFile(path);
        fileFailed_ = false;
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
            readNoted(kept, path, probed, report);
        }
    } catch (const base::Error& error) {
        const bool ofTheFile = error.code() == base::ErrorCode::Unsupported ||
                               (fileFailed_ && (error.code() == base::ErrorCode::NotFound ||
                                                error.code() == base::ErrorCode::Permission ||
                                                error.code() == base::ErrorCode::Io));
        fileFailed_ = false;
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

void importAll(Run& run, const std::vector<std::filesystem::path>& files, base::Progress& progress,
               ImportReport& report) {
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
    const auto finish = [&] {
        report.endedMs = store.clock().nowMs();
        run.finish(report);
    };
    try {
        importAll(run, files, progress, report);
    } catch (...) {
        try {
            finish(); // what came in before is in the case, so its report is too
        } catch (const base::Error&) {
            // the case itself fails; what is thrown first says why
        }
        throw;
    }
    finish();
    return report;
}

} // namespace core::import
