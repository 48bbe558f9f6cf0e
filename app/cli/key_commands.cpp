// SPDX-License-Identifier: GPL-3.0-or-later
// passphrase, recovery: what opens a case.
#include "app/cli/commands.h"
#include "app/cli/open_case.h"
#include "app/common/app_paths.h"
#include "app/common/recovery_sheet.h"
#include "core/base/error.h"
#include "core/store/recovery_code.h"

#include <iostream>

namespace app::cli {

namespace {

using core::base::Error;
using core::base::ErrorCode;
using core::store::CaseStore;
using core::store::RecoveryEntry;

core::base::SecretText readCode(const Arguments& arguments) {
    core::base::SecretText code = readSecret(arguments, "recovery-file");
    const RecoveryEntry entry = core::store::readRecoveryCode(code.view());
    if (entry.state == RecoveryEntry::State::NoCode)
        throw Error(ErrorCode::InvalidInput, "this is no recovery code: it has eight groups of six digits");
    if (entry.state == RecoveryEntry::State::WrongGroup)
        throw Error(ErrorCode::InvalidInput,
                    "group " + std::to_string(entry.group) + " of the recovery code is not right");
    return code;
}

} // namespace

int runPassphrase(const Arguments& arguments) {
    const std::string& folder = arguments.at(0, "CASE");
    const core::base::SecretText present =
        arguments.has("recovery-file") ? readCode(arguments) : readPassphrase(arguments);
    const core::base::SecretText next = readSecret(arguments, "new-passphrase-file");
    if (next.empty()) throw Error(ErrorCode::InvalidInput, "the new passphrase is empty");
    warnIfWeak(next.view());
    const auto store = CaseStore::open(folder, present.view(), systemClock());
    store->changePassphrase(present.view(), next.view(), core::store::KdfCost::Standard);
    std::cerr
        << "the passphrase has been changed; copies of the case made before still open with the old one\n";
    return 0;
}

int runRecovery(const Arguments& arguments) {
    const std::string& folder = arguments.at(0, "CASE");
    const bool withdraws = arguments.has("withdraw");
    const std::string out = arguments.value("out");
    if (withdraws != out.empty()) throw UsageError("either --out SHEET.pdf or --withdraw is needed");
    const core::base::SecretText passphrase = readPassphrase(arguments);
    const auto store = openCase(folder, passphrase.view());
    if (withdraws) {
        store->withdrawRecovery(passphrase.view());
        std::cerr
            << "the recovery sheet has been withdrawn; copies of the case made before still open with it\n";
        return 0;
    }
    // The page first: where it cannot be written, an earlier one must stay good.
    const core::base::SecretText code = core::store::makeRecoveryCode();
    if (std::filesystem::exists(out))
        throw Error(ErrorCode::Exists, "there is a file of that name already", out);
    writeRecoverySheet({store->label(), store->zone(), store->clock().nowMs()}, code.view(), localeFolder(),
                       out);
    try {
        store->setRecovery(passphrase.view(), code.view());
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(out, ignored);
        throw;
    }
    std::cerr << "the recovery sheet is in " << out
              << ": print it, then delete the file; an earlier sheet no "
              << "longer opens the case\n";
    return 0;
}

} // namespace app::cli
