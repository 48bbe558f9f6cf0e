// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opening a case for a subcommand: the passphrase from --passphrase-file, first line, "-" for standard input.

#include "app/cli/arguments.h"
#include "core/base/clock.h"
#include "core/store/case_store.h"

#include <memory>
#include <string>

namespace app::cli {

const core::base::Clock& systemClock();

std::string
readPassphrase(const Arguments& arguments); // throws UsageError without the option, Error for the file

std::unique_ptr<core::store::CaseStore> openCase(const Arguments& arguments); // the first positional word

} // namespace app::cli
