// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes the records of one source into the case, in batches; leaves out what is there already, and gives the
// directions that follow from who is who.
// Not a reader of anything: core/format makes the records.

#include "core/format/item_record.h"
#include "core/import/importer.h"
#include "core/store/database.h"
#include "core/store/packed_rows.h"
#include "core/store/search.h"
#include "core/store/source_digest.h"
#include "core/store/write_gate.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::import {

// Mending: of an item of this source that is there, what belongs to it and is lost is written again.
// Within: in a transaction of the caller, who commits it; then finish() only completes what belongs to it.
enum class Writing { Importing, Mending, Within };

struct ItemStatements;

// A file of its own that an attachment names.
struct LinkedFile {
    model::Id original = 0;
    std::uint64_t size = 0;
    base::Digest sha256{};
    std::string type; // MIME, where it is known
    std::string objectId;
};
using FindFile = std::function<std::optional<LinkedFile>(const std::string& path)>;
// Of an attached film or recording, in seconds; the object of a file of its own, else empty.
using FindLength =
    std::function<std::optional<std::int64_t>(const model::Attachment&, const std::string& objectId)>;

class ItemWriter {
public:
    // `statements` of that database. Counts and issues go into `report`. All must outlive the writer.
    ItemWriter(store::Database& database, store::WriteGate& gate, ItemStatements& statements,
               model::Id source, FileReport& report, Writing writing = Writing::Importing);
    ~ItemWriter();

    // Without it no attachment in a file of its own is found.
    void setFindFile(FindFile find) { findFile_ = std::move(find); }
    // Without it no length is known.
    void setFindLength(FindLength find) { findLength_ = std::move(find); }

    void write(format::ItemRecord&& record);
    void writeIssue(const model::Issue& issue, model::Id item = 0);
    // Commits the last batch, with what `last` does in it; without it the batch is rolled back.
    void finish(const std::function<void()>& last = {});
    // Of all rows of the source, once the last batch is being finished.
    std::string digest() { return digest_.finish(); }

private:
    // A number or an address as one record writes it, and its row.
    struct Identifier {
        model::Id id = 0; // 0: hidden
        std::string normal;
        bool isLookedUp = false, isNamed = false;
    };
    struct AttachmentPlace {
        model::Id item;
        std::int64_t recordIndex, sequence;
    };
    struct AttachmentRow {
        std::string_view name, type;
        std::int64_t size;
        std::string sha256;
        std::int64_t encodedOffset, encodedLength;
        base::TransferEncoding encoding;
        bool isInline;
        std::string_view path;
        std::optional<std::int64_t> original;
        std::optional<std::int64_t> seconds; // state: not in the digest
    };
    struct PhotoColumns;

    void beginIfNeeded();
    void takeEarlierRows();
    void commitIfDue();
    const Identifier& identifierFor(const model::Participant& participant); // valid until the batch ends
    void lookUp(const model::Participant& participant, Identifier& one);
    model::Id insertItem(const format::ItemRecord& record); // 0: it is there already
    void bindTime(store::Statement& insert, const format::ItemRecord& record);
    void bindMore(store::Statement& insert, const format::ItemRecord& record);
    void lookUpPeople(const format::ItemRecord& record);
    void packParts(const format::ItemRecord& record); // after lookUpPeople()
    void digestItem(const format::ItemRecord& record);
    void notePeople(model::Id item, const format::ItemRecord& record);
    void writePeople();
    void meetAgain(const format::ItemRecord& record);
    void mendParts(model::Id item, const format::ItemRecord& record);
    void insertAttachments(model::Id item, const format::ItemRecord& record);
    void insertAttachment(const AttachmentPlace& place, const AttachmentRow& row);
    void insertLinked(const AttachmentPlace& place, const model::Attachment& attachment);
    AttachmentRow linkedRow(const model::Attachment& attachment, const std::optional<LinkedFile>& file);
    std::optional<std::int64_t> lengthOf(const model::Attachment& attachment, const std::string& objectId);
    void takeSearchText(model::Id item, const format::ItemRecord& record);
    void writeSearchLists();
    void addLaterFiles(model::Id item, const format::ItemRecord& record);
    bool hasAttachment(model::Id item, std::int64_t sequence);
    bool hasIssue(const model::Issue& issue, model::Id item);

    store::Database& database_;
    store::WriteGate& gate_;
    ItemStatements& sql_;
    model::Id source_;
    FileReport& report_;
    bool isMending_, isWithin_;
    bool hasEarlierRows_ = false; // the digest has taken what was there before
    FindFile findFile_;
    FindLength findLength_;
    store::SourceDigest digest_;
    std::optional<store::TrigramLists> searched_; // what the search index has still to be given
    std::unique_ptr<store::WriteTransaction> batch_;
    int batchRows_ = 0;
    std::size_t batchBytes_ = 0;
    model::Id firstUndirected_ = 0; // of the batch: the first item whose direction follows from who is who
    std::unordered_map<std::string, Identifier> identifiers_; // of the batch: kind, service, as written
    std::string identifierKey_;
    // Of the record that is being written: its participants in their order, the first sender, the other side.
    std::vector<const Identifier*> people_;
    const Identifier* from_ = nullptr;
    const Identifier* other_ = nullptr;
    std::string identity_;
    store::RowPacker packedTimes_, packedPeople_;
    struct Link {
        model::Id identifier, item;
        bool isSender;
        auto operator<=>(const Link&) const = default;
    };
    std::vector<Link> links_; // of the batch, to be written in the order of the table
};

} // namespace core::import
