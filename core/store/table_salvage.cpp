// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/table_salvage.h"

#include "core/base/error.h"

#include <algorithm>
#include <limits>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// How the end of a place that cannot be read is looked for: in small steps first, so that a few good rows
// between two bad pages are met, then in steps that grow.
constexpr int kSmallSteps = 64;
constexpr std::int64_t kSmallStep = 8;
constexpr std::int64_t kLastKey = std::numeric_limits<std::int64_t>::max() / 4;

void passOver(const Error& error) {
    if (error.code() == ErrorCode::Cancelled || error.code() == ErrorCode::NoSpace) throw error;
}

class Salvage {
public:
    Salvage(const DamagedCase& damaged, const SalvageTable& table, const std::vector<std::string>& columns)
        : damaged_(damaged), table_(table) {
        columns_ = std::string(table.key).empty() ? "NULL" : table.key;
        for (const std::string& column : columns) columns_ += ", \"" + column + "\"";
    }

    // From that key on to the end, or to the first row that cannot be read (false).
    bool readFrom(std::int64_t from, const std::function<void(const Statement&)>& row) {
        const bool isKeyed = *table_.key != '\0';
        std::optional<Statement> rows = attempt([&] {
            Statement made = connection().prepare(
                "SELECT " + columns_ + " FROM " + table_.name +
                (isKeyed ? std::string(" WHERE ") + table_.key + " >= ? ORDER BY " + table_.key : ""));
            if (isKeyed) made.with(from);
            return made;
        });
        while (rows) {
            const std::optional<bool> isThere = attempt([&] { return rows->step(); });
            if (isThere && !*isThere) return true;
            if (!isThere) break;
            row(*rows);
            last_ = rows->integer(0);
        }
        rows.reset();
        database_.reset();
        return false;
    }

    // The key from which reading goes on after a failure behind `last`; none: nothing more can be read.
    std::optional<std::int64_t> next(std::int64_t last) {
        std::int64_t bad = last + 1;
        std::optional<std::int64_t> key;
        // Its place in the table is good, so it is the row's own long text that is not.
        if (canSeek(bad, key)) return key ? std::optional<std::int64_t>(*key + 1) : std::nullopt;
        std::int64_t step = 1;
        for (int steps = 0; !canSeek(bad + step, key); ++steps) {
            bad += step;
            step = steps < kSmallSteps ? std::min(2 * step, kSmallStep) : 2 * step;
            if (bad + step > kLastKey) return std::nullopt;
        }
        std::int64_t good = bad + step;
        while (good - bad > 1) {
            const std::int64_t middle = bad + (good - bad) / 2;
            (canSeek(middle, key) ? good : bad) = middle;
        }
        return canSeek(good, key) ? key : std::nullopt;
    }

    std::int64_t last() const { return last_; }
    void setLast(std::int64_t key) { last_ = key; }

private:
    Database& connection() {
        if (!database_) database_ = damaged_.connect();
        return *database_;
    }

    template <typename Try>
    auto attempt(Try work) -> std::optional<decltype(work())> {
        try {
            return work();
        } catch (const Error& error) {
            passOver(error);
            return std::nullopt;
        }
    }

    bool canSeek(std::int64_t from, std::optional<std::int64_t>& key) {
        const auto done = attempt([&] {
            Statement row =
                connection().prepare(std::string("SELECT ") + table_.key + " FROM " + table_.name +
                                     " WHERE " + table_.key + " >= ? ORDER BY " + table_.key + " LIMIT 1");
            row.with(from);
            key = row.step() ? std::optional<std::int64_t>(row.integer(0)) : std::nullopt;
            return true;
        });
        if (!done) database_.reset();
        return done.has_value();
    }

    const DamagedCase& damaged_;
    const SalvageTable& table_;
    std::string columns_;
    std::unique_ptr<Database> database_;
    std::int64_t last_ = 0;
};

} // namespace

std::string textOf(const Gap& gap) {
    const std::string from = std::to_string(gap.after + 1);
    if (!gap.before) return "all rows from " + from + " on";
    return "rows " + from + " to " + std::to_string(*gap.before - 1);
}

bool canReadTables(const DamagedCase& damaged) {
    try {
        return damaged.connect()->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'custody'") > 0;
    } catch (const Error& error) {
        passOver(error);
        return false;
    }
}

std::vector<std::string> columnsOf(Database& database, const std::string& table) {
    std::vector<std::string> columns;
    Statement rows = database.prepare("SELECT name FROM pragma_table_info(?)");
    rows.with(table);
    while (rows.step()) columns.push_back(rows.text(0));
    return columns;
}

std::vector<Gap> salvageRows(const DamagedCase& damaged, const SalvageTable& table,
                             const std::vector<std::string>& columns,
                             const std::function<void(const Statement&)>& row) {
    std::vector<Gap> gaps;
    Salvage salvage(damaged, table, columns);
    std::int64_t from = 0;
    while (!salvage.readFrom(from, row)) {
        Gap gap{salvage.last(), std::nullopt};
        if (*table.key != '\0') gap.before = salvage.next(salvage.last());
        gaps.push_back(gap);
        if (!gap.before) break;
        from = *gap.before;
        salvage.setLast(from - 1);
    }
    return gaps;
}

} // namespace core::store
