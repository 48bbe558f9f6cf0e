// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of a rescue: the new case made whole in itself, and its history begun.
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/json_text.h"
#include "core/store/old_parts.h"
#include "core/store/rescue_parts.h"
#include "core/store/search.h"
#include "core/store/source_digest.h"

namespace core::store {

namespace {

class Finish {
public:
    Finish(Database& database, Rescued& rescued) : database_(database), rescued_(rescued) {}

    void run(const base::Clock& clock) {
        WithoutTriggers triggers(database_);
        Statement find = database_.prepare("SELECT id FROM item WHERE identity = ?");
        for (const auto& [identity, number] : rescued_.itemNumbers) {
            find.reset();
            find.bindBlob(1, identity);
            if (!find.step()) continue;
            const std::int64_t now = find.integer(0);
            find.reset();
            renumber(now, number);
        }
        restoreSenders();
        for (const SalvageTable& table : kSalvageTables) dropDangling(table);
        forgetLostIdentifiers();
        triggers.restore();
        rebuildIdentifiers(database_);
        rebuildSearch(database_);
        sayWhatIsThere(clock);
        appendCustody(database_, clock, "rescue-end", "case",
                      withLost(jsonObject({{"rows", std::to_string(rescued_.rows)}}), lost_));
        rescued_.lost.insert(rescued_.lost.end(), lost_.begin(), lost_.end());
    }

private:
    // What stands under the old number comes from the same original as what was read just now; the times that
    // came later stay.
    void renumber(std::int64_t now, std::int64_t number) {
        if (now == number ||
            database_.integer("SELECT count(*) FROM item WHERE id = " + std::to_string(number)) > 0)
            return;
        database_.prepare("DELETE FROM attachment WHERE item_id = ?").with(number).run();
        database_
            .prepare(
                "DELETE FROM issue WHERE item_id = ? AND code IN (SELECT code FROM issue WHERE item_id = ?)")
            .with(number, now)
            .run();
        database_.prepare("UPDATE item SET id = ? WHERE id = ?").with(number, now).run();
        for (const char* table : {"item_time_later", "attachment", "issue", "item_sighting"})
            database_.prepare(std::string("UPDATE OR IGNORE ") + table + " SET item_id = ? WHERE item_id = ?")
                .with(number, now)
                .run();
    }

    // The number of an item's sender is lost and it was read again under another.
    void restoreSenders() {
        database_.execute(
            "UPDATE item SET from_id = (SELECT identifier_id FROM item_participant p WHERE p.item_id = "
            "item.id AND "
            "role = 'from' AND identifier_id IN (SELECT id FROM identifier) ORDER BY sequence LIMIT 1) "
            "WHERE from_id NOT IN (SELECT id FROM identifier);"
            "UPDATE item SET other_id = (SELECT identifier_id FROM item_participant p WHERE p.item_id = "
            "item.id AND "
            "role = iif(written_direction = 'out', 'to', 'from') AND identifier_id IN (SELECT id FROM "
            "identifier) "
            "ORDER BY sequence LIMIT 1) WHERE other_id NOT IN (SELECT id FROM identifier)");
    }

    // A new identifier may be given the number of one that is lost.
    void forgetLostIdentifiers() {
        std::vector<std::int64_t> items;
        Statement rows =
            database_.prepare("SELECT DISTINCT item_id FROM item_participant WHERE identifier_id IS NOT NULL "
                              "AND identifier_id NOT IN (SELECT id FROM identifier)");
        while (rows.step()) items.push_back(rows.integer(0));
        rows.reset();
        OldParts parts(
            database_, "item_time",
            "(SELECT item_id, sequence, role, (SELECT id FROM identifier WHERE id = p.identifier_id) "
            "AS identifier_id, written, name FROM item_participant p)");
        Statement update = database_.prepare("UPDATE item SET people = ?2 WHERE id = ?1");
        for (const std::int64_t item : items) {
            update.reset();
            update.bind(1, item).bindBlob(2, parts.people(item)).run();
            lost_.push_back({"row", "item", "points no longer at identifier: id " + std::to_string(item)});
        }
    }

    void dropDangling(const SalvageTable& table) {
        struct Pointer {
            std::string parent, column, parentColumn;
            bool mayBeEmpty;
        };
        std::vector<Pointer> pointers;
        Statement rows = database_.prepare(
            "SELECT f.\"table\", f.\"from\", f.\"to\", c.\"notnull\" FROM pragma_foreign_key_list(?1) f JOIN "
            "pragma_table_info(?1) c ON c.name = f.\"from\"");
        rows.with(table.name);
        while (rows.step())
            pointers.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3) == 0});
        rows.reset();
        for (const Pointer& pointer : pointers) {
            const std::string where = " WHERE " + pointer.column + " IS NOT NULL AND " + pointer.column +
                                      " NOT IN (SELECT " + pointer.parentColumn + " FROM " + pointer.parent +
                                      ")";
            const std::string which = database_.text(std::string("SELECT group_concat(DISTINCT ") +
                                                     table.key + ") FROM " + table.name + where);
            if (which.empty()) continue;
            database_.execute(pointer.mayBeEmpty ? std::string("UPDATE ") + table.name + " SET " +
                                                       pointer.column + " = NULL" + where
                                                 : std::string("DELETE FROM ") + table.name + where);
            lost_.push_back({"row", table.name,
                             std::string(pointer.mayBeEmpty ? "points no longer at " : "left out without ") +
                                 pointer.parent + ": " + table.key + " " + which});
        }
    }

    // As an import would have said it: verify holds the rows against this.
    void sayWhatIsThere(const base::Clock& clock) {
        struct Source {
            std::int64_t id;
            std::string name, sha256, size, format, zone, dateOrder;
        };
        std::vector<Source> sources;
        Statement rows = database_.prepare(
            "SELECT s.id, s.name, o.sha256, o.size, s.format, s.zone, s.date_order FROM source s JOIN "
            "original o ON o.id = s.original_id WHERE s.complete >= 1 ORDER BY s.id");
        while (rows.step())
            sources.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                               rows.text(5), rows.text(6)});
        for (const Source& source : sources) {
            SourceDigest digest(database_, source.id);
            digest.advance();
            const std::int64_t items = digest.items();
            appendCustody(database_, clock, "import", "source " + std::to_string(source.id),
                          jsonObject({{"name", source.name},
                                      {"sha256", source.sha256},
                                      {"size", source.size},
                                      {"format", source.format},
                                      {"zone", source.zone},
                                      {"date_order", source.dateOrder},
                                      {"state", "rescued"},
                                      {"items", std::to_string(items)},
                                      {"rows", digest.finish()}}));
        }
    }

    Database& database_;
    Rescued& rescued_;
    std::vector<CaseStore::Finding> lost_;
};

} // namespace

void finishRescue(Rescued& rescued) {
    CaseStore& store = *rescued.store;
    const auto database = store.connect();
    database->execute("PRAGMA foreign_keys = OFF");
    WriteTransaction transaction(store.writeGate(), *database);
    Finish(*database, rescued).run(store.clock());
    transaction.commit();
    removeDurably(store.folder() / kRescueMarkName);
}

} // namespace core::store
