// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Databases made for tests, as a telephone would: in a file, taken out as bytes.

#include <string>

namespace tests {

struct DatabaseFiles {
    std::string database;
    std::string log; // "-wal" beside it, where `inLog` was given
};

// What `sql` makes; then, kept in the write-ahead log only, what `inLog` makes.
DatabaseFiles databaseOf(const std::string& sql, const std::string& inLog = {});

// The column attributedBody of a message, in hexadecimal for SQL.
std::string typedBody(const std::string& text);

} // namespace tests
