// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/old_parts.h"

#include "core/store/source_digest.h"

namespace core::store {

namespace {

constexpr std::int64_t kMostMissing = 10'000; // more than that no damage leaves between two rows of an item

void putField(RowPacker& packer, const Statement& row, int column, bool isNumber) {
    if (row.isNull(column))
        packer.put(std::nullopt);
    else if (isNumber)
        packer.put(row.integer(column));
    else
        packer.put(row.textView(column));
}

} // namespace

OldParts::OldParts(Database& database, const std::string& times, const std::string& people)
    : times_(
          database.prepare("SELECT sequence, time_ms, offset_s, zone, precision, basis, source, as_written "
                           "FROM " +
                           times + " WHERE item_id = ? AND sequence < " + std::to_string(kFirstLaterClaim) +
                           " ORDER BY sequence")),
      people_(database.prepare("SELECT sequence, role, identifier_id, written, name FROM " + people +
                               " WHERE item_id = ? ORDER BY sequence")) {}

const std::string& OldParts::times(std::int64_t item) { return packed(times_, item, kTimeFields); }
const std::string& OldParts::people(std::int64_t item) { return packed(people_, item, kPersonFields); }

const std::string& OldParts::packed(Statement& rows, std::int64_t item, int fields) {
    const bool isTimes = fields == kTimeFields;
    packer_.clear();
    std::int64_t next = 0;
    for (rows.with(item); rows.step(); ++next) {
        for (; next < rows.integer(0) && next < kMostMissing; ++next) packer_.missingRow(fields);
        for (int field = 1; field <= fields; ++field) {
            const bool isNumber = isTimes ? field == 1 || field == 2 || field == 4 || field == 5 : field == 2;
            putField(packer_, rows, field, isNumber);
        }
    }
    rows.reset();
    return packer_.bytes();
}

void rebuildIdentifiers(Database& database) {
    database.execute("DELETE FROM item_identifier;"
                     "INSERT INTO item_identifier SELECT DISTINCT identifier_id, item_id, role = 'from' FROM "
                     "item_participant WHERE identifier_id IS NOT NULL ORDER BY 1, 2, 3");
}

} // namespace core::store
