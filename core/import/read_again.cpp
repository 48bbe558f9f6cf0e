// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/read_again.h"

#include "core/format/registry.h"
#include "core/import/attached_length.h"
#include "core/import/document_record.h"
#include "core/import/gathering.h"
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"
#include "core/store/rescue.h"

namespace core::import {

namespace {

struct Source {
    model::Id id = 0;
    std::string objectId, sha256, name, format, zone, path, memberPath, mapping, dateOrder;
    std::int64_t fileTimeMs = 0;
    int state = 0; // source.complete
    model::Id original = 0;
    std::int64_t size = 0;
};

class MendingSink : public format::RecordSink {
public:
    MendingSink(ItemWriter& writer, base::Progress& progress) : writer_(writer), progress_(progress) {}
    void item(format::ItemRecord&& record) override { writer_.write(std::move(record)); }
    void issue(const model::Issue& issue) override { writer_.writeIssue(issue); }
    void position(std::uint64_t) override { progress_.throwIfCancelled(); }

private:
    ItemWriter& writer_;
    base::Progress& progress_;
};

class ReadingAgain {
public:
    ReadingAgain(store::Rescued& rescued, base::Progress& progress)
        : rescued_(rescued), store_(*rescued.store), db_(store_.connect()), statements_(*db_),
          progress_(progress) {}

    void run() {
        nameOriginals();
        sources_ = sources();
        for (std::size_t i = 0; i < sources_.size(); ++i) index_.add(sources_[i].path, i);
        for (const Source& source : sources_) {
            if (source.state == Kept::Shown || (source.state == Kept::Complete && !rescued_.mustReadAgain))
                continue;
            progress_.throwIfCancelled();
            try {
                read(source);
            } catch (const base::Error& error) {
                if (error.code() != base::ErrorCode::Damaged && error.code() != base::ErrorCode::NotFound)
                    throw;
                rescued_.lost.push_back({"original", source.objectId, error.what()});
            }
        }
    }

private:
    ProbedFile probe(const std::string& objectId, const std::string& name, std::uint64_t size) {
        ProbedFile probed;
        probed.size = size;
        const std::string head = store_.vault().readRange(objectId, 0, kHeadBytes);
        probed.reader =
            format::findReader({head, name, size, {}, [&] { return store_.vault().read(objectId); }});
        return probed;
    }

    // Nothing tells any more how these files were called, nor when and from where they came.
    void nameOriginals() {
        struct Nameless {
            model::Id id;
            std::string objectId;
            std::int64_t size;
        };
        std::vector<Nameless> all;
        auto rows =
            db_->prepare("SELECT id, object_id, size FROM original WHERE id NOT IN (SELECT original_id FROM "
                         "source) AND id NOT IN (SELECT original_id FROM original_lost) ORDER BY id");
        while (rows.step()) all.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
        rows.reset();
        if (all.empty()) return;
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        db_->prepare("INSERT INTO import_run(begun_ms) VALUES (?)").with(store_.clock().nowMs()).run();
        const model::Id run = db_->lastInsertId();
        for (const Nameless& one : all) {
            const auto probed = probe(one.objectId, one.objectId, static_cast<std::uint64_t>(one.size));
            db_->prepare(
                   "INSERT INTO source(run_id, original_id, name, path, format, zone, imported_ms) VALUES "
                   "(?, ?, ?, '', ?, ?, ?)")
                .with(run, one.id, one.objectId, probed.reader == nullptr ? "" : probed.reader->code(),
                      store_.zone(), store_.clock().nowMs())
                .run();
        }
        transaction.commit();
    }

    std::vector<Source> sources() {
        std::vector<Source> all;
        auto rows =
            db_->prepare("SELECT s.id, o.object_id, o.sha256, s.name, s.format, s.zone, s.file_time_ms, "
                         "s.complete, s.path, (SELECT path FROM source_member WHERE child_id = s.id LIMIT "
                         "1), o.id, o.size, s.mapping, s.date_order "
                         "FROM source s JOIN original o ON o.id = s.original_id WHERE s.removed_ms IS NULL "
                         "AND o.id NOT IN (SELECT original_id FROM original_lost) ORDER BY s.id");
        while (rows.step())
            all.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                           rows.text(5), rows.text(8), rows.text(9), rows.text(12), rows.text(13),
                           rows.integer(6), rows.integer32(7), rows.integer(10), rows.integer(11)});
        return all;
    }

    void read(const Source& source) {
        const auto original = store_.vault().read(source.objectId);
        ProbedFile probed = probe(source.objectId, source.name, original->size());
        probed.fileTimeMs = source.fileTimeMs;
        const bool isDocument = source.format.empty();
        if (!source.mapping.empty()) probed.reader = format::readerByCode("table");
        if (!isDocument && (probed.reader == nullptr || probed.reader->code() != source.format)) {
            rescued_.lost.push_back(
                {"table", "source " + std::to_string(source.id),
                 "its original was not read again: this program takes it for another kind of file"});
            return;
        }
        clearIssues(source.id);
        FileReport report;
        ItemWriter writer(*db_, store_.writeGate(), statements_, source.id, report, Writing::Mending);
        if (isDocument) {
            writer.write(documentRecord(probed.size, source.fileTimeMs, source.sha256));
        } else {
            MendingSink sink(writer, progress_);
            writer.setFindFile([&](const std::string& path) { return findFile(path, source); });
            writer.setFindLength([&](const auto& attachment, const std::string& object) {
                return AttachedLength(store_.vault(), source.objectId).of(attachment, object);
            });
            Around around(*this, source.path);
            auto context = readContext(source.name, probed, source.zone, store_.clock().nowMs());
            context.folder = folderOf(source.memberPath.empty() ? source.path : source.memberPath);
            context.around = &around;
            context.sha256 = source.sha256;
            context.mapping = source.mapping;
            context.dateOrder =
                format::dateOrderByCode(source.dateOrder).value_or(format::DateOrder::FromFile);
            probed.reader->read(*original, context, sink);
        }
        writer.finish(
            [&] { db_->prepare("UPDATE source SET complete = 1 WHERE id = ?").with(source.id).run(); });
    }

    std::optional<LinkedFile> findFile(const std::string& path, const Source& from) const {
        const auto found = index_.find(path, from.path);
        if (!found) return std::nullopt;
        const Source& file = sources_[*found];
        return LinkedFile{file.original, static_cast<std::uint64_t>(file.size),
                          base::digestFromHex(file.sha256).value_or(base::Digest{}), "", file.objectId};
    }

    class Around : public format::Surroundings {
    public:
        Around(const ReadingAgain& all, std::string from) : all_(all), from_(std::move(from)) {}
        std::unique_ptr<base::SeekableSource> open(std::string_view path) override {
            const auto found = all_.index_.find(path, from_);
            return found ? all_.store_.vault().read(all_.sources_[*found].objectId) : nullptr;
        }
        const std::vector<std::string>& beside() override { return all_.index_.beside(from_); }

    private:
        const ReadingAgain& all_;
        std::string from_;
    };

    // What belongs to no item will be said again.
    void clearIssues(model::Id source) {
        store::WriteTransaction transaction(store_.writeGate(), *db_);
        db_->prepare("DELETE FROM issue WHERE source_id = ? AND item_id IS NULL").with(source).run();
        transaction.commit();
    }

    store::Rescued& rescued_;
    store::CaseStore& store_;
    std::unique_ptr<store::Database> db_;
    ItemStatements statements_;
    base::Progress& progress_;
    std::vector<Source> sources_;
    FileIndex index_;
};

} // namespace

void readAgain(store::Rescued& rescued, base::Progress& progress) { ReadingAgain(rescued, progress).run(); }

} // namespace core::import
