// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes the records of one source into the case, in batches; leaves out what is there already, and gives the
// directions that follow from who is who.
// Not a reader of anything: core/format makes the records.

#include "core/format/item_record.h"
#include "core/import/importer.h"
#include "core/store/database.h"
#include "core/store/source_digest.h"
#include "core/store/write_gate.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace core::import {

// Mending: of an item of this source that is there, what belongs to it and is lost is written again.
// Within: in a transaction of the caller, who commits it; then finish() only completes what belongs to it.
enum class Writing { Importing, Mending, Within };

// A file of its own that an attachment names.
struct LinkedFile {
    model::Id original = 0;
    std::uint64_t size = 0;
    base::Digest sha256{};
    std::string type; // MIME, where it is known
};
using FindFile = std::function<std::optional<LinkedFile>(const std::string& path)>;

class ItemWriter {
public:
    // Counts and issues go into `report`, which must outlive the writer.
    ItemWriter(store::Database& database, store::WriteGate& gate, model::Id source, FileReport& report,
               Writing writing = Writing::Importing);
    ~ItemWriter();

    // Without it no attachment in a file of its own is found.
    void setFindFile(FindFile find) { findFile_ = std::move(find); }

    void write(format::ItemRecord&& record);
    void writeIssue(const model::Issue& issue, model::Id item = 0);
    // Commits the last batch, with what `last` does in it; without it the batch is rolled back.
    void finish(const std::function<void()>& last = {});
    // Of all rows of the source, once the last batch is being finished.
    std::string digest() { return digest_.finish(); }

private:
    void beginIfNeeded();
    void commitIfDue();
    model::Id identifierFor(const model::Participant& participant);
    bool insertItem(const format::ItemRecord& record); // false: it is there already
    void meetAgain(const format::ItemRecord& record);
    void insertParts(model::Id item, const format::ItemRecord& record);
    void insertAttachments(model::Id item, const format::ItemRecord& record);
    void insertAttachment(model::Id item, int sequence, const model::Attachment& attachment);
    void insertLinked(model::Id item, int sequence, const model::Attachment& attachment);
    void addLaterFiles(model::Id item, const format::ItemRecord& record);
    bool hasAttachment(model::Id item, int sequence);
    bool hasIssue(const model::Issue& issue, model::Id item);

    struct Statements;
    store::Database& database_;
    store::WriteGate& gate_;
    model::Id source_;
    FileReport& report_;
    bool isMending_, isWithin_;
    FindFile findFile_;
    std::unique_ptr<Statements> sql_;
    store::SourceDigest digest_;
    std::unique_ptr<store::WriteTransaction> batch_;
    int batchRows_ = 0;
    std::size_t batchBytes_ = 0;
    model::Id firstUndirected_ = 0; // of the batch: the first item whose direction follows from who is who
    std::unordered_map<std::string, model::Id> identifiers_; // of the batch: kind and normal form -> row
};

} // namespace core::import
