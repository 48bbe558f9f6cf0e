// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/examine.h"

#include "core/base/error.h"
#include "core/store/table_salvage.h"

#include <map>
#include <set>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

struct KnownOriginal {
    std::int64_t id = 0;
    std::string objectId, sha256;
    std::uint64_t size = 0;
};

class Examiner {
public:
    Examiner(const DamagedCase& damaged, base::Progress& progress) : damaged_(damaged), progress_(progress) {
        result_.findings = damaged.findings();
    }

    Examination run() {
        if (damaged_.hasDatabase()) {
            checkPages();
            if (canReadTables(damaged_))
                readTables();
            else
                found("database", "tables", "the list of its tables cannot be read, and so none of its rows");
        }
        checkChainEnd();
        for (const std::string& id : damaged_.objects()) checkObject(id);
        for (const KnownOriginal& original : originals_) checkOriginal(original);
        return std::move(result_);
    }

private:
    void found(std::string what, std::string subject, std::string detail) {
        result_.findings.push_back({std::move(what), std::move(subject), std::move(detail)});
    }

    // The check value of each page, free ones too.
    void checkPages() {
        try {
            const auto database = damaged_.connect();
            Statement rows = database->prepare("PRAGMA cipher_integrity_check");
            while (rows.step()) found("database", "case.logbog", rows.text(0));
        } catch (const Error& error) {
            found("database", "case.logbog", error.what());
        }
    }

    void readTables() {
        for (const SalvageTable& table : kSalvageTables) {
            progress_.throwIfCancelled();
            std::vector<std::string> columns;
            try {
                columns = columnsOf(*damaged_.connect(), table.name);
            } catch (const Error& error) {
                found("table", table.name, error.what());
            }
            if (columns.empty()) continue; // the older version has not all of them
            std::int64_t count = 0;
            const auto gaps = salvageRows(damaged_, table, columns, [&](const Statement& row) {
                ++count;
                take(table.name, row);
            });
            for (const Gap& gap : gaps) found("table", table.name, "cannot be read: " + textOf(gap));
            if (count > 0) result_.rows.emplace_back(table.name, count);
        }
    }

    // Column 0 is the key, then the table's own columns in their order.
    void take(const std::string& table, const Statement& row) {
        if (table == "custody")
            takeEntry({row.integer(1), row.integer(2), row.text(3), row.text(4), row.text(5), row.text(6)});
        if (table == "original")
            originals_.push_back(
                {row.integer(1), row.text(2), row.text(3), static_cast<std::uint64_t>(row.integer(4))});
        if (table == "original_lost") gone_.insert(row.integer(1));
        if (table != "source" || row.columns() < 12) return;
        (row.isNull(11) ? used_ : removed_).insert(row.integer(3));
    }

    void takeEntry(const CustodyEvent& event) {
        const bool follows = event.sequence == lastEntry_.sequence + 1;
        if (!follows)
            found("custody", std::to_string(lastEntry_.sequence + 1),
                  "the entries up to the next are missing");
        if (follows && custodyHash(lastEntry_.hash, event) != event.hash)
            found("custody", std::to_string(event.sequence), "the entry does not fit the one before it");
        lastEntry_ = event;
    }

    void checkChainEnd() {
        if (damaged_.chainEnd() && lastEntry_.sequence < damaged_.chainEnd()->sequence)
            found("custody", std::to_string(damaged_.chainEnd()->sequence),
                  "the history lacks entries that it had before; what can be read ends with entry " +
                      std::to_string(lastEntry_.sequence));
    }

    void checkObject(const std::string& id) {
        try {
            const auto reader = damaged_.read(id);
            whole_[id] = hashWhole(*reader, id, progress_);
            ++result_.originalsGood;
            result_.bytesGood += whole_[id].size;
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Cancelled) throw;
            ++result_.originalsDamaged;
            found("original", id, error.what());
        }
    }

    void checkOriginal(const KnownOriginal& original) {
        const bool isGone =
            gone_.contains(original.id) || (removed_.contains(original.id) && !used_.contains(original.id));
        if (!damaged_.hasObject(original.objectId)) {
            if (isGone) return;
            ++result_.originalsMissing;
            found("original", original.objectId, "its file is missing");
            return;
        }
        const auto now = whole_.find(original.objectId);
        if (now == whole_.end()) return; // said already
        if (now->second.size != original.size || base::toHex(now->second.sha256) != original.sha256)
            found("original", original.objectId, "it is another than when it was imported");
    }

    const DamagedCase& damaged_;
    base::Progress& progress_;
    Examination result_;
    CustodyEvent lastEntry_;
    std::vector<KnownOriginal> originals_;
    std::set<std::int64_t> used_, removed_, gone_; // originals by their sources
    std::map<std::string, StoredObject> whole_;
};

} // namespace

Examination examine(const std::filesystem::path& folder, std::string_view secret, base::Progress& progress) {
    const DamagedCase damaged(folder, secret);
    return Examiner(damaged, progress).run();
}

} // namespace core::store
