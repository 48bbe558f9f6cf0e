// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStore::verify: everything there is, read and compared.
#include "core/base/error.h"
#include "core/store/case_checks.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/finding_log.h"
#include "core/store/key_file.h"
#include "core/store/search.h"
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

// An object gets its place after its row is committed: where the places are listed first, what is without a
// row then is without one, beside a running import too.
void checkOriginals(Database& database, const Vault& vault, base::Progress& progress, Findings& findings) {
    const std::vector<std::string> onDisk = vault.objectIds();
    const std::vector<OriginalRow> rows = keptOriginals(database);
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

void checkRows(Database& database, Findings& findings) {
    checkForeignKeys(database, findings);
    checkPeople(database, findings);
    bool fits = false;
    try {
        fits = fitsTexts(database);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
    }
    if (!fits) findings.push_back({"search", "search", "the search index does not fit the items"});
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
    guarded("tables", findings, [&] { checkRows(database, findings); });
    guarded("time anchors", findings, [&] {
        for (auto& finding : brokenTimeAnchors(database)) findings.push_back(std::move(finding));
    });
    guarded("custody", findings, [&] { checkCustody(database, state_->anchor->end(), findings); });
    guarded("source", findings, [&] { checkRowsAgainstHistory(database, shown, findings); });
    guarded("original", findings, [&] { checkOriginals(database, *state_->vault, shown, findings); });
    return withoutTwins(findings);
}

} // namespace core::store
