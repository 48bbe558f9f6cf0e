// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opening a case for a subcommand: the passphrase from --passphrase-file, first line, "-" for standard input.

#include "app/cli/arguments.h"
#include "core/base/clock.h"
#include "core/base/secret_text.h"
#include "core/store/case_store.h"

#include <memory>
#include <string>

namespace app::cli {

const core::base::Clock& systemClock();

// The first line of the file that the option names, and no more of it: two options may both read standard
// input. Throws UsageError without the option, Error for the file.
core::base::SecretText readSecret(const Arguments& arguments, const std::string& option);
inline core::base::SecretText readPassphrase(const Arguments& arguments) {
    return readSecret(arguments, "passphrase-file");
}

// Says on standard error where a new passphrase is easy to guess. It may be used all the same.
void warnIfWeak(std::string_view passphrase);

// Not with the code of a recovery sheet: that is for `passphrase`. Where a damaged case cannot be opened, the
// error says what can be done.
std::unique_ptr<core::store::CaseStore> openCase(const std::string& folder, std::string_view passphrase);
// The first positional word, with --passphrase-file.
std::unique_ptr<core::store::CaseStore> openCase(const Arguments& arguments);

void tellOpeningFindings(const core::store::CaseStore& store); // on standard error

} // namespace app::cli
