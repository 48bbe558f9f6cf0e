// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/table_list.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/case_store.h"
#include "core/store/custody_log.h"
#include "core/store/damaged_pages.h"
#include "core/store/disk.h"
#include "core/store/schema.h"
#include "core/store/sqlite_error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include <sodium.h>
#include <sqlite3.h>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;

namespace {

constexpr std::size_t kPageSize = 8192;
constexpr std::size_t kSaltSize = 16;
constexpr std::uint64_t kBlobSize = 64U << 20U;

// A connection that is given the salt, too, which otherwise is drawn anew for each database.
class Lender {
public:
    Lender(const fs::path& file, const SecretKey& key, std::string_view salt) {
        const int code = sqlite3_open_v2(
            file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
        try {
            if (code != SQLITE_OK) fail(code);
            giveKey(key, salt);
        } catch (...) {
            sqlite3_close_v2(db_);
            throw;
        }
    }
    ~Lender() { sqlite3_close_v2(db_); }
    Lender(const Lender&) = delete;
    Lender& operator=(const Lender&) = delete;

    void run(const std::string& sql) {
        if (const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
            fail(code);
    }

private:
    void giveKey(const SecretKey& key, std::string_view salt) {
        constexpr std::size_t kKeyDigits = 2 * SecretKey::kSize;
        std::array<char, 2 + kKeyDigits + 2 * kSaltSize + 1> text{'x', '\''};
        sodium_bin2hex(text.data() + 2, kKeyDigits + 1, key.data(), SecretKey::kSize);
        std::string rest = hexText(salt) + "'";
        std::copy(rest.begin(), rest.end(), text.begin() + 2 + kKeyDigits);
        const int code = sqlite3_key(db_, text.data(), static_cast<int>(text.size()));
        sodium_memzero(text.data(), text.size());
        if (code != SQLITE_OK) fail(code);
    }
    [[noreturn]] void fail(int code) { throwSqlite(db_, code, "cannot make the list of tables anew"); }
    sqlite3* db_ = nullptr;
};

// As the program of that version made a case, then grown: the first page tells how many pages there are.
void makeLender(const fs::path& file, const SecretKey& key, std::string_view salt, std::uint64_t size,
                int version) {
    Lender lender(file, key, salt);
    lender.run(
        "PRAGMA cipher_log_level = NONE; PRAGMA cipher_compatibility = 4; PRAGMA cipher_page_size = 8192");
    if (version > 1) lender.run("PRAGMA auto_vacuum = INCREMENTAL"); // it shifts the pages
    lender.run("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN");
    lender.run(kSchemaSql);
    if (version > 1) lender.run(kSchema2Sql);
    if (version > 2) lender.run(kSchema3Sql);
    if (version > 3) lender.run(kSchema4Sql + std::string(kSchema4EndSql));
    if (version > 4) lender.run(kSchema5Sql);
    lender.run("PRAGMA user_version = " + std::to_string(version) + "; COMMIT");
    for (std::uint64_t done = 0; done < size; done += kBlobSize)
        lender.run("INSERT INTO setting VALUES ('" + std::to_string(done) + "', zeroblob(" +
                   std::to_string(std::min(kBlobSize, size - done)) + "))");
}

std::string pageOf(const fs::path& file, std::uint64_t page) {
    std::string bytes(kPageSize, '\0');
    bytes.resize(InputFile(file).readAt((page - 1) * kPageSize, bytes.data(), bytes.size()));
    return bytes;
}

void putPage(const fs::path& file, std::uint64_t page, const std::string& bytes) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>((page - 1) * kPageSize));
    out << bytes;
    out.close();
    if (!out) throw Error(base::ErrorCode::Io, "cannot write a copy of the database", file.string());
}

// Tried out: without such a page the list of tables cannot be read.
bool isOfTableList(const fs::path& lender, std::uint64_t page, const SecretKey& key) {
    const std::string whole = pageOf(lender, page);
    if (whole.size() != kPageSize) return false;
    std::string broken = whole;
    broken[kPageSize / 2] = static_cast<char>(broken[kPageSize / 2] ^ 1);
    putPage(lender, page, broken);
    bool isNeeded = false;
    try {
        Database::openUnchanged(lender, key)->integer("SELECT sum(length(sql)) FROM sqlite_schema");
    } catch (const Error&) {
        isNeeded = true;
    }
    putPage(lender, page, whole);
    return isNeeded;
}

bool beginsAsHistory(const fs::path& file, const SecretKey& key) {
    const auto database = Database::openUnchanged(file, key);
    for (const CustodyEvent& event : custodyEvents(*database, 0, 1))
        return event.sequence > 1 || custodyHash({}, event) == event.hash;
    return false;
}

// What was taken over without success is put back.
bool borrowFrom(const fs::path& lender, const fs::path& copy, const std::set<std::uint64_t>& bad,
                const SecretKey& key) {
    std::map<std::uint64_t, std::string> before;
    for (const std::uint64_t page : bad) {
        if (!isOfTableList(lender, page, key)) continue;
        before[page] = pageOf(copy, page);
        putPage(copy, page, pageOf(lender, page));
    }
    bool fits = false;
    try {
        fits = beginsAsHistory(copy, key);
    } catch (const Error& error) {
        if (error.code() == base::ErrorCode::NoSpace) throw;
    }
    if (!fits)
        for (const auto& [page, bytes] : before) putPage(copy, page, bytes);
    return fits;
}

bool borrow(const fs::path& copy, const SecretKey& key) {
    const InputFile damaged(copy);
    std::string salt(kSaltSize, '\0');
    if (damaged.readAt(0, salt.data(), salt.size()) != salt.size()) return false;
    const std::set<std::uint64_t> bad = damagedPages(copy, key);
    fs::path lender = copy;
    lender += ".lender";
    bool fits = false;
    for (int version = kSchemaVersion; version > 0 && !fits; --version) {
        makeLender(lender, key, salt, damaged.size(), version);
        fits = borrowFrom(lender, copy, bad, key);
        fs::remove(lender);
    }
    return fits;
}

} // namespace

bool borrowTableList(const fs::path& copy, const SecretKey& key) {
    try {
        return borrow(copy, key);
    } catch (const Error& error) {
        if (error.code() == base::ErrorCode::NoSpace) throw;
        return false;
    }
}

} // namespace core::store
