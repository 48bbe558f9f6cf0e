// SPDX-License-Identifier: GPL-3.0-or-later
// The originals of a damaged case into a new one, and the rows that say what they are. Rows that are lost are
// made anew from the old history where it names them.
#include "core/base/error.h"
#include "core/store/rescue_parts.h"

#include <set>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

struct Brought {
    std::string objectId; // in the new case
    std::int64_t size = 0;
    bool isUsed = false; // a row points at it
};

class OriginalCopy {
public:
    OriginalCopy(const DamagedCase& damaged, Database& target, Rescued& rescued, base::Progress& progress)
        : damaged_(damaged), target_(target), rescued_(rescued), progress_(progress) {}

    std::vector<std::string> run(const OldRows& old) {
        for (const std::string& id : damaged_.objects()) bring(id);
        for (const OldOriginal& row : old.originals) placeKnown(row);
        target_.execute(
            "INSERT OR IGNORE INTO import_run(id, begun_ms) SELECT run_id, min(imported_ms) FROM source "
            "GROUP BY run_id");
        restoreSources();
        restoreOriginals();
        for (auto& [sha256, object] : brought_)
            if (!object.isUsed) insertOriginal(freeNumber(), sha256, object);
        std::vector<std::string> objects;
        for (const auto& [sha256, object] : brought_) objects.push_back(object.objectId);
        return objects;
    }

private:
    void bring(const std::string& id) {
        try {
            const auto reader = damaged_.read(id);
            const StoredObject stored = rescued_.store->vault().store(*reader, progress_);
            const std::string sha256 = base::toHex(stored.sha256);
            hashes_[id] = sha256;
            if (!brought_
                     .try_emplace(sha256, Brought{stored.objectId, static_cast<std::int64_t>(stored.size)})
                     .second) {
                rescued_.store->vault().discard(stored.objectId);
                return;
            }
            ++rescued_.originals;
            rescued_.bytes += stored.size;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::Damaged && error.code() != ErrorCode::Io &&
                error.code() != ErrorCode::NotFound && error.code() != ErrorCode::Permission)
                throw;
            faults_[id] = error.what();
        }
    }

    void insertOriginal(std::int64_t id, const std::string& sha256, Brought& object) {
        target_.prepare("INSERT INTO original(id, object_id, sha256, size) VALUES (?, ?, ?, ?)")
            .with(id, object.objectId, sha256, object.size)
            .run();
        target_.prepare("DELETE FROM original_lost WHERE original_id = ?").with(id).run();
        object.isUsed = true;
    }

    void insertLost(const OldOriginal& row, const std::string& fault) {
        target_.prepare("INSERT INTO original(id, object_id, sha256, size) VALUES (?, ?, ?, ?)")
            .with(row.id, row.objectId, row.sha256, row.size)
            .run();
        Statement removed =
            target_.prepare("SELECT count(*), count(removed_ms) FROM source WHERE original_id = ?");
        removed.with(row.id).step();
        if (removed.integer(0) > 0 && removed.integer(0) == removed.integer(1)) return; // gone on purpose
        target_.prepare("INSERT OR REPLACE INTO original_lost VALUES (?, ?)").with(row.id, fault).run();
        rescued_.lost.push_back({"original", row.objectId, fault + namesOf(row.id)});
    }

    std::string namesOf(std::int64_t original) {
        Statement names =
            target_.prepare("SELECT group_concat(name, ', ') FROM source WHERE original_id = ?");
        return names.with(original).step() && !names.isNull(0) ? " (" + names.text(0) + ")" : "";
    }

    void placeKnown(const OldOriginal& row) {
        if (const auto object = brought_.find(row.sha256); object != brought_.end()) {
            if (!object->second.isUsed) return insertOriginal(row.id, row.sha256, object->second);
        }
        std::string fault = "its file is missing";
        if (const auto found = faults_.find(row.objectId); found != faults_.end()) fault = found->second;
        if (hashes_.contains(row.objectId))
            fault = "its file holds other bytes than those that were imported";
        insertLost(row, fault);
    }

    std::int64_t freeNumber() {
        return target_.integer("SELECT max(coalesce((SELECT max(id) FROM original), 0), "
                               "coalesce((SELECT max(original_id) FROM source), 0)) + 1");
    }

    // The bytes that the history names, if they are here: under a row that is there or under a new one.
    std::int64_t originalOf(const std::string& sha256, std::int64_t size) {
        Statement known = target_.prepare("SELECT id FROM original WHERE sha256 = ?");
        if (known.with(sha256).step()) return known.integer(0);
        const std::int64_t id = freeNumber();
        if (const auto object = brought_.find(sha256); object != brought_.end())
            insertOriginal(id, sha256, object->second);
        else
            insertUnknown(id, sha256, size);
        return id;
    }

    void insertUnknown(std::int64_t id, const std::string& sha256, std::int64_t size) {
        const std::string name = "lost-" + std::to_string(id);
        insertLost({id, name, sha256.empty() ? name : sha256, size},
                   "neither its row nor its file can be found");
    }

    struct Named {
        std::string sha256, name, path, format, zone;
        std::int64_t size = 0, run = 0, atMs = 0;
        std::optional<std::int64_t> fileTimeMs;
        std::string dateOrder;
    };

    // What the old history says of a source.
    std::optional<Named> named(std::int64_t source) {
        Statement row = target_.prepare(
            "SELECT detail ->> '$.sha256', detail ->> '$.name', detail ->> '$.path', detail ->> '$.format', "
            "detail ->> '$.zone', detail ->> '$.size', detail ->> '$.run', at_ms, detail ->> "
            "'$.file_time_ms', coalesce(detail ->> '$.date_order', '') "
            "FROM custody_old WHERE subject = ? AND action IN ('import-begin', 'import') AND "
            "json_valid(detail) "
            "ORDER BY action = 'import', id DESC LIMIT 1");
        if (!row.with("source " + std::to_string(source)).step()) return std::nullopt;
        return Named{row.text(0),    row.text(1),    row.text(2),
                     row.text(3),    row.text(4),    row.integer(5),
                     row.integer(6), row.integer(7), row.optionalInteger(8),
                     row.text(9)};
    }

    void restoreSources() {
        std::vector<std::int64_t> missing;
        Statement rows = target_.prepare("SELECT source_id FROM item UNION SELECT source_id FROM issue UNION "
                                         "SELECT source_id FROM item_sighting "
                                         "UNION SELECT CAST(substr(subject, 8) AS INTEGER) FROM custody_old "
                                         "WHERE subject LIKE 'source %' AND "
                                         "action = 'import-begin' EXCEPT SELECT id FROM source");
        while (rows.step()) missing.push_back(rows.integer(0));
        for (const std::int64_t id : missing) {
            Named one = named(id).value_or(Named{});
            if (one.name.empty()) one.name = "source " + std::to_string(id);
            if (one.run == 0) one.run = 1 + target_.integer("SELECT coalesce(max(id), 0) FROM import_run");
            target_.prepare("INSERT OR IGNORE INTO import_run(id, begun_ms) VALUES (?, ?)")
                .with(one.run, one.atMs)
                .run();
            std::int64_t original = 0;
            if (one.sha256.empty())
                insertUnknown(original = freeNumber(), {}, 0);
            else
                original = originalOf(one.sha256, one.size);
            target_
                .prepare(
                    "INSERT INTO source(id, run_id, original_id, name, path, format, zone, file_time_ms, "
                    "imported_ms, date_order) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(id, one.run, original, one.name, one.path, one.format,
                      one.zone.empty() ? rescued_.store->zone() : one.zone, one.fileTimeMs, one.atMs,
                      one.dateOrder)
                .run();
        }
    }

    void restoreOriginals() {
        std::vector<std::pair<std::int64_t, std::int64_t>> missing; // original, a source of it
        Statement rows =
            target_.prepare("SELECT original_id, min(id) FROM source WHERE original_id NOT IN (SELECT id "
                            "FROM original) GROUP BY original_id");
        while (rows.step()) missing.emplace_back(rows.integer(0), rows.integer(1));
        for (const auto& [original, source] : missing) {
            const Named one = named(source).value_or(Named{});
            const auto object = brought_.find(one.sha256);
            if (object != brought_.end() && !object->second.isUsed)
                insertOriginal(original, one.sha256, object->second);
            else
                insertUnknown(original, object == brought_.end() ? one.sha256 : "", one.size);
        }
    }

    const DamagedCase& damaged_;
    Database& target_;
    Rescued& rescued_;
    base::Progress& progress_;
    std::map<std::string, Brought> brought_;             // by SHA-256
    std::map<std::string, std::string> hashes_, faults_; // by the old object
};

} // namespace

std::vector<std::string> copyOriginals(const DamagedCase& damaged, Database& target, const OldRows& old,
                                       Rescued& rescued, base::Progress& progress) {
    return OriginalCopy(damaged, target, rescued, progress).run(old);
}

} // namespace core::store
