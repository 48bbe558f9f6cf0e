// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/source_digest.h"

#include "core/store/bytes.h"

#include <charconv>
#include <cmath>

#include <sqlite3.h>

namespace core::store {

namespace {

static_assert(kFirstLaterFile == 1'000'000); // stands in the SQL below
constexpr std::string_view kTag = "logbog-source-1";
constexpr std::size_t kBufferSize = 1U << 16U;

// Rows of the items of a source; the first column is the item's id, left out of the digest.
std::string ofItems(const char* columns, const char* join) {
    return std::string("SELECT i.id, i.record_index, ") + columns + " FROM item i " + join +
           " WHERE i.source_id = ?1 AND i.id > ?2 ORDER BY i.id";
}

} // namespace

struct SourceDigest::Statements {
    explicit Statements(Database& database)
        : item(database.prepare(ofItems(
              "i.kind, i.written_direction, i.subject, i.text, i.message_id, i.call_type, i.call_raw_type, "
              "i.duration_s, i.width, i.height, i.orientation, i.latitude, i.longitude, i.camera, "
              "i.is_screenshot, i.record_offset, i.record_length, hex(i.identity), f.normal, o.normal",
              "LEFT JOIN identifier f ON f.id = i.from_id LEFT JOIN identifier o ON o.id = i.other_id"))),
          time(database.prepare(ofItems("t.sequence, t.f0, t.f1, t.f2, t.f3, t.f4, t.f5, t.f6",
                                        "JOIN packed_rows(i.times, 7) t") +
                                ", t.sequence")),
          participant(database.prepare(
              ofItems("p.sequence, p.f0, n.kind, n.normal, p.f2, p.f3",
                      "JOIN packed_rows(i.people, 4) p LEFT JOIN identifier n ON n.id = p.f1") +
              ", p.sequence")),
          attachment(
              database.prepare(ofItems("a.sequence, a.name, a.type, a.size, a.sha256, a.encoded_offset, "
                                       "a.encoded_length, a.encoding, a.is_inline, a.path",
                                       "JOIN attachment a ON a.item_id = i.id AND a.sequence < 1000000") +
                               ", a.sequence")) {}
    Statement item, time, participant, attachment;
};

// A column as its length and its text, as SQLite words it; nothing and an empty text are told apart.
void SourceDigest::Stream::put(std::string_view text) {
    putNumber(buffer, static_cast<std::uint32_t>(text.size()));
    buffer += text;
}

void SourceDigest::Stream::put(std::nullopt_t) { putNumber(buffer, UINT32_MAX); }

void SourceDigest::Stream::put(std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

void SourceDigest::Stream::put(double value) {
    if (std::isnan(value)) return put(std::nullopt); // SQLite has none
    std::array<char, 64> digits{};
    sqlite3_snprintf(static_cast<int>(digits.size()), digits.data(), "%!.15g", value + 0.0); // nor a -0
    put(std::string_view(digits.data()));
}

void SourceDigest::Stream::flush() {
    hash.update(buffer);
    buffer.clear();
}

void SourceDigest::Stream::flushIfFull() {
    if (buffer.size() >= kBufferSize) flush();
}

void SourceDigest::take(Statement& rows, Part part) {
    Stream& stream = streams_[static_cast<std::size_t>(part)];
    rows.with(source_, last_);
    std::int64_t end = last_;
    const int columns = rows.columns();
    while (rows.step()) {
        if (part == Part::Item) ++items_;
        end = rows.integer(0);
        for (int column = 1; column < columns; ++column) {
            if (rows.isNull(column))
                stream.put(std::nullopt);
            else
                stream.put(rows.textView(column));
        }
        stream.flushIfFull();
    }
    rows.reset();
    if (part == Part::Item) last_ = end;
}

void SourceDigest::advance() {
    if (!sql_) sql_ = std::make_shared<Statements>(database_);
    take(sql_->time, Part::Time);
    take(sql_->participant, Part::Participant);
    take(sql_->attachment, Part::Attachment);
    take(sql_->item, Part::Item); // last: it moves on
}

std::string SourceDigest::finish() {
    base::Sha256 whole;
    whole.update(kTag);
    for (Stream& stream : streams_) {
        stream.flush();
        whole.update(base::toHex(stream.hash.finish()));
    }
    return base::toHex(whole.finish());
}

} // namespace core::store
