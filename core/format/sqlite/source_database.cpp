// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sqlite/source_database.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/format/sqlite/original_file.h"

#include <algorithm>

namespace core::format::sqlite {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kTickSteps = 50'000;   // of the virtual machine
constexpr int kMostBytes = 64 << 20; // of one value
constexpr int kMostSql = 1 << 20;
constexpr const char* kName = "original";

int ticked(void* data) {
    auto& state = *static_cast<SourceDatabase::State*>(data);
    try {
        if (state.tick) state.tick();
        return 0;
    } catch (...) {
        state.thrown = std::current_exception();
        return 1;
    }
}

// What a hostile file could make SQLite do beyond reading.
void confine(SourceDatabase::State& state) {
    sqlite3* db = state.db;
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kMostBytes);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, kMostSql);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(db, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -8192",
                 nullptr, nullptr, nullptr);
    sqlite3_progress_handler(db, kTickSteps, ticked, &state);
}

[[noreturn]] void fail(SourceDatabase::State& state) {
    state.rethrow();
    throw Error(ErrorCode::Unsupported, "the database cannot be read", sqlite3_errmsg(state.db));
}

} // namespace

bool isDatabase(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("SQLite format 3\0"sv);
}

SourceDatabase::SourceDatabase(base::SeekableSource& source, std::string log, std::function<void()> tick)
    : state_(std::make_unique<State>(source, std::move(log), std::move(tick))) {
    registerVfs(*state_);
    const int code = sqlite3_open_v2(kName, &state_->db,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                                     state_->vfsName.c_str());
    try {
        if (code != SQLITE_OK) fail(*state_);
        confine(*state_);
        Query(*this, "SELECT count(*) FROM sqlite_master").step();
    } catch (...) {
        sqlite3_close_v2(state_->db);
        sqlite3_vfs_unregister(&state_->vfs);
        throw;
    }
}

SourceDatabase::~SourceDatabase() {
    sqlite3_close_v2(state_->db);
    sqlite3_vfs_unregister(&state_->vfs);
}

bool SourceDatabase::hasTable(const std::string& table) {
    return Query(*this, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").with(table).step();
}

bool SourceDatabase::hasColumn(const std::string& table, const std::string& column) {
    return Query(*this, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?").with(table).with(column).step();
}

std::string SourceDatabase::column(const std::string& alias, const std::string& table,
                                   const std::string& column) {
    return hasColumn(table, column) ? alias + "." + column : "NULL";
}

struct Query::Statement {
    SourceDatabase::State& state;
    sqlite3_stmt* statement = nullptr;
    int bound = 0;
    bool isStepped = false;

    void rewind() {
        if (!isStepped) return;
        sqlite3_reset(statement);
        isStepped = false;
        bound = 0;
    }
};

Query::Query(SourceDatabase& database, const std::string& sql)
    : statement_(std::make_unique<Statement>(Statement{*database.state_})) {
    if (sqlite3_prepare_v2(database.state_->db, sql.c_str(), static_cast<int>(sql.size()),
                           &statement_->statement, nullptr) != SQLITE_OK)
        fail(*database.state_);
}

Query::~Query() { sqlite3_finalize(statement_->statement); }

Query& Query::with(std::string_view text) {
    statement_->rewind();
    sqlite3_bind_text(statement_->statement, ++statement_->bound, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Query& Query::with(std::int64_t number) {
    statement_->rewind();
    sqlite3_bind_int64(statement_->statement, ++statement_->bound, number);
    return *this;
}

bool Query::step() {
    statement_->isStepped = true;
    const int code = sqlite3_step(statement_->statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(statement_->state);
    statement_->state.rethrow();
    return false;
}

bool Query::isNull(int column) const {
    return sqlite3_column_type(statement_->statement, column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_->statement, column); }
double Query::real(int column) const { return sqlite3_column_double(statement_->statement, column); }

std::string Query::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_->statement, column);
    const int size = sqlite3_column_bytes(statement_->statement, column);
    return bytes == nullptr || size <= 0
               ? std::string()
               : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string Query::text(int column) const {
    // Of a database in UTF-16 this turns it into UTF-8; a blob stays what it is.
    if (sqlite3_column_type(statement_->statement, column) == SQLITE_BLOB)
        return base::repairUtf8(blob(column));
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_->statement, column));
    const int size = sqlite3_column_bytes(statement_->statement, column);
    return text == nullptr ? std::string()
                           : base::repairUtf8({text, static_cast<std::size_t>(std::max(size, 0))});
}

} // namespace core::format::sqlite
