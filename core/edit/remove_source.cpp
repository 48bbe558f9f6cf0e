// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/remove_source.h"

#include "core/edit/editor_state.h"
#include "core/store/custody_log.h"
#include "core/store/json_text.h"
#include "core/store/search.h"
#include "core/store/source_digest.h"

#include <algorithm>
#include <vector>

namespace core::edit {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kVacuumPages = 2000; // of 8 KiB a step: some tens of milliseconds with the lock held

// As a part of statements; ?1 is the source, and ?2 in those that ask for others all that go with it.
constexpr const char* kItsItems = "(SELECT id FROM item WHERE source_id = ?1)";
constexpr const char* kAllThatGo = "(SELECT value FROM json_each(?2))";

class Removal {
public:
    // `all`: the sources that go at once, as a JSON list.
    Removal(store::Database& database, model::Id source, std::string all, const base::Progress& progress)
        : db_(database), source_(source), all_(std::move(all)), progress_(progress) {}

    void refuseWhereUsed() {
        refuse("incident", "SELECT 1 FROM incident_item WHERE item_id IN ");
        refuse("milestone", "SELECT 1 FROM milestone WHERE item_id IN ");
        refuse("exhibit", "SELECT 1 FROM exhibit_item WHERE item_id IN ");
        auto shared =
            db_.prepare("SELECT s.name FROM item_sighting g JOIN source s ON s.id = g.source_id "
                        "WHERE g.item_id IN " +
                        std::string(kItsItems) + " AND g.source_id NOT IN " + kAllThatGo + " LIMIT 1");
        if (shared.with(source_, all_).step())
            throw Error(ErrorCode::Exists,
                        "another source has some of the same items: remove that one first, and import it "
                        "again afterwards",
                        shared.text(0));
    }

    // Its bytes are to go, and others need them.
    void refuseWhereShown() {
        auto shown =
            db_.prepare("SELECT s.name FROM attachment a JOIN item i ON i.id = a.item_id JOIN source s "
                        "ON s.id = i.source_id WHERE a.original_id = (SELECT original_id FROM source WHERE "
                        "id = ?1) AND s.id NOT IN " +
                        std::string(kAllThatGo) + " LIMIT 1");
        if (shown.with(source_, all_).step())
            throw Error(ErrorCode::Exists,
                        "the messages of another source show it: remove that one first: " + shown.text(0),
                        "attachment");
    }

    // What it was, for the history.
    std::string describe(model::Id now = 0) {
        auto row = db_.prepare("SELECT s.name, o.sha256, o.size FROM source s JOIN original o ON o.id = "
                               "s.original_id WHERE s.id = ?");
        row.with(source_).step();
        store::SourceDigest digest(db_, source_);
        digest.advance();
        const std::string items = std::to_string(digest.items());
        const std::string rows = digest.finish();
        const auto text = [&](int column) { return row.text(column); };
        if (now == 0)
            return store::jsonObject({{"name", text(0)},
                                      {"sha256", text(1)},
                                      {"size", text(2)},
                                      {"items", items},
                                      {"rows", rows}});
        return store::jsonObject({{"name", text(0)},
                                  {"sha256", text(1)},
                                  {"size", text(2)},
                                  {"items", items},
                                  {"rows", rows},
                                  {"now", "source " + std::to_string(now)}});
    }

    void deleteRows(std::int64_t nowMs) {
        const std::vector<model::Id> identifiers = itsIdentifiers();
        run("UPDATE source SET removed_ms = " + std::to_string(nowMs) + " WHERE id = ?1");
        run(std::string("DELETE FROM item_identifier WHERE (identifier_id, item_id) IN (SELECT "
                        "identifier_id, item_id FROM item_participant WHERE item_id IN ") +
            kItsItems + ")");
        for (const char* table : {"item_time_later", "attachment", "item_tag", "item_sighting"}) {
            progress_.throwIfCancelled();
            run(std::string("DELETE FROM ") + table + " WHERE item_id IN " + kItsItems);
        }
        run("DELETE FROM item_sighting WHERE source_id = ?1"); // of items that another source brought
        run("DELETE FROM issue WHERE source_id = ?1");
        run("DELETE FROM source_member WHERE parent_id = ?1 OR child_id = ?1");
        progress_.throwIfCancelled();
        run("DELETE FROM item WHERE source_id = ?1");
        deleteUnused(identifiers);
    }

    // Once for all that go, for it writes lists anew that many of them are in.
    static void deleteFromSearch(store::Database& database, const std::string& all,
                                 const base::Progress& progress) {
        auto rows = database.prepare(
            "SELECT id FROM item WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY id");
        std::vector<model::Id> items;
        for (rows.with(all); rows.step();) items.push_back(rows.integer(0));
        progress.throwIfCancelled();
        store::removeFromSearch(database, items);
    }

    // Once for all that went.
    static void cleanUp(store::Database& database) {
        database.execute("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM item_tag)");
    }

private:
    void run(const std::string& sql) { db_.prepare(sql).with(source_).run(); }

    void refuse(const char* by, const char* query) {
        auto row = db_.prepare(std::string(query) + kItsItems + " LIMIT 1");
        if (row.with(source_).step())
            throw Error(ErrorCode::Exists,
                        std::string("an item of the source is used by an ") + by +
                            ": take it out of there first",
                        by);
    }

    std::vector<model::Id> itsIdentifiers() {
        auto rows =
            db_.prepare("SELECT DISTINCT identifier_id FROM item_participant WHERE identifier_id IS NOT "
                        "NULL AND item_id IN " +
                        std::string(kItsItems));
        std::vector<model::Id> list;
        for (rows.with(source_); rows.step();) list.push_back(rows.integer(0));
        return list;
    }

    // The numbers and names of people that only this source knew of, and nobody has said who they are.
    void deleteUnused(const std::vector<model::Id>& identifiers) {
        auto remove = db_.prepare("DELETE FROM identifier WHERE id = ?1 AND party_id IS NULL "
                                  "AND NOT EXISTS (SELECT 1 FROM item_identifier WHERE identifier_id = ?1)");
        for (const model::Id id : identifiers) remove.with(id).run();
    }

    store::Database& db_;
    model::Id source_;
    std::string all_;
    const base::Progress& progress_;
};

std::string objectOf(store::Database& database, model::Id source) {
    auto row = database.prepare("SELECT o.object_id FROM source s JOIN original o ON o.id = s.original_id "
                                "WHERE s.id = ? AND s.removed_ms IS NULL");
    if (!row.with(source).step())
        throw Error(ErrorCode::NotFound, "there is no such source in the case", std::to_string(source));
    return row.text(0);
}

// The source and the files inside it, at any depth, that came in no other archive and not by themselves
// before.
std::vector<model::Id> withMembers(store::Database& database, model::Id source) {
    std::vector<model::Id> all{source};
    auto members = database.prepare(
        "SELECT m.child_id FROM source_member m JOIN source c ON c.id = m.child_id JOIN source p ON p.id = "
        "m.parent_id WHERE m.parent_id = ? AND substr(c.path, 1, length(p.path) + 1) = p.path || '/'");
    auto parents = database.prepare("SELECT parent_id FROM source_member WHERE child_id = ?");
    const auto isIn = [&](model::Id id) { return std::find(all.begin(), all.end(), id) != all.end(); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<model::Id> children;
        for (members.with(all[i]); members.step();) children.push_back(members.integer(0));
        for (const model::Id child : children) {
            bool isOnlyHere = !isIn(child);
            for (parents.with(child); parents.step();) isOnlyHere = isOnlyHere && isIn(parents.integer(0));
            if (isOnlyHere) all.push_back(child);
        }
    }
    return all;
}

bool isStillUsed(store::Database& database, const std::string& objectId) {
    auto row = database.prepare("SELECT 1 FROM source s JOIN original o ON o.id = s.original_id WHERE "
                                "o.object_id = ? AND s.removed_ms IS NULL");
    return row.with(objectId).step();
}

} // namespace

std::vector<std::string> removeRows(store::CaseStore& store, store::Database& database, model::Id source,
                                    const base::Progress& progress) {
    store::WriteTransaction transaction(store.writeGate(), database);
    std::vector<std::string> objects{objectOf(database, source)};
    const std::vector<model::Id> all = withMembers(database, source);
    std::string list;
    for (const model::Id one : all) list += (list.empty() ? "[" : ",") + std::to_string(one);
    list += "]";
    std::vector<Removal> removals;
    for (const model::Id one : all) removals.emplace_back(database, one, list, progress);
    for (Removal& removal : removals) {
        removal.refuseWhereUsed();
        removal.refuseWhereShown();
    }
    std::vector<std::string> what; // before anything of it is gone
    for (Removal& removal : removals) what.push_back(removal.describe());
    Removal::deleteFromSearch(database, list, progress);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) objects.push_back(objectOf(database, all[i]));
        removals[i].deleteRows(store.clock().nowMs());
        store::appendCustody(database, store.clock(), "remove-source", "source " + std::to_string(all[i]),
                             what[i]);
    }
    Removal::cleanUp(database);
    std::erase_if(objects, [&](const std::string& object) { return isStillUsed(database, object); });
    transaction.commit();
    return objects;
}

void removeReread(store::CaseStore& store, store::Database& database, model::Id source, model::Id now,
                  const base::Progress& progress) {
    const std::string all = "[" + std::to_string(source) + "]";
    Removal removal(database, source, all, progress);
    removal.refuseWhereUsed();
    const std::string what = removal.describe(now);
    Removal::deleteFromSearch(database, all, progress);
    removal.deleteRows(store.clock().nowMs());
    store::appendCustody(database, store.clock(), "read-table", "source " + std::to_string(source), what);
    database.execute("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM item_tag)");
}

void giveSpaceBack(store::CaseStore& store, store::Database& database,
                   const std::vector<std::string>& objectIds) {
    for (const std::string& objectId : objectIds) store.vault().remove(objectId);
    for (std::int64_t before = database.integer("PRAGMA freelist_count"); before > 0;) {
        {
            store::WriteTransaction transaction(store.writeGate(), database);
            database.prepare("PRAGMA incremental_vacuum(" + std::to_string(kVacuumPages) + ")").run();
            transaction.commit();
        }
        const std::int64_t left = database.integer("PRAGMA freelist_count");
        if (left >= before) break; // a case of the first version cannot give pages back
        before = left;
    }
    database.checkpoint();
}

void Editor::removeSource(model::Id source, const base::Progress& progress) {
    // Without the triggers that record for undoing: there is nothing to undo it with.
    const auto connection = state_->store.connect();
    const auto objects = removeRows(state_->store, *connection, source, progress);
    forgetSteps();
    state_->notify();
    giveSpaceBack(state_->store, *connection, objects);
}

} // namespace core::edit
