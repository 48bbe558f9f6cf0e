// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at when a case is opened: what lies beside the database before SQLite touches it, then the
// end of the history and the originals. Nothing whole is removed here, whatever is found.
#include "core/base/error.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/wal_check.h"

#include <algorithm>
#include <unordered_set>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::int64_t kQuickCustody = 200; // links checked at opening; verify checks all

// What reads a file of its own check; `damaged` is called where it fails it.
template <typename Read, typename Damaged>
auto readOr(Read read, Damaged damaged) -> decltype(read()) {
    try {
        return read();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
        damaged();
        return std::nullopt;
    }
}

// The files of removed sources, where the program ended before it came to that.
void removeLeftBehind(Database& database, Vault& vault) {
    Statement rows =
        database.prepare("SELECT object_id FROM original o WHERE EXISTS (SELECT 1 FROM source WHERE "
                         "original_id = o.id) AND NOT "
                         "EXISTS (SELECT 1 FROM source WHERE original_id = o.id AND removed_ms IS NULL)");
    while (rows.step()) vault.remove(rows.text(0));
}

} // namespace

void CaseStore::State::checkBeforeDatabase() {
    const fs::path wal = folder / kWalName;
    std::error_code error;
    if (fs::exists(folder / kRescueMarkName, error))
        found("database", kRescueMarkName,
              "the rescue that made this case was broken off: rescue the damaged case again, into another "
              "folder");
    const bool hasSeal = fs::exists(folder / "state", error);
    if (!hasSeal) found("database", "state", "the file that tells how the case was last closed is missing");
    const auto seal = readOr(
        [&] { return readSeal(folder, *marksKey); },
        [&] { found("database", "state", "the file that tells how the case was last closed is damaged"); });
    const auto end = readOr(
        [&] { return readAnchor(folder, *marksKey, seal && seal->isClosed); },
        [&] { found("database", "anchor", "the file that tells how far the history had come is damaged"); });
    const WalState walState = inspectWal(wal);
    const bool wasClosed = seal && seal->isClosed;
    if (wasClosed && walState != WalState::Empty) {
        renameFile(wal, freeAsideName(wal));
        syncFolder(folder);
        found("database", kWalName, "a log of changes appeared after the case was closed; it was put aside");
    } else if (walState == WalState::Suspect) {
        logCopy = freeAsideName(wal);
        copyDurably(wal, logCopy);
    }
    if (wasClosed && pageMarks(folder / kDatabaseName, *marksKey) != seal->digest)
        found("database", kDatabaseName, "the database is not as it was when the case was last closed");
    if (!wasClosed && isDatabaseOlder(folder, *databaseKey, *marksKey))
        found("database", kDatabaseName, "the database is older than its log of the last changes");
    if (seal) lastEnd = {seal->custodySequence, seal->custodyHash};
    if (end && end->sequence >= lastEnd.sequence) lastEnd = *end;
    hasAnchor = end.has_value();
}

void CaseStore::State::checkCustodyEnd(std::int64_t version) {
    std::error_code error;
    if (version > 1 && !hasAnchor && !fs::exists(folder / "anchor", error))
        found("database", "anchor", "the file that tells how far the history had come is missing");
    const std::int64_t last = database->integer("SELECT max(sequence) FROM custody");
    if (last == 0) found("custody", "", "the history of the case is empty");
    const auto broken = firstBrokenCustody(*database, std::max<std::int64_t>(1, last - kQuickCustody));
    if (last != 0 && broken)
        found("custody", std::to_string(*broken), "the entry does not fit the one before it");
    Statement row = database->prepare("SELECT hash FROM custody WHERE sequence = ?");
    const bool isWhole =
        lastEnd.sequence <= 0 || (row.with(lastEnd.sequence).step() && row.text(0) == lastEnd.hash);
    if (!isWhole)
        found("custody", std::to_string(lastEnd.sequence),
              "the history lacks entries that it had before: it had come to entry " +
                  std::to_string(lastEnd.sequence) + " with hash " + lastEnd.hash + ", and ends with entry " +
                  std::to_string(last));
    if (logCopy.empty()) return;
    // All that was told to be done is there: what cannot be read is a change that never came to its end.
    if (isWhole && hasAnchor)
        removeDurably(logCopy);
    else
        found("database", kWalName, "the log of the last changes is damaged; a copy of it was kept");
}

void CaseStore::State::checkObjects() {
    std::unordered_set<std::string> known;
    Statement rows = database->prepare("SELECT object_id FROM original");
    while (rows.step()) known.insert(rows.text(0));
    // Where anything was found, rows may be missing: then an original without a row may be all there is of
    // it.
    const bool isDoubtful =
        !findings.empty() || database->integer("SELECT count(*) FROM finding WHERE seen_ms IS NULL") > 0;
    if (!isDoubtful) removeLeftBehind(*database, *vault);
    vault->clearLeftovers([&](const std::string& id) { return known.contains(id); }, isDoubtful);
    for (const std::string& id : vault->objectIds())
        if (!known.contains(id)) found("orphan", id, "no source in the case points at this file");
}

// An import that was killed could not say so itself; said once, at the next opening.
void CaseStore::State::noteBrokenImports() {
    Statement rows = database->prepare(
        "SELECT 'source ' || id AS subject FROM source WHERE complete = 0 AND removed_ms IS NULL AND "
        "coalesce((SELECT action FROM custody WHERE custody.subject = 'source ' || source.id ORDER BY "
        "sequence DESC "
        "LIMIT 1), '') NOT IN ('import', 'import-broken-off')");
    std::vector<std::string> subjects;
    while (rows.step()) subjects.push_back(rows.text(0));
    if (subjects.empty()) return;
    Transaction transaction(*database); // one: of a killed import of a folder there are thousands
    for (const std::string& subject : subjects)
        appendCustody(*database, clock, "import-broken-off", subject, "{}");
    transaction.commit();
}

} // namespace core::store
