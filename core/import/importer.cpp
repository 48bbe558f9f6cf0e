// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/base/utf8.h"
#include "core/import/document_record.h"
#include "core/import/file_keeper.h"
#include "core/import/file_walk.h"
#include "core/import/import_history.h"
#include "core/import/item_writer.h"
#include "core/import/other_name.h"
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

// One import: its connection, its run, and what is the same for all its files.
class Run {
public:
    Run(store::CaseStore& store, const ImportOptions& options, base::Progress& progress)
        : store_(store), options_(options), progress_(progress), db_(store.connect()),
          history_(*db_, store.clock(), options),
          keeper_(store, *db_, history_, options.zone, progress, fileFailed_) {
        store::WriteTransaction transaction(store.writeGate(), *db_);
        db_->prepare("INSERT INTO import_run(begun_ms, custodian) VALUES (?, ?)")
            .with(store.clock().nowMs(), options.custodian)
            .run();
        id = db_->lastInsertId();
        transaction.commit();
        keeper_.setRun(id);
    }

    void importFile(const std::filesystem::path& path,
                    FileReport& report); // what was done, even where it throws
    void finish(const ImportReport& report);

    model::Id id = 0;

private:
    void read(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
              FileReport& report);
    void takeName(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
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
    FileKeeper keeper_;
    bool fileFailed_ = false; // what is thrown now is the fault of the file that comes in
};

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

// The same bytes again: only their name may be new.
void Run::takeName(const Kept& kept, const std::filesystem::path& path, const ProbedFile& probed,
                   FileReport& report) {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    const auto context = readContext(path, probed, kept.zone, store_.clock().nowMs());
    addOtherName(*db_, kept.source, context, report);
    transaction.commit();
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
        const Kept kept = keeper_.keep(path, probed);
        report.sha256 = kept.sha256;
        probed.size = kept.size; // the file may have grown since it was looked at
        if (kept.complete) {
            report.knownFile = true;
            report.duplicates = itemsOf(kept.source);
            takeName(kept, path, probed, report);
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
    FileWalk walk = filesUnder(paths);
    const std::vector<std::filesystem::path> files = std::move(walk.files);
    report.passedOver = std::move(walk.passedOver);
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
