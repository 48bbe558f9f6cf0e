// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sqlite/source_database.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/format/sqlite/write_ahead_log.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include <sqlite3.h>

namespace core::format::sqlite {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kTickSteps = 50'000;   // of the virtual machine
constexpr int kMostBytes = 64 << 20; // of one value
constexpr int kMostSql = 1 << 20;
constexpr const char* kName = "original";

} // namespace

struct SourceDatabase::State {
    State(base::SeekableSource& from, std::string logBytes, std::function<void()> onTick)
        : source(from), log(std::move(logBytes)), tick(std::move(onTick)), pages(committedPages(log)) {}

    std::uint64_t size() const {
        return pages.pageSize == 0 ? source.size() : std::uint64_t{pages.pages} * pages.pageSize;
    }
    // Fills what is not there with zeros; false where anything was not.
    bool read(char* buffer, std::size_t count, std::uint64_t offset);
    void readSource(char* buffer, std::size_t count, std::uint64_t offset, bool& isWhole);
    void rethrow() {
        if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
    }

    base::SeekableSource& source;
    std::string log;
    std::function<void()> tick;
    LogPages pages;
    std::exception_ptr thrown; // SQLite is C: it waits here until that has returned
    sqlite3_vfs vfs{};
    std::string vfsName;
    sqlite3* db = nullptr;
};

void SourceDatabase::State::readSource(char* buffer, std::size_t count, std::uint64_t offset, bool& isWhole) {
    source.seek(offset);
    std::size_t used = 0;
    while (used < count) {
        const std::size_t n = source.read(buffer + used, count - used);
        if (n == 0) break;
        used += n;
    }
    std::memset(buffer + used, 0, count - used);
    isWhole = isWhole && used == count;
}

bool SourceDatabase::State::read(char* buffer, std::size_t count, std::uint64_t offset) {
    bool isWhole = true;
    if (pages.pageSize == 0) {
        readSource(buffer, count, offset, isWhole);
    } else {
        for (std::size_t used = 0; used < count;) {
            const std::uint64_t at = offset + used;
            const std::size_t within = at % pages.pageSize;
            const std::size_t piece = std::min<std::size_t>(count - used, pages.pageSize - within);
            const auto page = static_cast<std::uint32_t>(at / pages.pageSize) + 1;
            const auto found = pages.begin.find(page);
            if (found == pages.begin.end())
                readSource(buffer + used, piece, at, isWhole);
            else
                std::memcpy(buffer + used, log.data() + found->second + within, piece);
            used += piece;
        }
    }
    // "Uses a log" in the header becomes "does not": the log is part of what is read already.
    for (std::uint64_t at = 18; at < 20; ++at)
        if (at >= offset && at < offset + count) buffer[at - offset] = 1;
    return isWhole;
}

namespace {

struct File {
    sqlite3_file base;
    SourceDatabase::State* state;
};

int closeFile(sqlite3_file*) { return SQLITE_OK; }

int readFile(sqlite3_file* file, void* buffer, int count, sqlite3_int64 offset) {
    auto& state = *reinterpret_cast<File*>(file)->state;
    if (count < 0 || offset < 0) return SQLITE_IOERR_READ;
    try {
        const bool isWhole = state.read(static_cast<char*>(buffer), static_cast<std::size_t>(count),
                                        static_cast<std::uint64_t>(offset));
        return isWhole ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    } catch (...) {
        state.thrown = std::current_exception();
        return SQLITE_IOERR_READ;
    }
}

int writeFile(sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; }
int truncateFile(sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; }
int syncFile(sqlite3_file*, int) { return SQLITE_OK; }
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(reinterpret_cast<File*>(file)->state->size());
    return SQLITE_OK;
}
int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int isReserved(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int controlFile(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 512; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; }

const sqlite3_io_methods kMethods = {1,           closeFile,  readFile,        writeFile, truncateFile,
                                     syncFile,    sizeOfFile, lockFile,        lockFile,  isReserved,
                                     controlFile, sectorSize, characteristics, nullptr,   nullptr,
                                     nullptr,     nullptr,    nullptr,         nullptr};

// Only the database itself: nothing temporary, no journal.
int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if (name == nullptr || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
    auto* own = reinterpret_cast<File*>(file);
    own->state = static_cast<SourceDatabase::State*>(vfs->pAppData);
    own->base.pMethods = &kMethods;
    if (outFlags != nullptr) *outFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    return SQLITE_OK;
}
int removeFile(sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; }
int accessFile(sqlite3_vfs*, const char*, int, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int fullName(sqlite3_vfs*, const char* name, int most, char* out) {
    sqlite3_snprintf(most, out, "%s", name);
    return SQLITE_OK;
}
int randomness(sqlite3_vfs*, int count, char* out) {
    std::memset(out, 7, static_cast<std::size_t>(std::max(count, 0)));
    return count;
}
int sleepFor(sqlite3_vfs*, int) { return 0; }
int currentTime(sqlite3_vfs*, double* julian) {
    *julian = 2'451'545.0; // no query here asks for it
    return SQLITE_OK;
}

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

void registerVfs(SourceDatabase::State& state) {
    static std::atomic<unsigned> count{0};
    state.vfsName = "logbog-original-" + std::to_string(count++);
    sqlite3_vfs& vfs = state.vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(File);
    vfs.mxPathname = 64;
    vfs.zName = state.vfsName.c_str();
    vfs.pAppData = &state;
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullName;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) throw Error(ErrorCode::Internal, "no database system");
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
