// SPDX-License-Identifier: GPL-3.0-or-later
// What opens the case, changed while it is open: another passphrase, a recovery sheet. Only the wrappers of
// the data key are written anew. On any thread; the database is written through a connection of its own.
#include "core/base/error.h"
#include "core/store/attempts.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/json_text.h"
#include "core/store/key_file.h"

#include <sodium.h>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// The data key is not kept while a case is open: the secret has to be given once more.
SecretKey dataKeyOf(const std::string& bytes, std::string_view secret, const SecretKey& databaseKey,
                    FailedAttempts attempts, const base::Clock& clock) {
    try {
        OpenedKeyFile opened = openKeyFile(bytes, secret);
        const SecretKey derived = opened.dataKey.subkey(KeyPurpose::Database);
        if (sodium_memcmp(derived.data(), databaseKey.data(), SecretKey::kSize) != 0)
            throw Error(ErrorCode::Damaged, "the key file in the folder is that of another case");
        return std::move(opened.dataKey);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::WrongPassphrase) attempts.add(clock.nowMs());
        throw;
    }
}

} // namespace

void CaseStore::State::replaceKeys(const std::string& bytes, Database& connection, const char* action,
                                   const char* what) {
    WriteTransaction transaction(writeGate, connection);
    appendCustody(connection, clock, action, "case",
                  jsonObject({{"what", what}, {"generation", std::to_string(generationOf(bytes))}}));
    writeDurably(folder / "keys", bytes); // from here on it is done, whatever comes
    try {
        writeDurably(folder / "keys.bak", bytes);
        transaction.commit();
    } catch (const Error&) {
        // A full disk. To say "not done" would lock her out. The next opening repairs the copy, and its entry
        // in the history names the generation.
        return;
    }
}

void CaseStore::changePassphrase(std::string_view present, std::string_view next, KdfCost cost) {
    if (next.empty()) throw Error(ErrorCode::InvalidInput, "the passphrase is empty");
    const std::string bytes = newestKeyFile(state_->folder);
    const SecretKey dataKey =
        dataKeyOf(bytes, present, *state_->databaseKey, FailedAttempts(state_->folder), state_->clock);
    const std::string changed = withPassphrase(bytes, dataKey, next, cost);
    state_->replaceKeys(changed, *connect(), "passphrase", "changed");
    state_->openedWithRecovery = false;
}

void CaseStore::setRecovery(std::string_view passphrase, std::string_view code) {
    const std::string bytes = newestKeyFile(state_->folder);
    const SecretKey dataKey =
        dataKeyOf(bytes, passphrase, *state_->databaseKey, FailedAttempts(state_->folder), state_->clock);
    state_->replaceKeys(withRecovery(bytes, dataKey, code), *connect(), "recovery",
                        core::store::hasRecovery(bytes) ? "renewed" : "made");
}

void CaseStore::withdrawRecovery(std::string_view passphrase) {
    const std::string bytes = newestKeyFile(state_->folder);
    dataKeyOf(bytes, passphrase, *state_->databaseKey, FailedAttempts(state_->folder), state_->clock);
    if (!core::store::hasRecovery(bytes)) throw Error(ErrorCode::NotFound, "the case has no recovery sheet");
    state_->replaceKeys(withoutRecovery(bytes), *connect(), "recovery", "withdrawn");
}

bool CaseStore::hasRecovery() const { return core::store::hasRecovery(newestKeyFile(state_->folder)); }

bool CaseStore::openedWithRecovery() const { return state_->openedWithRecovery; }

// An older copy of the key file that was put back opens with an earlier passphrase; nothing else would tell.
void CaseStore::State::checkGeneration(std::uint32_t generation) {
    Statement row = database->prepare(
        "SELECT CASE WHEN json_valid(detail) THEN json_extract(detail, '$.generation') END FROM custody "
        "WHERE action IN ('open', 'passphrase', 'recovery') ORDER BY sequence DESC LIMIT 1");
    if (row.step() && row.integer(0) > generation)
        found("keys", "keys", "an older key file was put back: an earlier passphrase opens the case again");
}

} // namespace core::store
