// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of an import: what was kept is read.
#include "core/import/attached_length.h"
#include "core/import/document_record.h"
#include "core/import/import_run.h"
#include "core/import/kept_surroundings.h"
#include "core/import/other_name.h"
#include "core/import/record_queue.h"

#include <algorithm>
#include <set>

namespace core::import {

namespace {

constexpr std::uint64_t kReadBesideBytes = 1U << 20U; // a smaller file is read before a thread for it runs

// position() may be called on the reader's thread; the others on that of the import.
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

// Those that show others first; among those, what may be shown itself comes after what shows it.
int turnOf(const Gathered& file) {
    if (file.reader == nullptr || !file.reader->linksFiles()) return 2;
    return file.reader->mayBeShown() ? 1 : 0;
}

} // namespace

// What is read is what was kept, byte for byte, whatever happens to the file meanwhile.
void ImportRun::readRecords(Gathered& file, ItemWriter& writer) {
    const auto original = store_.vault().read(file.kept.objectId);
    auto context = gathering_.context(file);
    KeptSurroundings around(gathering_, store_.vault(), file.incoming.path);
    context.around = &around;
    WritingSink sink(writer, progress_);
    try {
        const auto read = [&](format::RecordSink& to) { file.reader->read(*original, context, to); };
        if (file.kept.size >= kReadBesideBytes)
            readBeside(read, sink);
        else
            read(sink);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) writer.finish();
        throw;
    }
}

void ImportRun::read(Gathered& file, FileReport& report) {
    ItemWriter writer(*db_, store_.writeGate(), statements_, file.kept.source, report);
    writer.setFindFile([&](const std::string& path) { return findFile(path, file); });
    const AttachedLength lengths(store_.vault(), file.kept.objectId);
    writer.setFindLength(
        [&](const auto& attachment, const std::string& object) { return lengths.of(attachment, object); });
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
std::optional<LinkedFile> ImportRun::findFile(const std::string& path, const Gathered& from) {
    const auto found = gathering_.index().find(path, from.incoming.path);
    if (!found) return std::nullopt;
    Gathered& file = gathering_.all()[*found];
    file.isShown = file.isShown || file.reader == nullptr || file.reader->mayBeShown();
    const auto sha256 = base::digestFromHex(file.kept.sha256);
    return LinkedFile{file.kept.original, file.kept.size, sha256.value_or(base::Digest{}), "",
                      file.kept.objectId};
}

// Hundreds of pictures of one chat need no transaction each; the lock is not held long all the same.
void ImportRun::finishShown() {
    constexpr std::size_t kAtOnce = 200;
    while (!shown_.empty()) {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        const std::size_t count = std::min(kAtOnce, shown_.size());
        for (std::size_t i = shown_.size() - count; i < shown_.size(); ++i) {
            const Gathered& file = *shown_[i];
            db_->prepare("UPDATE source SET complete = 2 WHERE id = ? AND complete = 0")
                .with(file.kept.source)
                .run();
            history_.end(file.kept, report_.files[file.report], "attachment");
        }
        transaction.commit();
        shown_.resize(shown_.size() - count);
    }
}

// The same bytes again: only their name may be new.
void ImportRun::takeName(const Gathered& file, FileReport& report) {
    store::WriteTransaction transaction(store_.writeGate(), *db_);
    addOtherName(*db_, file.kept.source, gathering_.context(file), report);
    transaction.commit();
}

// A chat that was read before is not read again, and still its pictures are its own.
void ImportRun::markShownBefore(const Gathered& file) {
    auto shown =
        db_->prepare("SELECT DISTINCT a.original_id FROM attachment a JOIN item i ON i.id = a.item_id "
                     "WHERE i.source_id = ? AND a.original_id IS NOT NULL");
    std::set<model::Id> originals;
    for (shown.with(file.kept.source); shown.step();) originals.insert(shown.integer(0));
    for (Gathered& other : gathering_.all())
        other.isShown = other.isShown || originals.contains(other.kept.original);
}

int ImportRun::itemsOf(model::Id source) {
    auto query = db_->prepare("SELECT count(*) FROM item WHERE source_id = ?");
    query.bind(1, source);
    return query.step() ? query.integer32(0) : 0;
}

// Of an import that did not come to its end. Where the case cannot be written any more, the next opening sees
// that the import was broken off.
void ImportRun::noteEnd(const Gathered& file, const FileReport& report, const char* state) {
    try {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        history_.end(file.kept, report, state);
        transaction.commit();
    } catch (const base::Error&) {
        return;
    }
}

void ImportRun::readOne(Gathered& file) {
    FileReport& report = report_.files[file.report];
    const std::uint64_t begin = progress_.done();
    progress_.setStage(file.incoming.name);
    const bool isShownAgain = file.kept.state == Kept::Shown && file.isShown;
    // When it was kept, the same bytes under another name were not read yet; now they are.
    const bool isReadNow = readSources_.contains(file.kept.source);
    if (file.kept.state == Kept::Complete || isShownAgain || isReadNow) {
        report.knownFile = true;
        report.isShown = isShownAgain;
        report.duplicates = itemsOf(file.kept.source);
        if (!isShownAgain) takeName(file, report);
        if (file.reader != nullptr && file.reader->linksFiles()) markShownBefore(file);
    } else if (file.isShown) {
        report.isShown = true;
        shown_.push_back(&file);
    } else {
        try {
            read(file, report);
            readSources_.insert(file.kept.source);
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

// All that was kept and not read.
void ImportRun::readAll() {
    std::vector<Gathered*> order;
    for (std::size_t i = next_; i < gathering_.all().size(); ++i) order.push_back(&gathering_.all()[i]);
    next_ = gathering_.all().size();
    std::stable_sort(order.begin(), order.end(),
                     [](const Gathered* a, const Gathered* b) { return turnOf(*a) < turnOf(*b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        try {
            progress_.throwIfCancelled();
            readOne(*order[i]);
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Cancelled) throw;
            finishShown();
            for (std::size_t rest = i + 1; rest < order.size(); ++rest)
                if (order[rest]->kept.state == Kept::Begun)
                    noteEnd(*order[rest], report_.files[order[rest]->report], "cancelled");
            throw;
        }
    }
    finishShown();
}

} // namespace core::import
