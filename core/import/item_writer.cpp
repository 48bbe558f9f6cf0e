// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/item_writer.h"

#include "core/edit/direction.h"
#include "core/import/item_statements.h"
#include "core/store/search_text.h"

#include <utility>

namespace core::import {

namespace {

using Part = store::SourceDigest::Part;

// A batch holds the write lock. It is long, for each one writes most pages of the indexes anew, and ended
// early where another thread, such as the window's, waits to write.
constexpr int kBatchRows = 20'000;
constexpr std::size_t kBatchBytes = 8U << 20U;  // of text
constexpr int kLookRows = 16;                   // between two looks at who waits
constexpr int kDigestRows = 1024;               // that are read again while they are at hand
constexpr std::size_t kSearchBytes = 8U << 20U; // of lists in memory, where the batch is the caller's
constexpr std::size_t kListedIssues = 1000;

std::string identityOf(const format::ItemRecord& record) {
    base::Sha256 hash;
    hash.update(model::codeOf(record.kind));
    hash.update(std::string_view("\0", 1));
    hash.update(record.identity);
    const base::Digest digest = hash.finish();
    return {reinterpret_cast<const char*>(digest.data()), 16};
}

std::optional<std::int64_t> offsetOf(const base::Timestamp& time) {
    return time.offsetSeconds ? std::optional<std::int64_t>(*time.offsetSeconds) : std::nullopt;
}

std::string capitalHex(std::string_view bytes) { // as SQLite's hex()
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

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
    if (firstUndirected_ != 0) edit::updateDirections(database_, firstUndirected_);
    if (isMending_) digest_.advance();
    writeSearchLists();
    if (last) last();
    if (!batch_) return;
    batch_->commit();
    batch_.reset();
}

// What only pictures and films have.
struct ItemWriter::PhotoColumns {
    explicit PhotoColumns(const std::optional<model::PhotoInfo>& photo) {
        if (!photo) return;
        width = photo->width;
        height = photo->height;
        orientation = photo->orientation;
        if (photo->gps) latitude = photo->gps->latitude;
        if (photo->gps) longitude = photo->gps->longitude;
        camera = photo->camera;
        isScreenshot = photo->isScreenshot;
    }
    std::optional<std::int64_t> width, height, orientation;
    std::optional<double> latitude, longitude;
    std::string_view camera = "";
    bool isScreenshot = false;
};

bool ItemWriter::insertItem(const format::ItemRecord& r) {
    static const Identifier kNobody;
    const Identifier* from = &kNobody;
    const Identifier* to = &kNobody;
    for (const model::Participant& p : r.participants) {
        if (p.role == model::ParticipantRole::From && from->id == 0) from = &identifierFor(p);
        if (p.role == model::ParticipantRole::To && to->id == 0) to = &identifierFor(p);
    }
    const Identifier& other = r.direction == model::Direction::Out ? *to : *from;
    const std::string identity = identityOf(r);
    using Text = std::optional<std::string_view>;
    const Text callType = r.call ? Text(model::codeOf(r.call->type)) : std::nullopt;
    const Text rawType = r.call ? Text(r.call->rawType) : std::nullopt;
    const auto duration = r.call ? std::optional(r.call->durationSeconds) : r.durationSeconds;
    const PhotoColumns photo(r.photo);

    store::Statement& q = sql_.item;
    q.reset();
    q.bind(1, source_).bind(2, store::Borrowed{model::codeOf(r.kind)});
    bindTime(r);
    q.bind(10, store::Borrowed{model::codeOf(r.direction)}).bind(11, orNull(from->id));
    q.bind(12, orNull(other.id)).bind(13, store::Borrowed{r.subject}).bind(14, store::Borrowed{r.text});
    q.bind(15, store::Borrowed{r.messageId}).bind(16, callType).bind(17, rawType).bind(18, duration);
    q.bind(19, photo.width).bind(20, photo.height).bind(21, photo.orientation).bind(22, photo.latitude);
    q.bind(23, photo.longitude).bind(24, store::Borrowed{photo.camera}).bind(25, photo.isScreenshot);
    q.bind(26, signedOf(r.offset)).bind(27, signedOf(r.length)).bind(28, signedOf(r.index));
    q.bindBlob(29, identity).run();
    if (database_.changes() == 0) return false;
    if (isMending_) return true;
    const auto normal = [](const Identifier& one) { return one.id == 0 ? std::nullopt : Text(one.normal); };
    digest_.add(Part::Item, signedOf(r.index), model::codeOf(r.kind), model::codeOf(r.direction), r.subject,
                r.text, r.messageId, callType, rawType, duration, photo.width, photo.height,
                photo.orientation, photo.latitude, photo.longitude, photo.camera, photo.isScreenshot,
                signedOf(r.offset), signedOf(r.length), capitalHex(identity), normal(*from), normal(other));
    return true;
}

void ItemWriter::bindTime(const format::ItemRecord& r) {
    store::Statement& q = sql_.item;
    if (r.times.empty()) {
        q.bindNull(3).bindNull(4).bind(5, store::Borrowed{});
        q.bind(6, static_cast<int>(base::Precision::Second)).bind(7, 0).bind(8, 0);
        q.bind(9, store::Borrowed{model::codeOf(model::TimeSource::Unknown)});
        return;
    }
    const base::Timestamp& t = r.times[0].time;
    q.bind(3, t.utcMs).bind(4, offsetOf(t)).bind(5, store::Borrowed{t.zone});
    q.bind(6, static_cast<int>(t.precision)).bind(7, static_cast<int>(t.basis)).bind(8, t.about);
    q.bind(9, store::Borrowed{model::codeOf(r.times[0].source)});
}

// In the order of the columns; the digest takes the same values.
void ItemWriter::insertTimes(model::Id item, const format::ItemRecord& r) {
    std::int64_t sequence = -1;
    for (const model::TimeClaim& claim : r.times) {
        const auto& t = claim.time;
        const auto offset = offsetOf(t);
        const auto precision = static_cast<std::int64_t>(t.precision);
        const auto basis = static_cast<std::int64_t>(t.basis);
        const char* source = model::codeOf(claim.source);
        ++sequence;
        sql_.time
            .with(item, sequence, t.utcMs, offset, store::Borrowed{t.zone}, precision, basis,
                  store::Borrowed{source}, store::Borrowed{claim.asWritten})
            .run();
        if (!isMending_ && sequence < store::kFirstLaterClaim)
            digest_.add(Part::Time, signedOf(r.index), sequence, t.utcMs, offset, t.zone, precision, basis,
                        source, claim.asWritten);
    }
}

void ItemWriter::insertParts(model::Id item, const format::ItemRecord& r) {
    insertTimes(item, r);
    insertParticipants(item, r);
    insertAttachments(item, r);
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
    row.bindBlob(1, identityOf(record));
    if (!row.step()) throw base::Error(base::ErrorCode::Internal, "an item is there and is not");
    const model::Id item = row.integer(0);
    const bool isItself = row.integer(1) == source_ && row.integer(2) == signedOf(record.index);
    row.reset();
    if (isItself) {
        ++report_.continued;
        if (!isMending_) return;
        insertParts(item, record);
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
    if (insertItem(record)) {
        const model::Id item = database_.lastInsertId();
        insertParts(item, record);
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
