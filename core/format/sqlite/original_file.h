// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The file system that SQLite sees under a SourceDatabase: one file, the original with the pages of its
// write-ahead log over it, read-only. Internal to this folder. Queries: source_database.h.

#include "core/format/sqlite/source_database.h"
#include "core/format/sqlite/write_ahead_log.h"

#include <exception>
#include <utility>

#include <sqlite3.h>

namespace core::format::sqlite {

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

// Makes the file system known to SQLite under state.vfsName, until it is unregistered. Throws
// Error(Internal).
void registerVfs(SourceDatabase::State& state);

} // namespace core::format::sqlite
