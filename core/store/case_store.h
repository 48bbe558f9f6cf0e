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
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

class SecretKey;

// Argon2id cost, see kdf_cost.h. Tests use Fast; the file says which cost it was made with.
enum class KdfCost { Fast, Standard };

inline constexpr int kSchemaVersion = 2;

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

private:
    CaseStore();
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::store
