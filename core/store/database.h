// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The encrypted database: connection, statement, transaction, thinly over SQLite's C calls, errors as
// base::Error. One Database object a thread. The public headers of this folder do not show sqlite3.h.

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

class ChainAnchor;
class SecretKey;

// Text that stays where it is until the statement was run, and so need not be copied.
struct Borrowed {
    std::string_view text;
};

struct BorrowedBlob {
    std::string_view bytes;
};

class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    // Parameters from 1, in order. Text is copied.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, bool value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, Borrowed text);
    Statement& bind(int index, BorrowedBlob bytes);
    Statement& bindBlob(int index, std::string_view bytes);
    Statement& bindNull(int index);
    Statement& bindFrom(int index, const Statement& row, int column); // as it is there, of whatever type
    template <typename T>
    Statement& bind(int index, const std::optional<T>& value) {
        return value ? bind(index, *value) : bindNull(index);
    }
    // All at once: stmt.with(1, "x", 2.5).step()
    template <typename... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    bool step(); // true: a row is there
    void run();  // to the end, then reset
    void reset();

    int columns() const;
    // Columns from 0 of the row that step() left.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    int integer32(int column) const { return static_cast<int>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const;
    std::string_view textView(int column) const; // valid until the next step
    std::string blob(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;

private:
    friend class Database;
    Statement(sqlite3* db, sqlite3_stmt* handle) : db_(db), handle_(handle) {}
    void check(int code) const;
    sqlite3* db_;
    sqlite3_stmt* handle_;
};

class Database {
public:
    // Opens (with `create`, makes, with room given back by PRAGMA incremental_vacuum) the file with that key.
    // Sets cipher compatibility, page size 8192, WAL, FULL sync, memory temp store, foreign keys, and
    // registers fold(text) = base::foldForSearch and the table packed_rows(). Throws Error: Damaged, InUse,
    // Permission, NoSpace, Io, NotFound. With Threads::One SQLite takes no locks of its own in the calls,
    // several for each row; interrupt() is then still for any thread.
    enum class Threads { Several, One };
    Database(const std::filesystem::path& file, const SecretKey& key, bool create,
             Threads threads = Threads::Several);
    // As the file lies there, without its log; neither it nor anything beside it is changed. Nobody may write
    // to it meanwhile. After an error of the cipher the object gives no rows any more. Throws as above.
    static std::unique_ptr<Database> openUnchanged(const std::filesystem::path& file, const SecretKey& key);
    static std::unique_ptr<Database> inMemory(); // empty, not encrypted, with fold() and packed_rows()
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Statement prepare(std::string_view sql);
    void execute(std::string_view sql); // one or more statements without results
    std::int64_t lastInsertId() const;
    std::int64_t changes() const;               // rows of the last statement
    std::int64_t integer(std::string_view sql); // first column of the first row, 0 if none
    std::string text(std::string_view sql);
    bool inTransaction() const;

    void interrupt(); // from any thread: the running statement ends with Error(Cancelled)
    // Empties the write-ahead log into the file; where a reader holds it open, what can be moved is moved.
    void checkpoint();
    void checkpointWithoutWaiting(); // for readers and writers; what they leave
    // Kept in the file itself (application_id, on its first page). Each transaction raises it; once the
    // anchor is kept, only the first one after each moving of the log into the file.
    std::int64_t changeCount() { return integer("PRAGMA application_id"); }
    // All pages as they are at the beginning, in place of what is in `target` and under the key of that one.
    // Others may write meanwhile.
    void copyTo(Database& target, const base::Progress& progress = base::Progress());

    // The end of the custody chain in the open transaction; it goes to the anchor once that is committed.
    void keepAnchor(std::shared_ptr<ChainAnchor> anchor) { anchor_ = std::move(anchor); }
    void noteChainEnd(std::int64_t sequence, const std::string& hash);

private:
    friend class Transaction;
    Database() = default;
    static int afterCommit(void* self, sqlite3* db, const char* name, int frames);
    void countChange();
    void moveLog(int mode);
    void committed() noexcept;
    void rolledBack() noexcept { pendingSequence_ = 0; }

    sqlite3* handle_ = nullptr;
    std::shared_ptr<ChainAnchor> anchor_;
    std::int64_t pendingSequence_ = 0; // 0: nothing was appended
    std::string pendingHash_;
};

// Rolls back unless commit() was called. Not nested.
class Transaction {
public:
    explicit Transaction(Database& database); // BEGIN IMMEDIATE
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit(); // the changes are on the disk when it returns

private:
    Database& database_;
    bool done_ = false;
};

} // namespace core::store
