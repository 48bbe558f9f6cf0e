// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/source_digest.h"

#include "core/store/bytes.h"

namespace core::store {

namespace {

static_assert(kFirstLaterClaim == 1000 && kFirstLaterFile == 1'000'000); // stand in the SQL below
constexpr std::string_view kTag = "logbog-source-1";
constexpr std::size_t kBufferSize = 1U << 16U;

// A column as its length and its text, as SQLite words it; nothing and an empty text are told apart.
void putColumn(std::string& out, const Statement& row, int column) {
    if (row.isNull(column)) return putNumber(out, UINT32_MAX);
    const std::string_view text = row.textView(column);
    putNumber(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

// Rows of the items of a source; the first column is the item's id, left out of the digest.
std::string ofItems(const char* columns, const char* join) {
    return std::string("SELECT i.id, i.record_index, ") + columns + " FROM item i " + join +
           " WHERE i.source_id = ?1 AND i.id > ?2 ORDER BY i.id";
}

} // namespace

SourceDigest::SourceDigest(Database& database, std::int64_t source)
    : source_(source),
      item_(database.prepare(ofItems(
          "i.kind, i.written_direction, i.subject, i.text, i.message_id, i.call_type, i.call_raw_type, "
          "i.duration_s, i.width, i.height, i.orientation, i.latitude, i.longitude, i.camera, "
          "i.is_screenshot, i.record_offset, i.record_length, hex(i.identity), f.normal, o.normal",
          "LEFT JOIN identifier f ON f.id = i.from_id LEFT JOIN identifier o ON o.id = i.other_id"))),
      time_(database.prepare(ofItems("t.sequence, t.time_ms, t.offset_s, t.zone, t.precision, t.basis, "
                                     "t.source, t.as_written",
                                     "JOIN item_time t ON t.item_id = i.id AND t.sequence < 1000") +
                             ", t.sequence")),
      participant_(
          database.prepare(ofItems("p.sequence, p.role, n.kind, n.normal, p.written, p.name",
                                   "JOIN item_participant p ON p.item_id = i.id LEFT JOIN identifier n ON "
                                   "n.id = p.identifier_id") +
                           ", p.sequence")),
      attachment_(database.prepare(ofItems("a.sequence, a.name, a.type, a.size, a.sha256, a.encoded_offset, "
                                           "a.encoded_length, a.encoding, a.is_inline, a.path",
                                           "JOIN attachment a ON a.item_id = i.id AND a.sequence < 1000000") +
                                   ", a.sequence")) {}

void SourceDigest::take(Statement& rows, base::Sha256& hash, bool isItem) {
    rows.with(source_, last_);
    std::int64_t end = last_;
    const int columns = rows.columns();
    while (rows.step()) {
        if (isItem) ++items_;
        end = rows.integer(0);
        for (int column = 1; column < columns; ++column) putColumn(buffer_, rows, column);
        if (buffer_.size() < kBufferSize) continue;
        hash.update(buffer_);
        buffer_.clear();
    }
    hash.update(buffer_);
    buffer_.clear();
    rows.reset();
    if (isItem) last_ = end;
}

void SourceDigest::advance() {
    take(time_, timeHash_, false);
    take(participant_, participantHash_, false);
    take(attachment_, attachmentHash_, false);
    take(item_, itemHash_, true); // last: it moves on
}

std::string SourceDigest::finish() {
    base::Sha256 whole;
    whole.update(kTag);
    for (base::Sha256* part : {&itemHash_, &timeHash_, &participantHash_, &attachmentHash_})
        whole.update(base::toHex(part->finish()));
    return base::toHex(whole.finish());
}

} // namespace core::store
