// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/item_writer.h"

#include "core/edit/direction.h"
#include "core/store/search_text.h"

namespace core::import {

namespace {

// A batch holds the write lock. It is long, for each one writes most pages of the indexes anew, and ended
// early where another thread, such as the window's, waits to write.
constexpr int kBatchRows = 20'000;
constexpr std::size_t kBatchBytes = 8U << 20U; // of text
constexpr int kLookRows = 16;                  // between two looks at who waits
constexpr int kDigestRows = 1024;              // that are read again while they are at hand
constexpr std::size_t kListedIssues = 1000;

const char* roleCode(model::ParticipantRole role) {
    switch (role) {
    case model::ParticipantRole::From:
        return "from";
    case model::ParticipantRole::To:
        return "to";
    case model::ParticipantRole::Cc:
        return "cc";
    case model::ParticipantRole::Bcc:
        return "bcc";
    }
    return "to";
}

std::string identityOf(const format::ItemRecord& record) {
    base::Sha256 hash;
    hash.update(model::codeOf(record.kind));
    hash.update(std::string_view("\0", 1));
    hash.update(record.identity);
    const base::Digest digest = hash.finish();
    return {reinterpret_cast<const char*>(digest.data()), 16};
}

std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }

} // namespace

struct ItemWriter::Statements {
    explicit Statements(store::Database& db)
        : item(db.prepare("INSERT INTO item(source_id, kind, time_ms, offset_s, zone, precision, basis, "
                          "about, time_source, "
                          "written_direction, direction, from_id, other_id, subject, text, message_id, "
                          "call_type, call_raw_type, "
                          "duration_s, width, height, orientation, latitude, longitude, camera, "
                          "is_screenshot, record_offset, "
                          "record_length, record_index, identity) VALUES "
                          "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                          "?18, ?19, ?20, ?21, ?22, "
                          "?23, ?24, ?25, ?26, ?27, ?28, ?29) ON CONFLICT(identity) DO NOTHING")),
          time(db.prepare("INSERT OR IGNORE INTO item_time VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
          participant(db.prepare("INSERT OR IGNORE INTO item_participant VALUES (?, ?, ?, ?, ?, ?)")),
          attachment(db.prepare(
              "INSERT INTO attachment(item_id, sequence, name, type, size, sha256, encoded_offset, "
              "encoded_length, encoding, is_inline, path, original_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?)")),
          issue(db.prepare("INSERT INTO issue(source_id, item_id, code, severity, detail, position) "
                           "VALUES (?, ?, ?, ?, ?, ?)")),
          search(db.prepare("INSERT INTO item_search(rowid, body) VALUES (?, ?)")),
          findIdentifier(db.prepare("SELECT id FROM identifier WHERE kind = ? AND normal = ?")),
          newIdentifier(
              db.prepare("INSERT INTO identifier(kind, normal, written, name) VALUES (?, ?, ?, ?)")),
          nameIdentifier(db.prepare("UPDATE identifier SET name = ? WHERE id = ? AND name = ''")),
          existing(db.prepare("SELECT id, source_id, record_index FROM item WHERE identity = ?")),
          sighting(db.prepare("INSERT OR IGNORE INTO item_sighting VALUES (?, ?, ?, ?, ?)")) {}

    store::Statement item, time, participant, attachment, issue, search, findIdentifier, newIdentifier,
        nameIdentifier, existing, sighting;
};

ItemWriter::ItemWriter(store::Database& database, store::WriteGate& gate, model::Id source,
                       FileReport& report, Writing writing)
    : database_(database), gate_(gate), source_(source), report_(report),
      isMending_(writing == Writing::Mending), isWithin_(writing == Writing::Within),
      sql_(std::make_unique<Statements>(database)), digest_(database, source) {}

ItemWriter::~ItemWriter() = default;

void ItemWriter::beginIfNeeded() {
    if (batch_ || isWithin_) return;
    batch_ = std::make_unique<store::WriteTransaction>(gate_, database_);
    auto source = database_.prepare("SELECT 1 FROM source WHERE id = ? AND removed_ms IS NULL");
    if (!source.with(source_).step())
        throw base::Error(base::ErrorCode::Cancelled, "the source was removed while it was read");
    identifiers_.clear(); // between batches an undo may have taken one away
    firstUndirected_ = 0;
    batchRows_ = 0;
    batchBytes_ = 0;
}

void ItemWriter::commitIfDue() {
    ++batchRows_;
    const bool isWanted = batchRows_ % kLookRows == 0 && gate_.isWaitedFor();
    if (!isWithin_ && (isWanted || batchRows_ >= kBatchRows || batchBytes_ >= kBatchBytes))
        finish();
    else if (batchRows_ % kDigestRows == 0)
        digest_.advance();
}

void ItemWriter::finish(const std::function<void()>& last) {
    if (last) beginIfNeeded();
    if (!batch_ && !isWithin_) return;
    if (firstUndirected_ != 0) edit::updateDirections(database_, firstUndirected_);
    digest_.advance();
    if (last) last();
    if (!batch_) return;
    batch_->commit();
    batch_.reset();
}

model::Id ItemWriter::identifierFor(const model::Participant& participant) {
    std::string normal = model::normalizeIdentifier(participant.kind, participant.id);
    if (normal.empty()) return 0;
    if (!participant.service.empty()) normal = participant.service + ':' + normal;
    const std::string kind = model::codeOf(participant.kind);
    const std::string key = kind + ' ' + normal;
    if (const auto known = identifiers_.find(key); known != identifiers_.end()) return known->second;
    sql_->findIdentifier.with(kind, normal);
    model::Id id = 0;
    if (sql_->findIdentifier.step()) {
        id = sql_->findIdentifier.integer(0);
        if (!participant.name.empty()) sql_->nameIdentifier.with(participant.name, id).run();
    } else {
        sql_->newIdentifier.with(kind, normal, participant.id, participant.name).run();
        id = database_.lastInsertId();
    }
    sql_->findIdentifier.reset();
    if (!participant.name.empty()) identifiers_[key] = id; // otherwise a later record may still bring a name
    return id;
}

bool ItemWriter::insertItem(const format::ItemRecord& r) {
    store::Statement& q = sql_->item;
    q.reset();
    model::Id from = 0;
    model::Id firstTo = 0;
    for (const model::Participant& p : r.participants) {
        if (p.role == model::ParticipantRole::From && from == 0) from = identifierFor(p);
        if (p.role == model::ParticipantRole::To && firstTo == 0) firstTo = identifierFor(p);
    }
    const model::Id other = r.direction == model::Direction::Out ? firstTo : from;
    const auto orNull = [](model::Id id) { return id == 0 ? std::nullopt : std::optional<std::int64_t>(id); };
    const auto& chosen = r.times;
    q.bind(1, source_).bind(2, model::codeOf(r.kind));
    if (chosen.empty()) {
        q.bindNull(3)
            .bindNull(4)
            .bind(5, "")
            .bind(6, static_cast<int>(base::Precision::Second))
            .bind(7, 0)
            .bind(8, 0);
        q.bind(9, model::codeOf(model::TimeSource::Unknown));
    } else {
        const base::Timestamp& t = chosen[0].time;
        q.bind(3, t.utcMs)
            .bind(4, t.offsetSeconds ? std::optional<std::int64_t>(*t.offsetSeconds) : std::nullopt);
        q.bind(5, std::string_view(t.zone))
            .bind(6, static_cast<int>(t.precision))
            .bind(7, static_cast<int>(t.basis));
        q.bind(8, t.about).bind(9, model::codeOf(chosen[0].source));
    }
    q.bind(10, model::codeOf(r.direction)).bind(11, orNull(from)).bind(12, orNull(other));
    q.bind(13, std::string_view(r.subject))
        .bind(14, std::string_view(r.text))
        .bind(15, std::string_view(r.messageId));
    if (r.call) {
        q.bind(16, model::codeOf(r.call->type)).bind(17, std::string_view(r.call->rawType));
        q.bind(18, r.call->durationSeconds);
    } else {
        q.bindNull(16).bindNull(17);
        q.bind(18, r.durationSeconds);
    }
    if (r.photo) {
        q.bind(19, r.photo->width).bind(20, r.photo->height).bind(21, r.photo->orientation);
        if (r.photo->gps)
            q.bind(22, r.photo->gps->latitude).bind(23, r.photo->gps->longitude);
        else
            q.bindNull(22).bindNull(23);
        q.bind(24, std::string_view(r.photo->camera)).bind(25, r.photo->isScreenshot);
    } else {
        for (const int column : {19, 20, 21, 22, 23}) q.bindNull(column);
        q.bind(24, "").bind(25, 0);
    }
    q.bind(26, signedOf(r.offset)).bind(27, signedOf(r.length)).bind(28, signedOf(r.index));
    q.bindBlob(29, identityOf(r));
    q.run();
    return database_.changes() > 0;
}

void ItemWriter::insertParts(model::Id item, const format::ItemRecord& r) {
    int sequence = 0;
    for (const model::TimeClaim& claim : r.times) {
        const auto& t = claim.time;
        const auto offset = t.offsetSeconds ? std::optional<std::int64_t>(*t.offsetSeconds) : std::nullopt;
        sql_->time
            .with(item, sequence++, t.utcMs, offset, t.zone, static_cast<int>(t.precision),
                  static_cast<int>(t.basis), model::codeOf(claim.source), claim.asWritten)
            .run();
    }
    sequence = 0;
    for (const model::Participant& p : r.participants) {
        const model::Id id = identifierFor(p);
        const auto idOrNull = id == 0 ? std::nullopt : std::optional<std::int64_t>(id);
        sql_->participant.with(item, sequence++, roleCode(p.role), idOrNull, p.id, p.name).run();
    }
    insertAttachments(item, r);
}

void ItemWriter::insertAttachments(model::Id item, const format::ItemRecord& r) {
    int sequence = -1;
    for (const model::Attachment& a : r.attachments) {
        ++sequence;
        if (isMending_ && hasAttachment(item, sequence)) continue;
        if (a.path.empty())
            insertAttachment(item, sequence, a);
        else
            insertLinked(item, sequence, a);
    }
}

void ItemWriter::insertAttachment(model::Id item, int sequence, const model::Attachment& a) {
    sql_->attachment
        .with(item, sequence, a.name, a.type, signedOf(a.size), base::toHex(a.sha256), signedOf(a.offset),
              signedOf(a.encodedLength), static_cast<int>(a.encoding), a.isInline, "",
              std::optional<std::int64_t>())
        .run();
}

void ItemWriter::insertLinked(model::Id item, int sequence, const model::Attachment& a) {
    const auto file = findFile_ ? findFile_(a.path) : std::nullopt;
    const auto size = file ? signedOf(file->size) : 0;
    sql_->attachment
        .with(item, sequence, a.name, a.type.empty() && file ? file->type : a.type, size,
              file ? base::toHex(file->sha256) : "", 0, size,
              static_cast<int>(base::TransferEncoding::Identity), a.isInline, a.path,
              file ? std::optional<std::int64_t>(file->original) : std::nullopt)
        .run();
    if (file) return;
    ++report_.missing;
    const model::Issue missing{model::IssueCode::MissingAttachment, model::IssueSeverity::Odd, a.path, 0};
    if (!isMending_ || !hasIssue(missing, item)) writeIssue(missing, item);
}

// A chat exported first without its pictures and then with them: the message is the same, and now shows them.
void ItemWriter::addLaterFiles(model::Id item, const format::ItemRecord& r) {
    for (const model::Attachment& a : r.attachments) {
        const auto file = a.path.empty() || !findFile_ ? std::nullopt : findFile_(a.path);
        if (!file) continue;
        const std::string sha256 = base::toHex(file->sha256);
        auto known = database_.prepare("SELECT 1 FROM attachment WHERE item_id = ? AND sha256 = ?");
        if (known.with(item, sha256).step()) continue;
        auto last = database_.prepare(
            "SELECT coalesce(max(max(sequence) + 1, ?2), ?2) FROM attachment WHERE item_id = ?1");
        last.with(item, store::kFirstLaterFile).step();
        const std::int64_t sequence = last.integer(0);
        last.reset();
        sql_->attachment
            .with(item, sequence, a.name, a.type.empty() ? file->type : a.type, signedOf(file->size), sha256,
                  0, signedOf(file->size), static_cast<int>(base::TransferEncoding::Identity), a.isInline,
                  a.path, std::optional<std::int64_t>(file->original))
            .run();
    }
}

bool ItemWriter::hasAttachment(model::Id item, int sequence) {
    return database_.prepare("SELECT 1 FROM attachment WHERE item_id = ? AND sequence = ?")
        .with(item, sequence)
        .step();
}

bool ItemWriter::hasIssue(const model::Issue& issue, model::Id item) {
    return database_.prepare("SELECT 1 FROM issue WHERE item_id = ? AND code = ? AND position = ?")
        .with(item, model::codeOf(issue.code), signedOf(issue.offset))
        .step();
}

// The item is there: by the part of this very file that was read before, or from another place, which is
// noted.
void ItemWriter::meetAgain(const format::ItemRecord& record) {
    store::Statement& row = sql_->existing;
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
    sql_->sighting
        .with(item, source_, signedOf(record.offset), signedOf(record.length), signedOf(record.index))
        .run();
}

void ItemWriter::write(format::ItemRecord&& record) {
    beginIfNeeded();
    if (insertItem(record)) {
        const model::Id item = database_.lastInsertId();
        insertParts(item, record);
        sql_->search.with(item, store::searchText(record.subject, record.text)).run();
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
    const auto itemOrNull = item == 0 ? std::nullopt : std::optional<std::int64_t>(item);
    sql_->issue
        .with(source_, itemOrNull, model::codeOf(issue.code), model::codeOf(issue.severity), issue.detail,
              signedOf(issue.offset))
        .run();
    ++report_.issueCount;
    if (issue.severity == model::IssueSeverity::Skipped) ++report_.skipped;
    // What exports of its kind never hold is said once, at the end, and belongs in every report.
    const bool isOfExport = item == 0 && issue.code == model::IssueCode::NotContained;
    if (report_.issues.size() < kListedIssues || isOfExport) report_.issues.push_back(issue);
}

} // namespace core::import
