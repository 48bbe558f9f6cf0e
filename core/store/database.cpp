// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/utf8.h"
#include "core/store/chain_anchor.h"
#include "core/store/packed_table.h"
#include "core/store/search_table.h"
#include "core/store/secret_key.h"
#include "core/store/sqlite_error.h"

#include <array>
#include <new>
#include <utility>

#include <sodium.h>
#include <sqlite3.h>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// What every connection sets before its first read. Page size and compatibility are said outright so that
// every build of SQLCipher reads every case alike. cipher_memory_security stays off: it wipes and locks each
// allocation of SQLite's, and 100,000 rows with their index then take ten times as long.
constexpr const char* kCipherSettings = "PRAGMA cipher_log_level = NONE;"
                                        "PRAGMA cipher_compatibility = 4;"
                                        "PRAGMA cipher_page_size = 8192;";

// With 64 MiB of pages an import of half a million messages takes 140 MiB in all, and is no quicker.
constexpr const char* kSettings = "PRAGMA synchronous = FULL;"
                                  "PRAGMA cache_size = -49152;"
                                  "PRAGMA temp_store = MEMORY;"
                                  "PRAGMA foreign_keys = ON;"
                                  "PRAGMA secure_delete = ON;";

constexpr int kBusyMs = 5000;
constexpr int kLogPages = 4000; // from then on the log is moved into the file after each commit

// Before the first connection. SQLite's own count of its memory, which nobody reads, takes a lock at every
// allocation.
void startSqlite() {
    static const int state = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // refused where it runs already
    static_cast<void>(state);
}

void foldSql(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (bytes == nullptr) {
        sqlite3_result_null(context);
        return;
    }
    try {
        const std::string folded =
            base::foldForSearch({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
        sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (...) { // nothing may pass through SQLite's C frames
        sqlite3_result_error(context, "fold failed", -1);
    }
}

void registerFold(sqlite3* db) {
    const int code =
        sqlite3_create_function_v2(db, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                   nullptr, foldSql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throwSqlite(db, code, "cannot register fold()");
}

void run(sqlite3* db, const char* sql, const char* what) {
    const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throwSqlite(db, code, what);
}

// PRAGMA key = "x'64 digits'": the key itself, not a passphrase to be stretched.
void giveKey(sqlite3* db, const SecretKey& key) {
    std::array<char, 2 * SecretKey::kSize + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), key.data(), SecretKey::kSize);
    std::array<char, hex.size() + 3> text{};
    text[0] = 'x';
    text[1] = '\'';
    for (std::size_t i = 0; i + 1 < hex.size(); ++i) text[i + 2] = hex[i];
    text[hex.size() + 1] = '\'';
    const int code = sqlite3_key(db, text.data(), static_cast<int>(hex.size() + 2));
    sodium_memzero(hex.data(), hex.size());
    sodium_memzero(text.data(), text.size());
    if (code != SQLITE_OK) throwSqlite(db, code, "cannot set the key");
}

// SQLite stays with another journal, and says no more than its name, where the file system cannot do this
// one.
void useLog(sqlite3* db) {
    bool isWal = false;
    const auto take = [](void* answer, int, char** values, char**) {
        *static_cast<bool*>(answer) = values[0] != nullptr && std::string_view(values[0]) == "wal";
        return 0;
    };
    const int code = sqlite3_exec(db, "PRAGMA journal_mode = WAL", take, &isWal, nullptr);
    if (code != SQLITE_OK) throwSqlite(db, code, "cannot set up the database");
    if (!isWal) throw Error(ErrorCode::Unsupported, "the file system cannot hold a write-ahead log");
}

void unlock(sqlite3* db, const SecretKey& key) {
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyMs);
    giveKey(db, key);
    run(db, kCipherSettings, "cannot set up the cipher");
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void configure(sqlite3* db, const SecretKey& key, bool create) {
    unlock(db, key);
    if (create) run(db, "PRAGMA auto_vacuum = INCREMENTAL", "cannot set up the database");
    run(db, "SELECT count(*) FROM sqlite_schema", "cannot read the database");
    useLog(db);
    run(db, kSettings, "cannot set up the database");
    registerFold(db);
    registerPackedTable(db);
}

// SQLite's name for a file that does not change; what means something in an address is written as its number.
std::string unchangedName(const std::filesystem::path& file) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string name = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c != '%' && c != '?' && c != '#') {
            name += c;
            continue;
        }
        name +=
            {'%', kDigits[static_cast<unsigned char>(c) >> 4], kDigits[static_cast<unsigned char>(c) & 15]};
    }
    return name + "?immutable=1";
}

} // namespace

Database::Database(const std::filesystem::path& file, const SecretKey& key, bool create, Threads threads) {
    prepareCrypto();
    startSqlite();
    std::error_code ignored;
    if (!create && !std::filesystem::exists(file, ignored))
        throw Error(ErrorCode::NotFound, "there is no database", file.string());
    const int lock = threads == Threads::One ? SQLITE_OPEN_NOMUTEX : SQLITE_OPEN_FULLMUTEX;
    const int flags = SQLITE_OPEN_READWRITE | lock | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOFOLLOW;
    const int code = sqlite3_open_v2(file.string().c_str(), &handle_, flags, nullptr);
    try {
        if (code != SQLITE_OK) throwSqlite(handle_, code, "cannot open the database");
        configure(handle_, key, create);
        registerSearchTable(handle_, *this);
        sqlite3_wal_hook(handle_, afterCommit,
                         this); // in place of SQLite's own, which tells the anchor nothing
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

std::unique_ptr<Database> Database::openUnchanged(const std::filesystem::path& file, const SecretKey& key) {
    prepareCrypto();
    startSqlite();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error(ErrorCode::NotFound, "there is no database", file.string());
    std::unique_ptr<Database> database(new Database);
    const int code = sqlite3_open_v2(unchangedName(file).c_str(), &database->handle_,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX, nullptr);
    if (code != SQLITE_OK) throwSqlite(database->handle_, code, "cannot open the database");
    unlock(database->handle_, key);
    // Otherwise SQLite refuses the whole of a file that was cut short, or one bad line of its tables.
    sqlite3_db_config(database->handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    run(database->handle_, "PRAGMA writable_schema = ON; PRAGMA temp_store = MEMORY",
        "cannot set up the database");
    return database;
}

std::unique_ptr<Database> Database::inMemory() {
    startSqlite();
    std::unique_ptr<Database> database(new Database);
    const int code =
        sqlite3_open_v2(":memory:", &database->handle_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_FULLMUTEX, nullptr);
    if (code != SQLITE_OK) throwSqlite(database->handle_, code, "cannot make a database in memory");
    registerFold(database->handle_);
    registerPackedTable(database->handle_);
    return database;
}

Database::~Database() { sqlite3_close_v2(handle_); }

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) throwSqlite(handle_, code, "cannot prepare a statement");
    if (statement == nullptr) throw Error(ErrorCode::Internal, "there is no statement in the text");
    return {handle_, statement};
}

void Database::execute(std::string_view sql) { run(handle_, std::string(sql).c_str(), "statement failed"); }

std::int64_t Database::lastInsertId() const { return sqlite3_last_insert_rowid(handle_); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t Database::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.text(0) : std::string();
}

void Database::interrupt() { sqlite3_interrupt(handle_); }

void Database::checkpoint() { moveLog(SQLITE_CHECKPOINT_TRUNCATE); }

void Database::checkpointWithoutWaiting() { moveLog(SQLITE_CHECKPOINT_PASSIVE); }

void Database::moveLog(int mode) {
    const std::int64_t count = changeCount(); // committed, so it is among what is moved, or there already
    int frames = 0, moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(handle_, "main", mode, &frames, &moved);
    if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) return; // the rest follows later
    if (code != SQLITE_OK) throwSqlite(handle_, code, "cannot write the log into the database");
    if (!anchor_ || frames != moved) return;
    // SQLite leaves the file unsynced where another connection has committed meanwhile.
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file == nullptr || file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK)
        return;
    anchor_->fileHolds(count);
}

int Database::afterCommit(void* self, sqlite3*, const char* name, int frames) {
    if (frames < kLogPages || std::string_view(name) != "main") return SQLITE_OK;
    try {
        static_cast<Database*>(self)->checkpointWithoutWaiting();
    } catch (const std::exception&) { // the change is committed; the next one tries again
        return SQLITE_OK;
    }
    return SQLITE_OK;
}

// In a transaction: so the first page says how old the file is without asking its log. The file changes only
// when the log is moved, so one count between two of these is enough; each costs a page of log.
void Database::countChange() {
    const std::int64_t count = changeCount();
    if (anchor_ && count > anchor_->changes()) return;
    if (count < INT32_MAX) execute("PRAGMA application_id = " + std::to_string(count + 1));
}

void Database::copyTo(Database& target, const base::Progress& progress) {
    constexpr int kPagesEach = 1024; // 8 MiB between two looks at the cancellation
    // A row that is being read holds the state of now: without it each change by others would begin the copy
    // anew.
    Statement now = prepare("SELECT count(*) FROM sqlite_schema UNION ALL SELECT 0");
    now.step();
    sqlite3_backup* backup = sqlite3_backup_init(target.handle_, "main", handle_, "main");
    if (backup == nullptr)
        throwSqlite(target.handle_, sqlite3_errcode(target.handle_), "cannot copy the database");
    int stepped = SQLITE_OK;
    while (stepped == SQLITE_OK && !progress.isCancelled()) stepped = sqlite3_backup_step(backup, kPagesEach);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped == SQLITE_OK) progress.throwIfCancelled();
    if (finished != SQLITE_OK || stepped != SQLITE_DONE)
        throwSqlite(target.handle_, finished != SQLITE_OK ? finished : stepped, "cannot copy the database");
}

void Database::noteChainEnd(std::int64_t sequence, const std::string& hash) {
    pendingSequence_ = sequence;
    pendingHash_ = hash;
}

void Database::committed() noexcept {
    if (anchor_ && pendingSequence_ > 0) anchor_->advance({pendingSequence_, std::move(pendingHash_)});
    pendingSequence_ = 0;
}

} // namespace core::store
