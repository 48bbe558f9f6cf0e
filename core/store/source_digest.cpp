// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/source_digest.h"

#include "core/store/packed_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

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

// Rows of the items of a source; the first column is the item's id,
// left out of the digest.
std::string ofItems(const char* columns, const char* join) {
    return std::string("SELECT i.id, i.record_index, ") + columns + " FROM item i " + join +
           " WHERE i.source_id = ?1 AND i.id > ?2 ORDER BY i.id";
}

} // namespace

// What an identifier is called in the digest.
struct SourceDigest::Name {
    std::optional<std::string> kind, normal; // none where there is no such identifier
};

struct SourceDigest::Statements {
    explicit Statements(Database& database)
        : item(database.prepare(ofItems(
              "i.kind, i.written_direction, i.subject, i.text, i.message_id, i.call_type, i.call_raw_type, "
              "i.duration_s, i.width, i.height, i.orientation, i.latitude, i.longitude, i.camera, "
              "i.is_screenshot, i.record_offset, i.record_length, hex(i.identity), f.normal, o.normal, "
              "i.times, i.people",
              "LEFT JOIN identifier f ON f.id = i.from_id LEFT JOIN identifier o ON o.id = i.other_id"))),
          attachment(
              database.prepare(ofItems("a.sequence, a.name, a.type, a.size, a.sha256, a.encoded_offset, "
                                       "a.encoded_length, a.encoding, a.is_inline, a.path",
                                       "JOIN attachment a ON a.item_id = i.id AND a.sequence < 1000000") +
                               ", a.sequence")),
          identifier(database.prepare("SELECT kind, normal FROM identifier WHERE id = ?")) {}

    const Name& nameOf(std::int64_t id) {
        const auto [place, isNew] = names.try_emplace(id);
        if (isNew && identifier.with(id).step()) place->second = {identifier.text(0), identifier.text(1)};
        if (isNew) identifier.reset();
        return place->second;
    }

    Statement item, attachment, identifier;
    std::unordered_map<std::int64_t, Name> names;
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

void SourceDigest::Stream::grow(std::size_t size) { buffer.resize(std::max(size, 2 * kBufferSize)); }

void SourceDigest::Stream::flush() {
    hash.update(std::string_view(buffer).substr(0, used));
    used = 0;
}

void SourceDigest::Stream::flushIfFull() {
    if (used >= kBufferSize) flush();
}

void SourceDigest::Stream::putColumn(const Statement& rows, int column) {
    if (rows.isNull(column))
        put(std::nullopt);
    else
        put(rows.textView(column));
}

void SourceDigest::takeAttachments() {
    Stream& stream = streams_[static_cast<std::size_t>(Part::Attachment)];
    Statement& rows = sql_->attachment;
    rows.with(source_, last_);
    while (rows.step()) {
        for (int column = 1; column < rows.columns(); ++column) stream.putColumn(rows, column);
        stream.flushIfFull();
    }
    rows.reset();
}

void SourceDigest::takeItems() {
    Stream& stream = streams_[static_cast<std::size_t>(Part::Item)];
    Statement& rows = sql_->item;
    const int packed = rows.columns() - 2;
    rows.with(source_, last_);
    while (rows.step()) {
        ++items_;
        for (int column = 1; column < packed; ++column) stream.putColumn(rows, column);
        stream.flushIfFull();
        takePacked(Part::Time, rows.textView(1), rows.blob(packed));
        takePacked(Part::Participant, rows.textView(1), rows.blob(packed + 1));
        last_ = rows.integer(0);
    }
    rows.reset();
}

// The rows of item.times or item.people; of a person stands what the identifier is, not its number.
void SourceDigest::takePacked(Part part, std::string_view recordIndex, const std::string& bytes) {
    Stream& stream = streams_[static_cast<std::size_t>(part)];
    const int width = part == Part::Time ? kTimeFields : kPersonFields;
    int field = 0;
    std::int64_t sequence = -1;
    bool isThere = false;
    for (FieldReader reader(bytes); reader.next(); field = (field + 1) % width) {
        const bool isNothing = reader.kind == FieldReader::Kind::Nothing;
        if (field == 0) ++sequence;
        if (field == 0) isThere = !isNothing;
        if (!isThere) continue;
        if (field == 0) stream.put(recordIndex);
        if (field == 0) stream.put(sequence);
        if (part == Part::Participant && field == 1) {
            static const Name kNobody;
            const Name& name = isNothing ? kNobody : sql_->nameOf(reader.integer);
            stream.put(name.kind);
            stream.put(name.normal);
        } else if (isNothing) {
            stream.put(std::nullopt);
        } else if (reader.kind == FieldReader::Kind::Integer) {
            stream.put(reader.integer);
        } else {
            stream.put(reader.text);
        }
    }
    stream.flushIfFull();
}

void SourceDigest::advance() {
    if (!sql_) sql_ = std::make_shared<Statements>(database_);
    takeAttachments();
    takeItems(); // last: it moves on
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
