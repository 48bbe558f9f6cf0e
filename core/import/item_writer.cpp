// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/item_writer.h"

#include "core/edit/direction.h"
#include "core/import/item_statements.h"
#include "core/store/search_text.h"

#include <utility>

namespace core::import {

namespace {

// A batch holds the write lock. It is long, for each one writes most pages of the indexes anew, and ended
// early where another thread, such as the window's, waits to write.
constexpr int kBatchRows = 20'000;
constexpr std::size_t kBatchBytes = 8U << 20U;  // of text
constexpr int kLookRows = 16;                   // between two looks at who waits
constexpr int kDigestRows = 1024;               // that are read again while they are at hand
constexpr std::size_t kSearchBytes = 8U << 20U; // of lists in memory, where the batch is the caller's
constexpr std::size_t kListedIssues = 1000;

} // namespace

ItemWriter::ItemWriter(store::Database& database, store::WriteGate& gate, ItemStatements& statements,
                       model::Id source, FileReport& report, Writing writing)
    : database_(database), gate_(gate), sql_(statements), source_(source), report_(report),
      isMending_(writing == Writing::Mending), isWithin_(writing == Writing::Within),
      digest_(database, source) {}

ItemWriter::~ItemWriter() = default;

void ItemWriter::beginIfNeeded() {
    if (isWithin_) return takeEarlierRows();
    if (batch_) return;
    batch_ = std::make_unique<store::WriteTransaction>(gate_, database_);
    const bool isThere = sql_.isThere.with(source_).step();
    sql_.isThere.reset();
    if (!isThere) throw base::Error(base::ErrorCode::Cancelled, "the source was removed while it was read");
    takeEarlierRows();
    searched_.reset();
    links_.clear();
    identifiers_.clear(); // between batches an undo may have taken one away
    firstUndirected_ = 0;
    batchRows_ = 0;
    batchBytes_ = 0;
}

// Those of an import of this source that was broken off; the digest takes what is written now as it is
// written.
void ItemWriter::takeEarlierRows() {
    if (std::exchange(hasEarlierRows_, true) || isMending_) return;
    const bool isBegun = sql_.isBegun.with(source_).step();
    sql_.isBegun.reset();
    if (isBegun) digest_.advance();
}

void ItemWriter::commitIfDue() {
    ++batchRows_;
    const bool isWanted = batchRows_ % kLookRows == 0 && gate_.isWaitedFor();
    if (!isWithin_ && (isWanted || batchRows_ >= kBatchRows || batchBytes_ >= kBatchBytes))
        finish();
    else if (isMending_ && batchRows_ % kDigestRows == 0)
        digest_.advance();
}

void ItemWriter::finish(const std::function<void()>& last) {
    if (last) beginIfNeeded();
    if (!batch_ && !isWithin_) return;
    writePeople();
    if (firstUndirected_ != 0) edit::updateDirections(database_, firstUndirected_);
    if (isMending_) digest_.advance();
    writeSearchLists();
    if (last) last();
    if (!batch_) return;
    batch_->commit();
    batch_.reset();
}

bool ItemWriter::hasIssue(const model::Issue& issue, model::Id item) {
    return database_.prepare("SELECT 1 FROM issue WHERE item_id = ? AND code = ? AND position = ?")
        .with(item, model::codeOf(issue.code), signedOf(issue.offset))
        .step();
}

// The item is there: by the part of this very file that was read before, or from another place, which is
// noted.
void ItemWriter::meetAgain(const format::ItemRecord& record) {
    store::Statement& row = sql_.existing;
    row.reset();
    row.bindBlob(1, identity_);
    if (!row.step()) throw base::Error(base::ErrorCode::Internal, "an item is there and is not");
    const model::Id item = row.integer(0);
    const bool isItself = row.integer(1) == source_ && row.integer(2) == signedOf(record.index);
    row.reset();
    if (isItself) {
        ++report_.continued;
        if (!isMending_) return;
        mendParts(item, record);
        insertAttachments(item, record);
        for (const model::Issue& issue : record.issues)
            if (!hasIssue(issue, item)) writeIssue(issue, item);
        return;
    }
    ++report_.duplicates;
    addLaterFiles(item, record);
    sql_.sighting
        .with(item, source_, signedOf(record.offset), signedOf(record.length), signedOf(record.index))
        .run();
}

void ItemWriter::takeSearchText(model::Id item, const format::ItemRecord& record) {
    if (!searched_) searched_.emplace(item);
    searched_->add(item, store::searchText(record.subject, record.text));
    if (searched_->bytes() >= kSearchBytes) writeSearchLists();
}

void ItemWriter::writeSearchLists() {
    if (searched_) store::addToSearch(database_, std::move(*searched_));
    searched_.reset();
}

void ItemWriter::write(format::ItemRecord&& record) {
    beginIfNeeded();
    if (const model::Id item = insertItem(record); item != 0) {
        insertAttachments(item, record);
        digest_.passed(item);
        takeSearchText(item, record);
        if (firstUndirected_ == 0 && record.direction == model::Direction::Unknown) firstUndirected_ = item;
        for (const model::Issue& issue : record.issues) writeIssue(issue, item);
        batchBytes_ += record.subject.size() + record.text.size();
        ++report_.items;
        if (record.times.empty() && record.kind != model::ItemKind::Notice) ++report_.undated;
    } else {
        meetAgain(record);
    }
    commitIfDue();
}

void ItemWriter::writeIssue(const model::Issue& issue, model::Id item) {
    beginIfNeeded();
    sql_.issue
        .with(source_, orNull(item), model::codeOf(issue.code), model::codeOf(issue.severity), issue.detail,
              signedOf(issue.offset))
        .run();
    ++report_.issueCount;
    if (issue.severity == model::IssueSeverity::Skipped) ++report_.skipped;
    // What exports of its kind never hold is said once, at the end, and belongs in every report.
    const bool isOfExport = item == 0 && issue.code == model::IssueCode::NotContained;
    if (report_.issues.size() < kListedIssues || isOfExport) report_.issues.push_back(issue);
}

} // namespace core::import
