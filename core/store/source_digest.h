// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SHA-256 over what an import wrote into the rows of one source: items with their times, participants and
// attachments, in the order of the records. Without row ids and without what may change later, so that the
// rows of a case can be held against the entry in its history, and a copy of the case against it too.

#include "core/base/sha256.h"
#include "core/store/database.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

// Times of an item from this sequence on came after its import and are not in the digest.
inline constexpr std::int64_t kFirstLaterClaim = 1000;
// The same of the attachments: files that only a later export of the same message held.
inline constexpr std::int64_t kFirstLaterFile = 1'000'000;

class SourceDigest {
public:
    SourceDigest(Database& database, std::int64_t source) : database_(database), source_(source) {}
    // Takes in the items written since the last call, or since the last one that passed().
    void advance();

    // The same without reading: a row that was just written, value by value in the order of the columns
    // below; then passed() with its item, once all that belongs to that one was added. Items come in the
    // order of their ids.
    //   Item: record_index, kind, written_direction, subject, text, message_id, call_type, call_raw_type,
    //     duration_s, width, height, orientation, latitude, longitude, camera, is_screenshot, record_offset,
    //     record_length, identity in capital hexadecimal digits, normal form of from, of other
    //   Time: record_index, then the columns of item_time from sequence on
    //   Participant: record_index, sequence, role, kind and normal form of the identifier, written, name
    //   Attachment: record_index, then the columns of attachment from sequence to is_inline, and path
    enum class Part { Item, Time, Participant, Attachment };
    template <typename... Values>
    void add(Part part, const Values&... values) {
        Stream& stream = streams_[static_cast<std::size_t>(part)];
        (stream.put(values), ...);
        stream.flushIfFull();
    }
    void passed(std::int64_t item) {
        last_ = item;
        ++items_;
    }

    std::string finish(); // 64 digits; ends the object's use
    std::int64_t items() const { return items_; }

private:
    struct Stream {
        void put(std::string_view text);
        void put(const char* text) { put(std::string_view(text)); }
        void put(const std::string& text) { put(std::string_view(text)); }
        void put(std::int64_t value);
        void put(int value) { put(static_cast<std::int64_t>(value)); }
        void put(bool value) { put(static_cast<std::int64_t>(value)); }
        void put(double value);
        void put(std::nullopt_t);
        template <typename T>
        void put(const std::optional<T>& value) {
            if (value)
                put(*value);
            else
                put(std::nullopt);
        }
        void putColumn(const Statement& rows, int column);
        void flushIfFull();
        void flush();
        char* room(std::size_t size) { // that much, at the end of the buffer
            if (buffer.size() < used + size) grow(used + size);
            return buffer.data() + used;
        }
        void grow(std::size_t size);
        base::Sha256 hash;
        std::string buffer;
        std::size_t used = 0; // of it
    };
    struct Name;
    struct Statements;
    void takeItems();
    void takeAttachments();
    void takePacked(Part part, std::string_view recordIndex, const std::string& bytes);

    Database& database_;
    std::int64_t source_;
    std::int64_t last_ = 0; // item up to which all is taken in
    std::int64_t items_ = 0;
    std::shared_ptr<Statements> sql_; // once something is read
    std::array<Stream, 4> streams_;   // by Part
};

} // namespace core::store
