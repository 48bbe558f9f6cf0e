// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a damaged case into the tables of a new one.
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/model/party.h"
#include "core/store/old_parts.h"
#include "core/store/rescue_parts.h"
#include "core/store/source_digest.h"

#include <algorithm>
#include <set>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// Of the new case itself.
const std::set<std::string> kOwnSettings{"label", "zone", "fold_version", "app_version"};
// What an import reads from an original; it can be read from it again.
const std::set<std::string> kFromOriginals{"source",     "identifier",       "item",
                                           "item_time",  "item_participant", "issue",
                                           "attachment", "item_sighting",    "source_member"};

std::string joined(const std::vector<std::string>& words, const char* before, const char* after) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + (before + word + after);
    return text;
}

// Where the rows of a table go: the statement takes the values of `columns` in their order.
struct Way {
    std::vector<std::string> columns;
    std::string sql;
};

Way wayOf(const SalvageTable& table, const std::string& into, const std::vector<std::string>& there,
          Database& target) {
    const std::string name = table.name;
    const bool isChain = name == "custody" || name == "time_anchor";
    Way way;
    for (const std::string& column : columnsOf(target, into))
        if (std::find(there.begin(), there.end(), column) != there.end() && !(isChain && column == "id"))
            way.columns.push_back(column);
    std::vector<std::string> marks(way.columns.size(), "?");
    std::string names = joined(way.columns, "\"", "\"");
    std::string values = joined(marks, "", "");
    if (isChain) {
        names = "rescue, " + names;
        values = "(SELECT value FROM temp.rescue_number), " + values;
    }
    way.sql = "INSERT OR " + std::string(name == "setting" ? "REPLACE" : "IGNORE") + " INTO " + into + "(" +
              names + ") VALUES (" + values + ")";
    return way;
}

class RowCopy {
public:
    RowCopy(const DamagedCase& damaged, Database& target, Rescued& rescued, OldRows& old)
        : damaged_(damaged), target_(target), rescued_(rescued), old_(old) {}

    void run() {
        target_.execute("CREATE TEMP TABLE rescue_number(value INTEGER)");
        for (const SalvageTable& table : kSalvageTables) {
            const std::string name = table.name;
            if (name == "custody") countRescues();
            copy(table, name == "custody" || name == "time_anchor" ? name + "_old" : name);
        }
        copyOldParts();
        target_.execute("DROP TABLE temp.rescue_number");
        old_.digest = base::toHex(chain_.finish());
        keepItemNumbers();
        restoreIdentifiers();
    }

private:
    // The tables of earlier rescues were copied before.
    void countRescues() {
        target_.execute("DELETE FROM temp.rescue_number; INSERT INTO temp.rescue_number SELECT "
                        "coalesce(max(rescue), 0) + 1 FROM custody_old");
    }

    void lose(const std::string& table, const std::string& detail) {
        rescued_.lost.push_back({"table", table, detail});
        if (kFromOriginals.contains(table)) rescued_.mustReadAgain = true;
    }

    // Of a case of an older version: into tables for the moment, and from there into the items.
    void copyOldParts() {
        std::int64_t tables = 0;
        try {
            tables =
                damaged_.connect()->integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND "
                                            "name IN ('item_time', 'item_participant')");
        } catch (const Error& error) {
            lose("item_time", error.what());
        }
        if (tables == 0) return;
        target_.execute(
            "CREATE TABLE rescue_item_time(item_id, sequence, time_ms, offset_s, zone, precision, basis, "
            "source, as_written, PRIMARY KEY(item_id, sequence)) WITHOUT ROWID;"
            "CREATE TABLE rescue_item_participant(item_id, sequence, role, identifier_id, written, name, "
            "PRIMARY KEY(item_id, sequence)) WITHOUT ROWID");
        for (const SalvageTable& table : kOldSalvageTables) copy(table, std::string("rescue_") + table.name);
        {
            OldParts parts(target_, "rescue_item_time", "rescue_item_participant");
            Statement items = target_.prepare("SELECT id FROM item ORDER BY id");
            Statement update = target_.prepare("UPDATE item SET times = ?2, people = ?3 WHERE id = ?1");
            while (items.step()) {
                const std::int64_t id = items.integer(0);
                update.reset();
                update.bind(1, id).bindBlob(2, parts.times(id)).bindBlob(3, parts.people(id)).run();
            }
        }
        target_.execute("INSERT OR IGNORE INTO item_time_later SELECT * FROM rescue_item_time WHERE sequence "
                        ">= " +
                        std::to_string(kFirstLaterClaim) +
                        "; DROP TABLE rescue_item_time; DROP TABLE rescue_item_participant");
    }

    void copy(const SalvageTable& table, const std::string& into) {
        const std::string name = table.name;
        std::vector<std::string> there;
        try {
            there = columnsOf(*damaged_.connect(), name);
        } catch (const Error& error) {
            lose(name, error.what());
        }
        if (there.empty()) return;
        const Way way = wayOf(table, into, there, target_);
        Statement insert = target_.prepare(way.sql);
        const auto gaps = salvageRows(damaged_, table, way.columns, [&](const Statement& row) {
            if (!take(name, row)) return;
            insert.reset();
            for (std::size_t i = 0; i < way.columns.size(); ++i)
                insert.bindFrom(static_cast<int>(i) + 1, row, static_cast<int>(i) + 1);
            insert.run();
            if (target_.changes() > 0)
                ++rescued_.rows;
            else
                lose(name, "row " + row.text(0) + " does not fit the others");
        });
        for (const Gap& gap : gaps) lose(name, "cannot be read: " + textOf(gap));
    }

    // False where the row does not go in as it is.
    bool take(const std::string& name, const Statement& row) {
        if (name == "original") {
            old_.originals.push_back({row.integer(1), row.text(2), row.text(3), row.integer(4)});
            return false;
        }
        if (name == "setting") return !kOwnSettings.contains(row.text(1));
        if (name != "custody") return true;
        const CustodyEvent event{row.integer(1), row.integer(2), row.text(3),
                                 row.text(4),    row.text(5),    row.text(6)};
        chain_.update(custodyHash({}, event) + event.hash);
        old_.head = event.hash;
        ++old_.entries;
        return true;
    }

    // From both ends of the index, since what lies between two bad pages of it cannot be addressed.
    void keepItemNumbers() {
        std::map<std::string, std::int64_t> numbers;
        for (const char* order : {"", " DESC"}) try {
                const auto database = damaged_.connect();
                Statement rows = database->prepare(std::string("SELECT identity, id FROM item INDEXED BY "
                                                               "sqlite_autoindex_item_1 ORDER BY identity") +
                                                   order);
                while (rows.step()) numbers[rows.blob(0)] = rows.integer(1);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::NoSpace) throw;
            }
        Statement known = target_.prepare("SELECT 1 FROM item WHERE id = ?");
        for (const auto& [identity, id] : numbers)
            if (!known.with(id).step()) rescued_.itemNumbers.emplace_back(identity, id);
    }

    // A number or address whose row is lost stands as it was written beside the items.
    void restoreIdentifiers() {
        Statement rows =
            target_.prepare("SELECT DISTINCT identifier_id, written, name FROM item_participant WHERE "
                            "identifier_id NOT IN (SELECT id FROM identifier)");
        Statement insert =
            target_.prepare("INSERT OR IGNORE INTO identifier(id, kind, normal, written, name) "
                            "VALUES (?, ?, ?, ?, ?)");
        while (rows.step()) {
            const std::string written = rows.text(1);
            const auto kind = model::guessIdentifierKind(written);
            const std::string normal = model::normalizeIdentifier(kind, written);
            if (!normal.empty())
                insert.with(rows.integer(0), model::codeOf(kind), normal, written, rows.text(2)).run();
        }
    }

    const DamagedCase& damaged_;
    Database& target_;
    Rescued& rescued_;
    OldRows& old_;
    base::Sha256 chain_;
};

} // namespace

WithoutTriggers::WithoutTriggers(Database& database) : database_(database) {
    std::vector<std::string> names;
    Statement rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (rows.step()) {
        names.push_back(rows.text(0));
        sql_.push_back(rows.text(1));
    }
    rows.reset();
    for (const std::string& name : names) database.execute("DROP TRIGGER " + name);
}

void WithoutTriggers::restore() {
    for (const std::string& sql : sql_) database_.execute(sql);
}

std::map<std::string, std::string> salvageSettings(const DamagedCase& damaged) {
    std::map<std::string, std::string> settings;
    if (damaged.hasDatabase())
        salvageRows(damaged, kSalvageTables[0], {"key", "value"},
                    [&](const Statement& row) { settings[row.text(1)] = row.text(2); });
    return settings;
}

void copyRows(const DamagedCase& damaged, Database& target, Rescued& rescued, OldRows& old) {
    if (damaged.hasDatabase() && canReadTables(damaged)) {
        RowCopy(damaged, target, rescued, old).run();
        return;
    }
    rescued.mustReadAgain = true;
    if (damaged.hasDatabase())
        rescued.lost.push_back(
            {"database", "tables", "the list of its tables cannot be read, and so none of its rows"});
}

} // namespace core::store
