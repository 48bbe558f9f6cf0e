// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_run.h"

#include "core/base/utf8.h"
#include "core/import/file_walk.h"
#include "core/import/probe_file.h"

#include <algorithm>

namespace core::import {

namespace {

// All issues are in the case; the report of thousands of odd files lists them up to a bound.
void boundIssues(ImportReport& report) {
    std::size_t left = 100'000;
    for (FileReport& file : report.files) {
        file.issues.resize(std::min(file.issues.size(), left));
        left -= file.issues.size();
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

// What was said for this import goes before what is kept in the case.
std::vector<std::string> withTemplates(std::vector<std::string> mappings, store::Database& database) {
    for (std::string& mapping : TableTemplates::inCase(database)) mappings.push_back(std::move(mapping));
    return mappings;
}

// What an import writes points at rows that it has just written or looked up under the same lock; a look at
// each of them again, seven for a message, costs a tenth of the import. verify looks at all of them.
std::unique_ptr<store::Database> withoutKeyChecks(std::unique_ptr<store::Database> database) {
    database->execute("PRAGMA foreign_keys = OFF");
    return database;
}

} // namespace

ImportRun::ImportRun(store::CaseStore& store, const ImportOptions& options, base::Progress& progress,
                     ImportReport& report)
    : store_(store), options_(options), progress_(progress), report_(report),
      db_(withoutKeyChecks(store.connect())), statements_(*db_), history_(*db_, store.clock(), options),
      templates_(withTemplates(options.mappings, *db_)),
      keeper_(store, *db_, history_, options, templates_, progress, fileFailed_),
      gathering_(store, keeper_, options, progress, report) {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    db_->prepare("INSERT INTO import_run(begun_ms, custodian) VALUES (?, ?)")
        .with(store.clock().nowMs(), options.custodian)
        .run();
    report_.run = db_->lastInsertId();
    transaction.commit();
    keeper_.setRun(report_.run);
}

// Throws what is the case's fault; what is the file's is said in its report.
void ImportRun::keep(const WalkedFile& walked) {
    const std::uint64_t begin = progress_.done();
    const std::size_t place = report_.files.size();
    report_.files.emplace_back();
    report_.files[place].path = walked.path;
    std::uint64_t size = 0;
    try {
        fileFailed_ = true;
        const ProbedFile probed = probeFile(walked.path, walked.folder);
        fileFailed_ = false;
        size = probed.size;
        if (probed.reader == nullptr && !options_.keepUnknown)
            throw base::Error(base::ErrorCode::Unsupported, "the kind of file is not known",
                              walked.path.string());
        const std::size_t kept = gathering_.keep(walked.path, walked.folder, probed, place);
        const Gathered& file = gathering_.all()[kept];
        report_.files[place].format = file.reader == nullptr ? "" : file.reader->code();
        report_.files[place].sha256 = file.kept.sha256;
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

void ImportRun::importAll(const std::vector<WalkedFile>& files) {
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

void ImportRun::finish() {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    db_->prepare("UPDATE import_run SET ended_ms = ?, report = ? WHERE id = ?")
        .with(report_.endedMs, toJson(report_), report_.run)
        .run();
    transaction.commit();
    // What no reader holds back goes from the log into the file; waiting for the readers would stop the
    // window.
    db_->checkpointWithoutWaiting();
}

} // namespace core::import
