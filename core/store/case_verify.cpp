// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStore::verify: everything there is, read and compared.
#include "core/base/error.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/finding_log.h"
#include "core/store/key_file.h"
#include "core/store/time_anchor.h"
#include "core/store/verify_rows.h"

#include <algorithm>
#include <set>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using Findings = std::vector<CaseStore::Finding>;

namespace {

struct OriginalRow {
    std::int64_t id = 0;
    std::string objectId, sha256;
    std::uint64_t size = 0;
    bool mayBeMissing = false; // a rescue has said that its file is lost
};

// But for those whose sources were all removed: their files are gone on purpose.
std::vector<OriginalRow> originals(Database& database) {
    Statement rows = database.prepare(
        "SELECT id, object_id, sha256, size, EXISTS (SELECT 1 FROM original_lost WHERE original_id = o.id) "
        "FROM original o WHERE NOT EXISTS (SELECT 1 FROM source WHERE "
        "original_id = o.id) OR EXISTS (SELECT 1 FROM source WHERE original_id = o.id AND removed_ms IS "
        "NULL) "
        "ORDER BY id");
    std::vector<OriginalRow> all;
    while (rows.step())
        all.push_back({rows.integer(0), rows.text(1), rows.text(2),
                       static_cast<std::uint64_t>(rows.integer(3)), rows.integer(4) != 0});
    return all;
}

// What is wrong with it; empty for nothing.
std::string faultOf(const OriginalRow& row, const Vault& vault, base::Progress& progress) {
    try {
        const StoredObject now = vault.check(row.objectId, progress);
        if (now.size != row.size) return "it has another length than when it was imported";
        if (base::toHex(now.sha256) != row.sha256) return "its SHA-256 is another than when it was imported";
        return {};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled) throw;
        if (error.code() == ErrorCode::NotFound) return row.mayBeMissing ? "" : "its file is missing";
        return error.what();
    }
}

// An object gets its place after its row is committed: where the places are listed first, what is without a
// row then is without one, beside a running import too.
void checkOriginals(Database& database, const Vault& vault, base::Progress& progress, Findings& findings) {
    const std::vector<std::string> onDisk = vault.objectIds();
    const std::vector<OriginalRow> rows = originals(database);
    std::uint64_t total = 0;
    std::set<std::string> known;
    for (const OriginalRow& row : rows) {
        total += row.size;
        known.insert(row.objectId);
    }
    for (const std::string& id : onDisk)
        if (!known.contains(id))
            findings.push_back({"orphan", id, "no source in the case points at this file"});
    progress.setTotal(total);
    for (const OriginalRow& row : rows) {
        progress.throwIfCancelled();
        if (std::string fault = faultOf(row, vault, progress); !fault.empty())
            findings.push_back({"original", row.objectId, std::move(fault)});
    }
}

// What opening found and the check finds again is said once.
Findings withoutTwins(const Findings& all) {
    Findings once;
    std::set<std::pair<std::string, std::string>> said;
    for (const CaseStore::Finding& finding : all)
        if ((finding.what != "orphan" && finding.what != "custody") ||
            said.emplace(finding.what, finding.subject).second)
            once.push_back(finding);
    return once;
}

// The first lines that a check of SQLite or SQLCipher answers, but for its "ok".
void checkPragma(Database& database, const char* pragma, const std::string& subject, Findings& findings) {
    try {
        Statement rows = database.prepare(pragma);
        while (rows.step())
            if (rows.text(0) != "ok") findings.push_back({"database", subject, rows.text(0)});
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled) throw;
        findings.push_back({"database", subject, error.what()});
    }
}

void checkRows(Database& database, WriteGate& gate, Findings& findings) {
    Statement keys = database.prepare("PRAGMA foreign_key_check");
    while (keys.step())
        findings.push_back(
            {"foreign-key", keys.text(0) + " " + keys.text(1), "points at a missing row of " + keys.text(2)});
    try {
        WriteTransaction asOthersWrite(gate, database); // FTS5 takes its check for a change; it rolls back
        database.execute("INSERT INTO item_search(item_search, rank) VALUES ('integrity-check', 1)");
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
        findings.push_back({"search", "item_search", "the search index does not fit the items"});
    }
}

void checkCustody(Database& database, const ChainEnd& end, Findings& findings) {
    if (const auto broken = firstBrokenCustody(database))
        findings.push_back(
            {"custody", std::to_string(*broken), "the entry is missing or does not fit the one before it"});
    Statement anchor = database.prepare("SELECT hash FROM custody WHERE sequence = ?");
    if (!anchor.with(end.sequence).step() || anchor.text(0) != end.hash)
        findings.push_back(
            {"custody", std::to_string(end.sequence), "the history lacks entries that it had before"});
}

// One step of the check. A database that cannot be read at that place must not keep the others from running.
template <typename Step>
void guarded(const char* subject, Findings& findings, Step step) {
    try {
        step();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged && error.code() != ErrorCode::Io &&
            error.code() != ErrorCode::NotFound && error.code() != ErrorCode::Permission)
            throw;
        findings.push_back({"database", subject, error.what()});
    }
}

void checkFiles(const fs::path& folder, Findings& findings) {
    if (!keyFilesSound(folder))
        findings.push_back({"keys", "keys", "the two copies of the key file are not both sound and alike"});
    for (const fs::path& path : listFolder(folder)) {
        const std::string name = path.filename().string();
        if (name.starts_with(std::string(kWalName) + ".aside-"))
            findings.push_back(
                {"database", name, "a log that was put aside; it may hold changes that are not in the case"});
    }
}

} // namespace

Findings CaseStore::verify(base::Progress* progress) {
    base::Progress unseen;
    base::Progress& shown = progress != nullptr ? *progress : unseen;
    Findings findings;
    const auto connection = connect();
    Database& database = *connection;

    guarded("finding", findings, [&] { findings = unseenFindings(database); });
    database.checkpoint(); // the check of the cipher reads the file, not the log
    checkFiles(state_->folder, findings);
    checkPragma(database, "PRAGMA cipher_integrity_check", kDatabaseName, findings);
    shown.throwIfCancelled();
    checkPragma(database, "PRAGMA integrity_check", kDatabaseName, findings);
    shown.throwIfCancelled();
    guarded("tables", findings, [&] { checkRows(database, state_->writeGate, findings); });
    guarded("time anchors", findings, [&] {
        for (auto& finding : brokenTimeAnchors(database)) findings.push_back(std::move(finding));
    });
    guarded("custody", findings, [&] { checkCustody(database, state_->anchor->end(), findings); });
    guarded("source", findings, [&] { checkRowsAgainstHistory(database, shown, findings); });
    guarded("original", findings, [&] { checkOriginals(database, *state_->vault, shown, findings); });
    return withoutTwins(findings);
}

} // namespace core::store
