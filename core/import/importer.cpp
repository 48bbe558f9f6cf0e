// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/base/utf8.h"
#include "core/import/document_record.h"
#include "core/import/file_walk.h"
#include "core/import/gathering.h"
#include "core/import/import_history.h"
#include "core/import/item_writer.h"
#include "core/import/kept_surroundings.h"
#include "core/import/other_name.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"

#include <algorithm>
#include <set>

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

// All issues are in the case; the report of thousands of odd files lists them up to a bound.
void boundIssues(ImportReport& report) {
    std::size_t left = 100'000;
    for (FileReport& file : report.files) {
        file.issues.resize(std::min(file.issues.size(), left));
        left -= file.issues.size();
    }
}

// One import: its connection, its run, and what is the same for all its files.
class Run {
public:
    Run(store::CaseStore& store, const ImportOptions& options, base::Progress& progress, ImportReport& report)
        : store_(store), options_(options), progress_(progress), report_(report), db_(store.connect()),
          history_(*db_, store.clock(), options),
          keeper_(store, *db_, history_, options.zone, progress, fileFailed_),
          gathering_(store, keeper_, options, progress, report) {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        db_->prepare("INSERT INTO import_run(begun_ms, custodian) VALUES (?, ?)")
            .with(store.clock().nowMs(), options.custodian)
            .run();
        report_.run = db_->lastInsertId();
        transaction.commit();
        keeper_.setRun(report_.run);
    }

    void importAll(const std::vector<WalkedFile>& files);
    void finish();

private:
    void keep(const WalkedFile& file);
    void readAll();
    void readOne(Gathered& file);
    void read(Gathered& file, FileReport& report);
    void readRecords(Gathered& file, ItemWriter& writer);
    void finishShown(Gathered& file, FileReport& report);
    void markShownBefore(const Gathered& file);
    std::optional<LinkedFile> findFile(const std::string& path, const Gathered& from);
    void takeName(const Gathered& file, FileReport& report);
    void noteEnd(const Gathered& file, const FileReport& report, const char* state);
    int itemsOf(model::Id source);

    store::CaseStore& store_;
    const ImportOptions& options_;
    base::Progress& progress_;
    ImportReport& report_;
    std::unique_ptr<store::Database> db_;
    ImportHistory history_;
    FileKeeper keeper_;
    Gathering gathering_;
    std::size_t next_ = 0;    // the first of gathering_ that was not read yet
    bool fileFailed_ = false; // what is thrown now is the fault of the file that comes in
};

// What is read is what was kept, byte for byte, whatever happens to the file meanwhile.
void Run::readRecords(Gathered& file, ItemWriter& writer) {
    const auto original = store_.vault().read(file.kept.objectId);
    auto context = gathering_.context(file);
    KeptSurroundings around(gathering_, store_.vault(), file.incoming.path);
    context.around = &around;
    WritingSink sink(writer, progress_);
    try {
        file.reader->read(*original, context, sink);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) writer.finish();
        throw;
    }
}

void Run::read(Gathered& file, FileReport& report) {
    ItemWriter writer(*db_, store_.writeGate(), file.kept.source, report);
    writer.setFindFile([&](const std::string& path) { return findFile(path, file); });
    for (const model::Issue& issue : file.issues) writer.writeIssue(issue);
    if (file.reader == nullptr)
        writer.write(documentRecord(file.kept.size, file.incoming.fileTimeMs, file.kept.sha256));
    else
        readRecords(file, writer);
    writer.finish([&] {
        db_->prepare("UPDATE source SET complete = 1 WHERE id = ?").with(file.kept.source).run();
        history_.end(file.kept, report, "complete", writer.digest());
    });
}

// The bytes of an attachment stand in the original of the file that it names; that file has no item then.
std::optional<LinkedFile> Run::findFile(const std::string& path, const Gathered& from) {
    const auto found = gathering_.index().find(path, from.incoming.path);
    if (!found) return std::nullopt;
    Gathered& file = gathering_.all()[*found];
    const bool isSeparate = file.reader != nullptr && file.reader->linksFiles(); // a chat in a chat stays one
    file.isShown = file.isShown || !isSeparate;
    const auto sha256 = base::digestFromHex(file.kept.sha256);
    return LinkedFile{file.kept.original, file.kept.size, sha256.value_or(base::Digest{}), ""};
}

void Run::finishShown(Gathered& file, FileReport& report) {
    report.isShown = true;
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    db_->prepare("UPDATE source SET complete = 2 WHERE id = ? AND complete = 0").with(file.kept.source).run();
    history_.end(file.kept, report, "attachment");
    transaction.commit();
}

// The same bytes again: only their name may be new.
void Run::takeName(const Gathered& file, FileReport& report) {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    addOtherName(*db_, file.kept.source, gathering_.context(file), report);
    transaction.commit();
}

// A chat that was read before is not read again, and still its pictures are its own.
void Run::markShownBefore(const Gathered& file) {
    auto shown =
        db_->prepare("SELECT DISTINCT a.original_id FROM attachment a JOIN item i ON i.id = a.item_id "
                     "WHERE i.source_id = ? AND a.original_id IS NOT NULL");
    std::set<model::Id> originals;
    for (shown.with(file.kept.source); shown.step();) originals.insert(shown.integer(0));
    for (Gathered& other : gathering_.all())
        other.isShown = other.isShown || originals.contains(other.kept.original);
}

int Run::itemsOf(model::Id source) {
    auto query = db_->prepare("SELECT count(*) FROM item WHERE source_id = ?");
    query.bind(1, source);
    return query.step() ? query.integer32(0) : 0;
}

// Of an import that did not come to its end. Where the case cannot be written any more, the next opening sees
// that the import was broken off.
void Run::noteEnd(const Gathered& file, const FileReport& report, const char* state) {
    try {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        history_.end(file.kept, report, state);
        transaction.commit();
    } catch (const base::Error&) {
        return;
    }
}

void Run::readOne(Gathered& file) {
    FileReport& report = report_.files[file.report];
    const std::uint64_t begin = progress_.done();
    progress_.setStage(file.incoming.name);
    const bool isShownAgain = file.kept.state == Kept::Shown && file.isShown;
    if (file.kept.state == Kept::Complete || isShownAgain) {
        report.knownFile = true;
        report.isShown = isShownAgain;
        report.duplicates = itemsOf(file.kept.source);
        if (!isShownAgain) takeName(file, report);
        if (file.reader != nullptr && file.reader->linksFiles()) markShownBefore(file);
    } else if (file.isShown) {
        finishShown(file, report);
    } else {
        try {
            read(file, report);
        } catch (const base::Error& error) {
            noteEnd(file, report, error.code() == base::ErrorCode::Cancelled ? "cancelled" : "failed");
            throw;
        } catch (...) {
            noteEnd(file, report, "failed");
            throw;
        }
    }
    progress_.setDone(begin + file.kept.size);
}

// All that was kept and not read. Those that show others first.
void Run::readAll() {
    std::vector<Gathered*> order;
    for (std::size_t i = next_; i < gathering_.all().size(); ++i) order.push_back(&gathering_.all()[i]);
    next_ = gathering_.all().size();
    std::stable_partition(order.begin(), order.end(), [](const Gathered* file) {
        return file->reader != nullptr && file->reader->linksFiles();
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        try {
            progress_.throwIfCancelled();
            readOne(*order[i]);
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Cancelled) throw;
            for (std::size_t rest = i + 1; rest < order.size(); ++rest)
                if (order[rest]->kept.state == Kept::Begun)
                    noteEnd(*order[rest], report_.files[order[rest]->report], "cancelled");
            throw;
        }
    }
}

// Throws what is the case's fault; what is the file's is said in its report.
void Run::keep(const WalkedFile& file) {
    const std::uint64_t begin = progress_.done();
    const std::size_t place = report_.files.size();
    report_.files.emplace_back();
    report_.files[place].path = file.path;
    std::uint64_t size = 0;
    try {
        fileFailed_ = true;
        const ProbedFile probed = probeFile(file.path, file.folder);
        fileFailed_ = false;
        size = probed.size;
        if (probed.reader == nullptr && !options_.keepUnknown)
            throw base::Error(base::ErrorCode::Unsupported, "the kind of file is not known",
                              file.path.string());
        const std::size_t kept = gathering_.keep(file.path, file.folder, probed, place);
        report_.files[place].format = probed.reader == nullptr ? "" : probed.reader->code();
        report_.files[place].sha256 = gathering_.all()[kept].kept.sha256;
        progress_.setDone(begin + size);
        gathering_.unpack(kept);
    } catch (const base::Error& error) {
        const bool ofTheFile = error.code() == base::ErrorCode::Unsupported ||
                               (fileFailed_ && (error.code() == base::ErrorCode::NotFound ||
                                                error.code() == base::ErrorCode::Permission ||
                                                error.code() == base::ErrorCode::Io));
        fileFailed_ = false;
        if (!ofTheFile) throw;
        report_.files[place].error = error.what();
        report_.files[place].errorCode = error.code();
        progress_.setDone(begin + 2 * size);
    }
}

// Whether files have to be kept together before one of them is read, because some show others.
bool belongTogether(const std::vector<WalkedFile>& files) {
    return std::any_of(files.begin(), files.end(), [](const WalkedFile& file) {
        try {
            const auto* reader = probeFile(file.path, file.folder).reader;
            return reader != nullptr && (reader->linksFiles() || reader->hasChildren());
        } catch (const base::Error&) {
            return false; // it is said when it is its turn
        }
    });
}

void Run::importAll(const std::vector<WalkedFile>& files) {
    const bool isTogether = belongTogether(files);
    try {
        for (const WalkedFile& file : files) {
            progress_.throwIfCancelled();
            progress_.setStage(base::repairUtf8(file.path.filename().string()));
            keep(file);
            if (!isTogether) readAll();
        }
        readAll();
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Cancelled) throw;
        report_.cancelled = true;
        // Nothing came of the one that was just being kept.
        if (!report_.files.empty() && report_.files.back().sha256.empty() &&
            report_.files.back().error.empty())
            report_.files.pop_back();
        for (; next_ < gathering_.all().size(); ++next_) {
            const Gathered& file = gathering_.all()[next_];
            if (file.kept.state == Kept::Begun) noteEnd(file, report_.files[file.report], "cancelled");
        }
    }
    boundIssues(report_);
}

void Run::finish() {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    db_->prepare("UPDATE import_run SET ended_ms = ?, report = ? WHERE id = ?")
        .with(report_.endedMs, toJson(report_), report_.run)
        .run();
    transaction.commit();
    // What no reader holds back goes from the log into the file; waiting for the readers would stop the
    // window.
    db_->execute("PRAGMA wal_checkpoint(PASSIVE)");
}

} // namespace

ImportReport importFiles(store::CaseStore& store, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options, base::Progress& progress) {
    ImportReport report;
    report.begunMs = store.clock().nowMs();
    Run run(store, options, progress, report);
    FileWalk walk = filesUnder(paths);
    report.passedOver = std::move(walk.passedOver);
    progress.setTotal(2 * totalBytes(walk.files)); // kept, then read
    const auto finish = [&] {
        report.endedMs = store.clock().nowMs();
        run.finish();
    };
    try {
        run.importAll(walk.files);
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
