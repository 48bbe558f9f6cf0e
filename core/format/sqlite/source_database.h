// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A SQLite database of somebody else's inside an original: read where it lies, through the source, never
// written, nothing of it on the disk. Not the database of a case: core/store. No header here shows sqlite3.h.

#include "core/base/byte_source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace core::format::sqlite {

bool isDatabase(std::string_view head);

class SourceDatabase {
public:
    // `source` must outlive it. `log`: the bytes of the file "-wal" beside it; what was written into it last
    // and completely counts. Throws Error(Unsupported) where it is no sound database.
    // `tick` is called now and then while a query runs; what it throws ends the query and comes out of
    // step().
    SourceDatabase(base::SeekableSource& source, std::string log, std::function<void()> tick);
    ~SourceDatabase();
    SourceDatabase(const SourceDatabase&) = delete;
    SourceDatabase& operator=(const SourceDatabase&) = delete;

    bool hasTable(const std::string& table); // a view, which may compute for ever, is none
    bool hasColumn(const std::string& table, const std::string& column);
    // "alias.column", or NULL where the table of this version has none: for the list of a SELECT.
    std::string column(const std::string& alias, const std::string& table, const std::string& column);

    struct State;

private:
    friend class Query;
    std::unique_ptr<State> state_;
};

// A statement and the row it stands on. Throws Error(Unsupported) where the database is damaged there.
class Query {
public:
    Query(SourceDatabase& database, const std::string& sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& with(std::string_view text); // the next parameter; after a step(): of the next run
    Query& with(std::int64_t number);
    bool step();
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const; // UTF-8 in any case; of a blob its bytes as text
    std::string blob(int column) const;

private:
    struct Statement;
    std::unique_ptr<Statement> statement_;
};

} // namespace core::format::sqlite
