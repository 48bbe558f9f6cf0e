// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One case folder: key file, database, originals, custody chain; created, opened, locked against a second
// program. Not the rows' meaning: queries are in core/query, changes in core/edit and core/import.

#include "core/base/clock.h"
#include "core/store/custody_log.h"
#include "core/store/database.h"
#include "core/store/vault.h"
#include "core/store/write_gate.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

class SecretKey;

// Argon2id cost, see kdf_cost.h. Tests use Fast; the file says which cost it was made with.
enum class KdfCost { Fast, Standard };

inline constexpr int kSchemaVersion = 5;

class CaseStore {
public:
    // Makes the folder (it may exist if it is empty): keys, keys.bak, case.logbog, objects/, LAESMIG.txt.
    // Throws Error: Exists, Permission, NoSpace, InvalidInput (empty passphrase).
    static std::unique_ptr<CaseStore> create(const std::filesystem::path& folder, std::string_view passphrase,
                                             const std::string& label, const std::string& zone, KdfCost cost,
                                             const base::Clock& clock);
    // Throws Error: NotFound, WrongPassphrase, Damaged, NewerVersion, InUse.
    static std::unique_ptr<CaseStore> open(const std::filesystem::path& folder, std::string_view passphrase,
                                           const base::Clock& clock);
    ~CaseStore();

    // Of case_keys.cpp, on any thread. `present` and `passphrase` are asked for again, since the key that is
    // wrapped is not kept; `present` may be the code of the recovery sheet. Copies of the case that were made
    // before still open with the old passphrase. Throws Error: WrongPassphrase, InvalidInput, NoSpace, ...
    void changePassphrase(std::string_view present, std::string_view next, KdfCost cost);
    // From here on this code (recovery_code.h) opens the case, and no earlier one does.
    void setRecovery(std::string_view passphrase, std::string_view code);
    void withdrawRecovery(std::string_view passphrase); // Error(NotFound) where there is none
    bool hasRecovery() const;
    // It was opened with the code of the recovery sheet: whoever opened it must ask for a new passphrase.
    bool openedWithRecovery() const;

    const std::filesystem::path& folder() const;
    Database& database(); // of the thread that opened the case
    // A connection of its own for another thread (same key, same rules).
    std::unique_ptr<Database> connect() const;
    Vault& vault();
    WriteGate& writeGate(); // of all connections of this case; from any thread
    const base::Clock& clock() const;

    std::string setting(const std::string& key) const; // of table setting; empty if absent
    void setSetting(const std::string& key, const std::string& value);
    std::string zone() const;  // the case's time zone, IANA
    std::string label() const; // the neutral name of the case

    // Sentences of what is wrong, in English, for `verify`; empty where all is sound.
    struct Finding {
        std::string what;    // "original", "custody", "database", "foreign-key", "orphan", "keys", "search"
        std::string subject; // file or row
        std::string detail;
    };
    // Reads everything, on a connection of its own, so on any thread. Counts the bytes of the originals in
    // `progress` and obeys its cancellation (Error(Cancelled)).
    std::vector<Finding> verify(base::Progress* progress = nullptr);
    // What this opening or an earlier one found to be wrong and nobody has said to have seen; the case was
    // opened all the same and nothing was removed from it.
    const std::vector<Finding>& openingFindings() const;
    void markFindingsSeen(); // an entry in the history; on the thread that opened the case

    // Of case_copying.cpp, on any thread, while others read, edit and import.
    enum class CopyPlace {
        New,        // nothing there, or an empty folder
        Earlier,    // an earlier copy of this case
        InsideCase, // or the other way round
        OtherCase,
        NotEmpty, // a folder with something else in it, or a file
        NotThere, // there is no folder to make it in
    };
    CopyPlace copyPlace(const std::filesystem::path& target) const;
    struct CopyResult {
        std::size_t originals = 0, copied = 0; // all in the copy; those that were not there before
        std::uint64_t bytes = 0;               // of all originals
        std::int64_t entries = 0;              // of the history
        std::string head;                      // hash of its last entry
        // What is damaged in this case and so in the copy, which could not be made any better.
        std::vector<Finding> faults;
    };
    // A case of its own at `target`, opened with the same passphrase, that holds all that was committed
    // before the call; read back and checked before it has that name. An earlier copy there is brought up to
    // date and stays whole until the new one is. Counts bytes copied and checked in `progress`. Throws Error:
    // Exists (another case, a folder that is not empty, a copy in which something was changed since),
    // InvalidInput (inside the case), NotFound, InUse, NoSpace, Permission, Io, Damaged (the copy is not what
    // was written), Cancelled.
    CopyResult saveCopy(const std::filesystem::path& target, base::Progress& progress);
    // The last copy, and after how many days she wants to be reminded; on the thread that opened the case.
    std::optional<std::int64_t> lastCopyMs() const;
    int copyReminderDays() const; // 0: never
    void setCopyReminderDays(int days);
    bool isCopyDue() const; // a case that was never copied is so old as itself

private:
    CaseStore();
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::store
