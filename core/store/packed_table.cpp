// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed_table.h"

#include "core/base/error.h"
#include "core/store/packed_rows.h"
#include "core/store/sqlite_error.h"

#include <new>
#include <vector>

#include <sqlite3.h>

namespace core::store {

namespace {

struct PackedTable {
    static constexpr int kMostFields = 7;
    enum Column { kSequence, kFirstField, kBytes = kFirstField + kMostFields, kFields };

    struct Field {
        FieldReader::Kind kind;
        std::int64_t integer;
        std::string_view text; // of Cursor::bytes
    };

    struct Cursor : sqlite3_vtab_cursor {
        std::string bytes;
        std::vector<Field> fields;
        std::size_t width = 1, row = 0; // of a row; the row that is shown

        void passMissing() {
            while (row * width < fields.size() && fields[row * width].kind == FieldReader::Kind::Nothing)
                ++row;
        }
    };

    static int connectTable(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** table, char**) {
        const int code = sqlite3_declare_vtab(
            db, "CREATE TABLE x(sequence INTEGER, f0, f1, f2, f3, f4, f5, f6, bytes HIDDEN, "
                "fields HIDDEN)");
        if (code != SQLITE_OK) return code;
        sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
        *table = new (std::nothrow) sqlite3_vtab{};
        return *table == nullptr ? SQLITE_NOMEM : SQLITE_OK;
    }

    static int disconnectTable(sqlite3_vtab* table) {
        delete table;
        return SQLITE_OK;
    }

    // Only with both; the rows come in their order.
    static int planTable(sqlite3_vtab*, sqlite3_index_info* plan) {
        int found = 0;
        for (int i = 0; i < plan->nConstraint; ++i) {
            const auto& constraint = plan->aConstraint[i];
            const bool isGiven = constraint.iColumn == kBytes || constraint.iColumn == kFields;
            if (!isGiven || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
            if (!constraint.usable) return SQLITE_CONSTRAINT;
            plan->aConstraintUsage[i].argvIndex = constraint.iColumn == kBytes ? 1 : 2;
            plan->aConstraintUsage[i].omit = 1;
            ++found;
        }
        if (found != 2) return SQLITE_CONSTRAINT;
        plan->estimatedCost = 2;
        plan->estimatedRows = 2;
        plan->orderByConsumed =
            plan->nOrderBy == 1 && plan->aOrderBy[0].iColumn == kSequence && plan->aOrderBy[0].desc == 0 ? 1
                                                                                                         : 0;
        return SQLITE_OK;
    }

    static int openCursor(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
        *cursor = new (std::nothrow) Cursor{};
        return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
    }

    static int closeCursor(sqlite3_vtab_cursor* cursor) {
        delete static_cast<Cursor*>(cursor);
        return SQLITE_OK;
    }

    static int readAll(sqlite3_vtab_cursor* base, int, const char*, int, sqlite3_value** values) {
        auto& cursor = *static_cast<Cursor*>(base);
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        const int width = sqlite3_value_int(values[1]);
        if (width < 1 || width > kMostFields) return SQLITE_ERROR;
        try {
            cursor.bytes.assign(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : size);
            cursor.fields.clear();
            for (FieldReader reader(cursor.bytes); reader.next();)
                cursor.fields.push_back({reader.kind, reader.integer, reader.text});
            cursor.width = static_cast<std::size_t>(width);
            if (cursor.fields.size() % cursor.width != 0) return SQLITE_CORRUPT_VTAB;
            cursor.row = 0;
            cursor.passMissing();
            return SQLITE_OK;
        } catch (const base::Error&) { // nothing may pass through SQLite's C frames
            return SQLITE_CORRUPT_VTAB;
        } catch (...) {
            return SQLITE_NOMEM;
        }
    }

    static int nextRow(sqlite3_vtab_cursor* base) {
        auto& cursor = *static_cast<Cursor*>(base);
        ++cursor.row;
        cursor.passMissing();
        return SQLITE_OK;
    }

    static int isAtEnd(sqlite3_vtab_cursor* base) {
        const auto& cursor = *static_cast<Cursor*>(base);
        return cursor.row * cursor.width >= cursor.fields.size() ? 1 : 0;
    }

    static int readColumn(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
        const auto& cursor = *static_cast<Cursor*>(base);
        if (column == kSequence) sqlite3_result_int64(context, static_cast<std::int64_t>(cursor.row));
        const auto field = static_cast<std::size_t>(column - kFirstField);
        if (column < kFirstField || field >= cursor.width) return SQLITE_OK;
        const Field& one = cursor.fields[cursor.row * cursor.width + field];
        if (one.kind == FieldReader::Kind::Integer) sqlite3_result_int64(context, one.integer);
        if (one.kind == FieldReader::Kind::Text)
            sqlite3_result_text64(context, one.text.data(), one.text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        return SQLITE_OK;
    }

    static int readRowid(sqlite3_vtab_cursor* base, sqlite3_int64* id) {
        *id = static_cast<std::int64_t>(static_cast<const Cursor*>(base)->row);
        return SQLITE_OK;
    }

    static constexpr sqlite3_module makeModule() { // without xCreate it is there by its name alone
        sqlite3_module module{};
        module.xConnect = connectTable;
        module.xBestIndex = planTable;
        module.xDisconnect = disconnectTable;
        module.xOpen = openCursor;
        module.xClose = closeCursor;
        module.xFilter = readAll;
        module.xNext = nextRow;
        module.xEof = isAtEnd;
        module.xColumn = readColumn;
        module.xRowid = readRowid;
        return module;
    }
};

constexpr sqlite3_module kPackedModule = PackedTable::makeModule();

} // namespace

void registerPackedTable(sqlite3* db) {
    const int code = sqlite3_create_module_v2(db, "packed_rows", &kPackedModule, nullptr, nullptr);
    if (code != SQLITE_OK) throwSqlite(db, code, "cannot register packed_rows");
}

} // namespace core::store
