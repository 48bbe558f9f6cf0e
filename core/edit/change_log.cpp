// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/change_log.h"

#include "core/store/custody_log.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace core::edit {

namespace {

struct Recorded {
    const char* table;
    const char* key;
    std::vector<std::string> columns; // with the key; none of them a BLOB
};

const std::vector<Recorded>& recordedTables() {
    static const std::vector<Recorded> tables{
        {"setting", "key", {"key", "value"}},
        {"party", "id", {"id", "role", "name"}},
        {"identifier", "id", {"id", "kind", "normal", "written", "name", "party_id"}},
        {"item",
         "id",
         {"id", "time_ms", "offset_s", "zone", "precision", "basis", "about", "time_source", "direction",
          "excluded", "reviewed", "transcript"}},
        {"tag", "id", {"id", "name"}},
        {"item_tag", "id", {"id", "item_id", "tag_id"}},
        {"incident",
         "id",
         {"id",
          "number",
          "start_ms",
          "start_precision",
          "start_about",
          "end_ms",
          "end_precision",
          "time_source",
          "type",
          "extra_types",
          "channel",
          "count",
          "title",
          "description",
          "quote",
          "place_type",
          "place_text",
          "targets",
          "party_id",
          "identified_by",
          "identified_text",
          "witnesses",
          "response",
          "response_text",
          "fear",
          "impact",
          "reported",
          "report_number",
          "highlight",
          "private_note",
          "still_needed",
          "status",
          "episode_key",
          "origin",
          "created_ms",
          "changed_ms"}},
        {"incident_item", "id", {"id", "incident_id", "item_id"}},
        {"milestone",
         "id",
         {"id", "kind", "time_ms", "precision", "title", "valid_to", "report_number", "note", "item_id"}},
        {"protected_term", "id", {"id", "term", "label"}},
        {"table_template", "id", {"id", "name", "mapping"}},
    };
    return tables;
}

const Recorded& recorded(const std::string& table) {
    for (const Recorded& r : recordedTables())
        if (table == r.table) return r;
    throw base::Error(base::ErrorCode::Internal, "no such recorded table", table);
}

std::string rowAsJson(const Recorded& r, const char* row) {
    std::string sql = "json_object(";
    for (const std::string& c : r.columns) sql += (sql.back() == '(' ? "'" : ",'") + c + "'," + row + "." + c;
    return sql + ")";
}

// The key and what an update changed; only that is put back, so that what others wrote meanwhile stays.
std::string changedAsJson(const Recorded& r, const char* row) {
    std::string sql = "json_remove(" + rowAsJson(r, row);
    for (const std::string& c : r.columns)
        if (c != r.key)
            sql += ", CASE WHEN OLD." + c + " IS NEW." + c + " THEN '$." + c + "' ELSE '$.none' END";
    return sql + ")";
}

std::string anyDiffers(const Recorded& r) {
    std::string sql;
    for (const std::string& c : r.columns)
        sql += (sql.empty() ? "OLD." : " OR OLD.") + c + " IS NOT NEW." + c;
    return sql;
}

// An identifier that an import has met since it was made by hand belongs to those items now.
std::string stillFree(const std::string& table) {
    if (table != "identifier") return {};
    return " AND NOT EXISTS (SELECT 1 FROM item_identifier WHERE identifier_id = identifier.id)";
}

std::string changedBits(const Recorded& r) {
    std::string sql;
    for (std::size_t i = 0; i < r.columns.size(); ++i)
        sql += (i == 0 ? "((OLD." : " | ((OLD.") + r.columns[i] + " IS NOT NEW." + r.columns[i] + ") << " +
               std::to_string(i) + ")";
    return sql;
}

std::string extracted(const std::string& column) { return "json_extract(?1, '$." + column + "')"; }

// Puts one row back; ?1 is the JSON of what it was, or of the row that is to go. Of an update only what it
// changed: writing an indexed column anew costs, and the key may not be set at all.
std::string revertSql(const Recorded& r, const RowChange& change) {
    const std::string where = std::string(" WHERE ") + r.key + " = " + extracted(r.key);
    if (change.operation == 'I') return std::string("DELETE FROM ") + r.table + where + stillFree(r.table);
    std::string names;
    std::string values;
    std::string sets;
    for (std::size_t i = 0; i < r.columns.size(); ++i) {
        const std::string& c = r.columns[i];
        names += (names.empty() ? "" : ", ") + c;
        values += (values.empty() ? "" : ", ") + extracted(c);
        if (((change.changed >> i) & 1) != 0) sets += (sets.empty() ? "" : ", ") + c + " = " + extracted(c);
    }
    if (change.operation == 'U') return std::string("UPDATE ") + r.table + " SET " + sets + where;
    return std::string("INSERT INTO ") + r.table + " (" + names + ") VALUES (" + values + ")";
}

} // namespace

ChangeLog::ChangeLog(store::Database& database) : database_(database) {
    database_.execute(
        "CREATE TEMP TABLE IF NOT EXISTS undo_change (sequence INTEGER PRIMARY KEY, tbl TEXT, op TEXT, "
        "before TEXT, after TEXT, changed INTEGER)");
    for (const Recorded& r : recordedTables()) {
        const std::string on = std::string(" ON main.") + r.table;
        const std::string into =
            std::string(" BEGIN INSERT INTO undo_change(tbl, op, before, after, changed) VALUES ('") +
            r.table;
        const std::string before = rowAsJson(r, "OLD");
        const std::string after = rowAsJson(r, "NEW");
        const std::string name = std::string("CREATE TEMP TRIGGER IF NOT EXISTS undo_") + r.table;
        database_.execute(name + "_i AFTER INSERT" + on + into + "', 'I', '', " + after + ", 0); END");
        database_.execute(name + "_u AFTER UPDATE" + on + " WHEN " + anyDiffers(r) + into + "', 'U', " +
                          changedAsJson(r, "OLD") + ", " + changedAsJson(r, "NEW") + ", " + changedBits(r) +
                          "); END");
        database_.execute(name + "_d AFTER DELETE" + on + into + "', 'D', " + before + ", '', 0); END");
    }
}

void ChangeLog::clear() { database_.execute("DELETE FROM undo_change"); }

std::vector<RowChange> ChangeLog::take() {
    std::vector<RowChange> changes;
    {
        auto query =
            database_.prepare("SELECT tbl, op, before, after, changed FROM undo_change ORDER BY sequence");
        while (query.step())
            changes.push_back(
                {query.text(0), query.textView(1)[0], query.text(2), query.text(3), query.integer(4)});
    }
    clear();
    return changes;
}

void ChangeLog::revert(const std::vector<RowChange>& changes) {
    using Kind = std::tuple<std::string, char, std::int64_t>;
    std::map<Kind, store::Statement> statements;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const Kind kind(change->table, change->operation, change->changed);
        auto statement = statements.find(kind);
        if (statement == statements.end())
            statement =
                statements.emplace(kind, database_.prepare(revertSql(recorded(change->table), *change)))
                    .first;
        statement->second.with(change->operation == 'I' ? change->after : change->before).run();
    }
}

namespace {

std::string partAsJson(std::span<const RowChange> changes, const std::string& note) {
    std::string json = "{" + note + "\"changes\":[";
    for (const RowChange& change : changes) {
        if (json.back() == '}') json += ',';
        json += "{\"table\":\"" + change.table + "\"";
        if (!change.before.empty()) json += ",\"before\":" + change.before;
        if (!change.after.empty()) json += ",\"after\":" + change.after;
        json += '}';
    }
    return json + "]}";
}

} // namespace

std::int64_t enterChanges(store::Database& database, const base::Clock& clock, const std::string& action,
                          const std::string& subject, const std::vector<RowChange>& changes) {
    constexpr std::size_t kListed = 500; // of one entry
    auto items = database.prepare(
        "INSERT OR IGNORE INTO custody_item(item_id, sequence) "
        "SELECT CASE change.value ->> '$.table' WHEN 'item' THEN change.value ->> '$.before.id' "
        "ELSE coalesce(change.value ->> '$.after.item_id', change.value ->> '$.before.item_id') END AS item, "
        "?2 "
        "FROM json_each(?1, '$.changes') AS change WHERE item IS NOT NULL");
    const std::span<const RowChange> all = changes;
    const std::size_t parts = std::max<std::size_t>(1, (all.size() + kListed - 1) / kListed);
    std::int64_t sequence = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::string note =
            parts == 1 ? ""
                       : "\"part\":" + std::to_string(part + 1) + ",\"parts\":" + std::to_string(parts) + ",";
        const std::size_t from = part * kListed;
        const std::string detail = partAsJson(all.subspan(from, std::min(kListed, all.size() - from)), note);
        sequence = store::appendCustody(database, clock, action, subject, detail).sequence;
        items.with(detail, sequence).run();
    }
    return sequence;
}

} // namespace core::edit
