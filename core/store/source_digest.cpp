// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/source_digest.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <sqlite3.h>

namespace core::store {

namespace {

static_assert(kFirstLaterFile == 1'000'000); // stands in the SQL below
constexpr std::string_view kTag = "logbog-source-1";
constexpr std::size_t kBufferSize = 1U << 16U;
constexpr std::size_t kLengthBytes = 4;

void writeNumber(char* place, std::uint32_t value) { // the lowest byte first
    for (std::size_t i = 0; i < kLengthBytes; ++i) place[i] = static_cast<char>(value >> (8 * i));
}

// Rows of the items of a source, those of packed_rows() in their order; the first column is the item's id,
// left out of the digest.
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
                                        "JOIN packed_rows(i.times, 7) t"))),
          participant(database.prepare(
              ofItems("p.sequence, p.f0, n.kind, n.normal, p.f2, p.f3",
                      "JOIN packed_rows(i.people, 4) p LEFT JOIN identifier n ON n.id = p.f1"))),
          attachment(
              database.prepare(ofItems("a.sequence, a.name, a.type, a.size, a.sha256, a.encoded_offset, "
                                       "a.encoded_length, a.encoding, a.is_inline, a.path",
                                       "JOIN attachment a ON a.item_id = i.id AND a.sequence < 1000000") +
                               ", a.sequence")) {}
    Statement item, time, participant, attachment;
};

// A column as its length and its text, as SQLite words it; nothing and an empty text are told apart.
void SourceDigest::Stream::put(std::string_view text) {
    char* place = room(kLengthBytes + text.size());
    writeNumber(place, static_cast<std::uint32_t>(text.size()));
    std::copy(text.begin(), text.end(), place + kLengthBytes);
    used += kLengthBytes + text.size();
}

void SourceDigest::Stream::put(std::nullopt_t) {
    writeNumber(room(kLengthBytes), UINT32_MAX);
    used += kLengthBytes;
}

void SourceDigest::Stream::put(std::int64_t value) {
    constexpr std::size_t kDigits = 24;
    char* place = room(kLengthBytes + kDigits);
    char* digits = place + kLengthBytes;
    const auto size = static_cast<std::size_t>(std::to_chars(digits, digits + kDigits, value).ptr - digits);
    writeNumber(place, static_cast<std::uint32_t>(size));
    used += kLengthBytes + size;
}

void SourceDigest::Stream::put(double value) {
    if (std::isnan(value)) return put(std::nullopt); // SQLite has none
    std::array<char, 64> digits{};
    sqlite3_snprintf(static_cast<int>(digits.size()), digits.data(), "%!.15g", value + 0.0); // nor a -0
    put(std::string_view(digits.data()));
}

char* SourceDigest::Stream::room(std::size_t size) {
    if (buffer.size() < used + size) buffer.resize(std::max(used + size, 2 * kBufferSize));
    return buffer.data() + used;
}

void SourceDigest::Stream::flush() {
    hash.update(std::string_view(buffer).substr(0, used));
    used = 0;
}

void SourceDigest::Stream::flushIfFull() {
    if (used >= kBufferSize) flush();
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
