// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows that belong to one item alone, as one value of its row: item.times and item.people (schema_4.sql).
// Each costs an import a fraction of what a row of a table does. Not what the fields mean.
//
// A row is a fixed number of fields, the first of which is nothing only where the row is missing. A field is
// a number in groups of seven bits (trigram_lists.h): 0 nothing; 1 an integer follows, so written too, with
// its sign in the lowest bit; n from 2 on a text of n - 2 bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

inline constexpr int kTimeFields = 7;   // time_ms, offset_s, zone, precision, basis, source, as_written
inline constexpr int kPersonFields = 4; // role, identifier_id, written, name

class RowPacker {
public:
    void clear() { bytes_.clear(); }
    void put(std::nullopt_t) { bytes_ += '\0'; }
    void put(std::int64_t value);
    void put(std::string_view text);
    void put(const std::optional<std::int64_t>& value) {
        if (value)
            put(*value);
        else
            put(std::nullopt);
    }
    template <typename... Fields>
    void row(const Fields&... fields) {
        (put(fields), ...);
    }
    void missingRow(int fields) { bytes_.append(static_cast<std::size_t>(fields), '\0'); }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

// Field after field. Throws Error(Damaged) for what no packer makes.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : bytes_(bytes) {}
    bool next(); // false: that was all
    enum class Kind { Nothing, Integer, Text };
    Kind kind = Kind::Nothing;
    std::int64_t integer = 0;
    std::string_view text; // of the bytes

private:
    std::string_view bytes_;
    std::size_t pos_ = 0;
};

// How many rows there are, those that are missing not counted.
std::size_t packedCount(std::string_view bytes, int fields);

} // namespace core::store
