// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The statements with which records become rows, prepared once for all files of an import. Not their use:
// item_writer.h.

#include "core/model/item.h"
#include "core/store/database.h"

#include <optional>

namespace core::import {

inline std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline std::optional<std::int64_t> orNull(model::Id id) {
    return id == 0 ? std::nullopt : std::optional<std::int64_t>(id);
}

struct ItemStatements {
    explicit ItemStatements(store::Database& db)
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
          findIdentifier(db.prepare("SELECT id FROM identifier WHERE kind = ? AND normal = ?")),
          newIdentifier(
              db.prepare("INSERT INTO identifier(kind, normal, written, name) VALUES (?, ?, ?, ?)")),
          nameIdentifier(db.prepare("UPDATE identifier SET name = ? WHERE id = ? AND name = ''")),
          isBegun(db.prepare("SELECT 1 FROM item WHERE source_id = ? LIMIT 1")),
          isThere(db.prepare("SELECT 1 FROM source WHERE id = ? AND removed_ms IS NULL")),
          existing(db.prepare("SELECT id, source_id, record_index FROM item WHERE identity = ?")),
          sighting(db.prepare("INSERT OR IGNORE INTO item_sighting VALUES (?, ?, ?, ?, ?)")) {}

    store::Statement item, time, participant, attachment, issue, findIdentifier, newIdentifier,
        nameIdentifier, isBegun, isThere, existing, sighting;
};

} // namespace core::import
