// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_table.h"

#include "core/base/error.h"
#include "core/store/search.h"
#include "core/store/sqlite_error.h"

#include <algorithm>
#include <new>

#include <sqlite3.h>

namespace core::store {

namespace {

enum Column { kId, kSure, kWord };

struct Table : sqlite3_vtab {
    Database* database;
};

struct Cursor : sqlite3_vtab_cursor {
    std::vector<std::int64_t> ids, pending;
    bool isSure = false;
    std::size_t at = 0;
};

int connectTable(sqlite3* db, void* database, int, const char* const*, sqlite3_vtab** table, char**) {
    const int code = sqlite3_declare_vtab(db, "CREATE TABLE x(id INTEGER, sure INTEGER, word TEXT HIDDEN)");
    if (code != SQLITE_OK) return code;
    auto* made = new (std::nothrow) Table{};
    if (made == nullptr) return SQLITE_NOMEM;
    made->database = static_cast<Database*>(database);
    *table = made;
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab* table) {
    delete static_cast<Table*>(table);
    return SQLITE_OK;
}

// Only with the word.
int planTable(sqlite3_vtab*, sqlite3_index_info* plan) {
    for (int i = 0; i < plan->nConstraint; ++i) {
        const auto& constraint = plan->aConstraint[i];
        if (constraint.iColumn != kWord || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ || !constraint.usable)
            continue;
        plan->aConstraintUsage[i].argvIndex = 1;
        plan->aConstraintUsage[i].omit = 1;
        plan->estimatedCost = 1000;
        plan->estimatedRows = 1000;
        return SQLITE_OK;
    }
    return SQLITE_CONSTRAINT;
}

int openCursor(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new (std::nothrow) Cursor{};
    return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Cursor*>(cursor);
    return SQLITE_OK;
}

int codeOf(base::ErrorCode code) { // which sqlite_error.cpp turns into the same again
    if (code == base::ErrorCode::Damaged) return SQLITE_CORRUPT_VTAB;
    if (code == base::ErrorCode::Cancelled) return SQLITE_INTERRUPT;
    return code == base::ErrorCode::Io ? SQLITE_IOERR : SQLITE_ERROR;
}

int find(sqlite3_vtab_cursor* base, int, const char*, int, sqlite3_value** values) {
    auto& cursor = *static_cast<Cursor*>(base);
    cursor.ids.clear();
    cursor.at = 0;
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (bytes == nullptr || *bytes == '\0') return SQLITE_OK;
    try {
        const std::string word(bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
        const SearchLists search(*static_cast<Table*>(cursor.pVtab)->database);
        cursor.ids = search.having({word});
        cursor.pending = search.pending();
        cursor.isSure = SearchLists::isSureOf(word);
        return SQLITE_OK;
    } catch (const base::Error& error) { // nothing may pass through SQLite's C frames
        return codeOf(error.code());
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    } catch (...) {
        return SQLITE_ERROR;
    }
}

int nextRow(sqlite3_vtab_cursor* cursor) {
    ++static_cast<Cursor*>(cursor)->at;
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor* cursor) {
    return static_cast<Cursor*>(cursor)->at >= static_cast<Cursor*>(cursor)->ids.size() ? 1 : 0;
}

int readColumn(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
    const auto& cursor = *static_cast<Cursor*>(base);
    const std::int64_t id = cursor.ids[cursor.at];
    if (column == kId) sqlite3_result_int64(context, id);
    if (column == kSure) {
        const auto& pending = cursor.pending;
        const bool isPending = std::binary_search(pending.begin(), pending.end(), id);
        sqlite3_result_int(context, cursor.isSure && !isPending ? 1 : 0);
    }
    return SQLITE_OK;
}

int readRowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    *id = static_cast<Cursor*>(cursor)->ids[static_cast<Cursor*>(cursor)->at];
    return SQLITE_OK;
}

constexpr sqlite3_module makeModule() { // without xCreate it is there by its name alone
    sqlite3_module module{};
    module.xConnect = connectTable;
    module.xBestIndex = planTable;
    module.xDisconnect = disconnectTable;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = find;
    module.xNext = nextRow;
    module.xEof = isAtEnd;
    module.xColumn = readColumn;
    module.xRowid = readRowid;
    return module;
}

constexpr sqlite3_module kModule = makeModule();

} // namespace

void registerSearchTable(sqlite3* db, Database& database) {
    const int code = sqlite3_create_module_v2(db, "search_candidates", &kModule, &database, nullptr);
    if (code != SQLITE_OK) throwSqlite(db, code, "cannot register search_candidates");
}

} // namespace core::store
