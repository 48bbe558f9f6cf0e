// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the columns of a table mean. Guessed from the headers (guessMapping), shown to the user on the first
// rows (preview), changed by her, kept as a named template (toJson) and given to the reader "table" as
// ReadContext::mapping. Nothing here knows a window.

#include "core/format/reader.h"
#include "core/format/table/rows.h"
#include "core/format/table/written_date.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace core::format::table {

// Date may hold the time too. Number and Name are those of the other party; From and To where both sides have
// a column. Exhibit: the number of the exhibit (bilag) in somebody's own log.
enum class Role { Date, Time, Direction, Kind, Number, Name, From, To, Duration, Text, Exhibit, Attachment };
inline constexpr std::size_t kRoles = 12;
const char* codeOf(Role role); // "date", as in the JSON
std::optional<Role> roleOf(std::string_view code);

struct TableMapping {
    std::string name;                 // of the template; empty for a guess
    std::vector<std::string> headers; // as written; the row with these is the header of another file too
    std::uint64_t headerRow = 0;      // from 1; 0 = the table has none. Rows above it are passed over
    std::array<int, kRoles> columns{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}; // from 0; -1 = none
    // Where no column says it.
    model::ItemKind kind = model::ItemKind::Call;
    model::Direction direction = model::Direction::Unknown;
    DateOrder dateOrder = DateOrder::FromFile; // FromFile: as the dates themselves tell
    DurationUnit durationUnit = DurationUnit::Seconds;
    bool isUtc = false; // its times, where none says its own offset; else they are of ReadContext::zone

    int column(Role role) const { return columns.at(static_cast<std::size_t>(role)); }
    int& column(Role role) { return columns.at(static_cast<std::size_t>(role)); }
    bool has(Role role) const { return column(role) >= 0; }
    bool operator==(const TableMapping&) const = default;
};

std::string toJson(const TableMapping& mapping);
std::optional<TableMapping> mappingFromJson(std::string_view json);

struct Guess {
    TableMapping mapping;
    bool isSure = false; // else the user has to say: the file is kept as a document until then
};

// From the first rows of a table (a few dozen), the header among them.
Guess guessMapping(const std::vector<Row>& sample);

// The first rows of a file, of the first sheet that has any. Empty where it is no table.
std::vector<Row> sampleRows(base::SeekableSource& source, std::size_t most = 40);

// How far down the row with the headers is looked for.
inline constexpr std::size_t kHeaderWithin = 60;
// Whether one of the rows is the header that the mapping was made for. False for a mapping without headers.
bool hasHeaderOf(const TableMapping& mapping, const std::vector<Row>& rows);

// Why a row gives no record.
enum class Rejected { No, Empty, Header, Sum, NoDate, NoContent, NotAContact, TooLarge };
const char* codeOf(Rejected why); // "no-date"

struct PreviewRow {
    Row row;
    std::optional<ItemRecord> record;
    Rejected why = Rejected::No;
};

// The first `most` rows below the header, read with the mapping. `context` as for a reader; its own mapping
// is not looked at.
std::vector<PreviewRow> preview(base::SeekableSource& source, const ReadContext& context,
                                const TableMapping& mapping, std::size_t most = 20);
// The same of rows that were taken before (sampleRows).
std::vector<PreviewRow> preview(const std::vector<Row>& sample, const ReadContext& context,
                                const TableMapping& mapping, std::size_t most);

} // namespace core::format::table
