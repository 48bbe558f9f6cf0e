// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/iphone/database_bytes.h"

#include "tests/support/temp_folder.h"

#include <stdexcept>

#include <sqlite3.h>

namespace tests {

DatabaseFiles databaseOf(const std::string& sql, const std::string& inLog) {
    const TempFolder folder;
    const auto path = folder.path() / "made.db";
    sqlite3* db = nullptr;
    if (sqlite3_open(path.c_str(), &db) != SQLITE_OK) throw std::runtime_error("no database");
    const auto run = [&](const std::string& text) {
        char* fault = nullptr;
        if (sqlite3_exec(db, text.c_str(), nullptr, nullptr, &fault) != SQLITE_OK)
            throw std::runtime_error(fault == nullptr ? "fault" : fault);
    };
    run(sql);
    DatabaseFiles files;
    if (!inLog.empty()) {
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA wal_autocheckpoint = 0");
        run(inLog);
        files.log = readFile(path.string() + "-wal");
    }
    files.database = readFile(path);
    sqlite3_close(db);
    return files;
}

std::string typedBody(const std::string& text) {
    std::string blob = "\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString";
    blob += std::string("\0\x84\x84\x08NSObject\0\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+", 32);
    if (text.size() < 0x80) {
        blob += static_cast<char>(text.size());
    } else {
        blob += '\x81';
        blob += static_cast<char>(text.size() & 0xFF);
        blob += static_cast<char>(text.size() >> 8);
    }
    blob += text + "\x86\x84\x02iI\x01";
    std::string hex = "x'";
    for (const char c : blob) {
        constexpr const char* digits = "0123456789abcdef";
        hex += digits[static_cast<unsigned char>(c) >> 4];
        hex += digits[static_cast<unsigned char>(c) & 15];
    }
    return hex + "'";
}

} // namespace tests
