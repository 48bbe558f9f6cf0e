// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/joined_source.h"
#include "core/base/utf8.h"
#include "core/format/registry.h"
#include "core/format/table/xlsx_book.h"
#include "core/import/file_walk.h"
#include "core/import/gathering.h"
#include "core/import/importer.h"
#include "core/import/probe_file.h"
#include "core/import/table_templates.h"

#include <utility>

namespace core::import {

namespace {

// Counts what a reader finds and keeps nothing of it.
class CountingSink : public format::RecordSink {
public:
    CountingSink(FoundFile& found, base::Progress& progress, std::vector<std::string>& links)
        : found_(found), progress_(progress), links_(links), begin_(progress.done()) {}

    void item(format::ItemRecord&& record) override {
        ++found_.kinds[record.kind];
        for (const model::Attachment& attachment : record.attachments)
            if (!attachment.path.empty()) links_.push_back(attachment.path);
        for (const model::Issue& one : record.issues) note(one);
        if (record.times.empty()) {
            if (record.kind != model::ItemKind::Notice) ++found_.undated;
            return;
        }
        found_.localTimes += record.times[0].time.zone.empty() ? 0 : 1;
        const std::int64_t ms = record.times[0].time.utcMs;
        if (!found_.firstMs || ms < *found_.firstMs) found_.firstMs = ms;
        if (!found_.lastMs || ms > *found_.lastMs) found_.lastMs = ms;
    }
    void issue(const model::Issue& one) override { note(one); }
    void position(std::uint64_t offset) override {
        progress_.throwIfCancelled();
        progress_.setDone(begin_ + offset);
    }

private:
    void note(const model::Issue& one) {
        const bool isOrder = one.detail == "day/month" || one.detail == "order";
        found_.asksDateOrder =
            found_.asksDateOrder || (one.code == model::IssueCode::DoubtfulTime && isOrder);
    }

    FoundFile& found_;
    base::Progress& progress_;
    std::vector<std::string>& links_;
    std::uint64_t begin_;
};

constexpr int kDeepest = 4;                    // archives in archives, as an import
constexpr std::size_t kHeldTable = 64U << 20U; // a table in an archive: larger ones are counted as documents
constexpr std::size_t kHeldArchive = 256U << 20U; // an archive in an archive: larger ones are not looked into

class Scanning : public format::ChildSink {
public:
    Scanning(const ImportOptions& options, base::Progress& progress)
        : options_(options), templates_(options.mappings), progress_(progress) {}

    void scanFile(const WalkedFile& walked) {
        FoundFile found;
        found.path = walked.path;
        const std::uint64_t begin = progress_.done();
        try {
            const ProbedFile probed = probeFile(walked.path, walked.folder);
            found.size = probed.size;
            base::FileSource source(walked.path);
            auto context =
                readContext(walked.path, probed, zoneOf(options_, walked.path), base::Clock().nowMs());
            context.folder = walked.folder;
            context.dateOrder = dateOrderOf(options_, walked.path);
            take(std::move(found), asTable(probed.reader, source, context), context, source);
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled) throw;
            found.error = error.what();
            list_.push_back(std::move(found));
        }
        progress_.setDone(begin + list_.back().size);
    }

    void child(const format::ChildFile& file, base::ByteSource& bytes) override {
        progress_.throwIfCancelled();
        FoundFile found;
        found.path = outer_ / std::filesystem::path(file.path);
        found.size = file.size;
        try {
            const std::string head = base::readHead(bytes, kHeadBytes);
            format::ReadContext context = contextOf(file);
            const auto* reader = format::findReader({head, context.fileName, file.size, context.folder});
            base::JoinedSource source(head, bytes);
            const bool isWorkbook = format::table::looksLikeXlsx(head);
            if ((isWorkbook || !templates_.isEmpty()) && mayBeTable(reader) && file.size <= kHeldTable) {
                const std::string whole = base::readAll(source, kHeldTable);
                base::MemorySource memory(whole);
                if (isWorkbook)
                    reader = format::findReader({head, context.fileName, file.size, context.folder, [&] {
                                                     return std::make_unique<base::MemorySource>(whole);
                                                 }});
                return take(std::move(found), asTable(reader, memory, context), context, memory);
            }
            if (reader == nullptr || !reader->hasChildren()) {
                take(std::move(found), reader, context, source);
            } else if (depth_ < kDeepest && file.size <= kHeldArchive) {
                const std::string whole = base::readAll(source, kHeldArchive);
                base::MemorySource memory(whole);
                take(std::move(found), reader, context, memory);
            }
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Unsupported) throw;
            found.error = error.what();
            list_.push_back(std::move(found));
        }
    }
    void issue(const model::Issue& one) override {
        if (one.code == model::IssueCode::SealedContent) list_[outerAt_].isSealed = true;
    }
    void position(std::uint64_t) override { progress_.throwIfCancelled(); }

    // Those that are attachments of messages are no items of their own.
    std::vector<FoundFile> finish() {
        for (const auto& [path, from] : links_) {
            const auto at = index_.find(path, list_[from].path.string());
            if (!at) {
                ++list_[from].missing;
                continue;
            }
            const auto* reader = format::readerByCode(list_[*at].format);
            if (reader == nullptr || reader->mayBeShown()) list_[*at].isShown = true;
        }
        for (FoundFile& found : list_) {
            if (!found.isShown) continue;
            found.kinds.clear();
            found.undated = 0;
            found.firstMs.reset();
            found.lastMs.reset();
        }
        return std::move(list_);
    }

private:
    format::ReadContext contextOf(const format::ChildFile& file) const {
        format::ReadContext context;
        context.fileName = std::filesystem::path(file.path).filename().string();
        context.folder = folderOf(file.path);
        context.size = file.size;
        const std::filesystem::path path = outer_ / std::filesystem::path(file.path);
        context.zone = zoneOf(options_, path);
        context.dateOrder = dateOrderOf(options_, path);
        context.fileTimeMs = file.timeMs;
        context.nowMs = base::Clock().nowMs();
        return context;
    }

    // With a meaning of the columns where there is one for its headers.
    const format::Reader* asTable(const format::Reader* reader, base::SeekableSource& source,
                                  format::ReadContext& context) const {
        if (templates_.isEmpty() || !mayBeTable(reader)) return reader;
        context.mapping = templates_.mappingFor(source, reader);
        source.seek(0);
        return context.mapping.empty() ? reader : format::readerByCode("table");
    }

    void take(FoundFile&& found, const format::Reader* reader, format::ReadContext& context,
              base::ByteSource& source) {
        const std::size_t at = list_.size();
        found.format = reader == nullptr ? "" : reader->code();
        index_.add(found.path.string(), at);
        list_.push_back(std::move(found));
        if (reader == nullptr) return;
        if (options_.passphrase)
            context.passphrase = [this, name = context.fileName](bool isAgain) {
                return options_.passphrase(name, isAgain);
            };
        if (auto* whole = dynamic_cast<base::SeekableSource*>(&source);
            whole != nullptr && reader->hasChildren()) {
            const auto outer = std::exchange(outer_, list_[at].path);
            const auto outerAt = std::exchange(outerAt_, at);
            ++depth_;
            reader->unpack(*whole, context, *this);
            --depth_;
            outer_ = outer;
            outerAt_ = outerAt;
            whole->seek(0);
        }
        FoundFile counted = list_[at]; // the list may not grow under the sink's hands
        std::vector<std::string> links;
        CountingSink sink(counted, progress_, links);
        reader->read(source, context, sink);
        list_[at] = std::move(counted);
        for (std::string& link : links) links_.emplace_back(std::move(link), at);
    }

    const ImportOptions& options_;
    TableTemplates templates_;
    base::Progress& progress_;
    std::vector<FoundFile> list_;
    FileIndex index_;
    std::vector<std::pair<std::string, std::size_t>>
        links_;                   // path as written, place of the file that says it
    std::filesystem::path outer_; // what is unpacked, and its place in the list
    std::size_t outerAt_ = 0;
    int depth_ = 0;
};

} // namespace

std::vector<FoundFile> scan(const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                            base::Progress& progress) {
    const FileWalk walk = filesUnder(paths);
    progress.setTotal(totalBytes(walk.files));
    Scanning scanning(options, progress);
    for (const WalkedFile& walked : walk.files) {
        progress.throwIfCancelled();
        progress.setStage(base::repairUtf8(walked.path.filename().string()));
        scanning.scanFile(walked);
    }
    std::vector<FoundFile> list = scanning.finish();
    for (const PassedOver& passed : walk.passedOver) {
        FoundFile found;
        found.path = passed.path;
        found.passedOver = passed.reason;
        list.push_back(std::move(found));
    }
    return list;
}

} // namespace core::import
