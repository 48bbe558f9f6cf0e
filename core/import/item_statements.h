// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The statements with which records become rows, prepared once for all files of an import. Not their use:
// item_writer.h.

#include "core/model/item.h"
#include "core/store/database.h"

#include <optional>
#include <string>

namespace core::import {

inline std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline std::optional<std::int64_t> orNull(model::Id id) {
    return id == 0 ? std::nullopt : std::optional<std::int64_t>(id);
}

inline const char* roleCode(model::ParticipantRole role) {
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

// Most items are messages; what only calls and pictures have costs as much to bind as all else of them.
inline store::Statement insertItem(store::Database& db, bool isMessage) {
    const std::string columns =
        "source_id, kind, time_ms, offset_s, zone, precision, basis, about, time_source, from_id, other_id, "
        "message_id, record_offset, record_length, record_index, identity, times, people, subject, text";
    const std::string more = ", call_type, call_raw_type, duration_s, width, height, orientation, latitude, "
                             "longitude, camera, is_screenshot";
    std::string values = "?1";
    for (int i = 2; i <= (isMessage ? 21 : 31); ++i) values += ", ?" + std::to_string(i);
    return db.prepare("INSERT INTO item(" + columns + ", direction" + (isMessage ? "" : more) +
                      ", written_direction) VALUES (" + values + ", ?21) ON CONFLICT(identity) DO NOTHING");
}

struct ItemStatements {
    explicit ItemStatements(store::Database& db)
        : message(insertItem(db, true)), item(insertItem(db, false)),
          parts(db.prepare("SELECT times, people FROM item WHERE id = ?")),
          identifiersOf(db.prepare("INSERT OR IGNORE INTO item_identifier SELECT f0, f1, f2 FROM "
                                   "packed_rows(?, 3)")),
          attachment(db.prepare(
              "INSERT INTO attachment(item_id, sequence, name, type, size, sha256, encoded_offset, "
              "encoded_length, encoding, is_inline, path, original_id, duration_s) VALUES (?, ?, ?, ?, ?, ?, "
              "?, ?, ?, ?, ?, ?, ?)")),
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

    store::Statement message, item, parts, identifiersOf, attachment, issue, findIdentifier, newIdentifier,
        nameIdentifier, isBegun, isThere, existing, sighting;
};

} // namespace core::import
