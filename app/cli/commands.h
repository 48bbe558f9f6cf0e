// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The subcommands of logbog-cli: one function each, 0 on success, 1 where it found something wrong.
// Results go to standard output, messages to standard error.

#include "app/cli/arguments.h"

#include <string>
#include <vector>

namespace app::cli {

struct Command {
    const char* name;
    const char* usage;   // what follows the name
    const char* summary; // one line
    int (*run)(const Arguments&);
    std::vector<std::string> flags, values, lists; // its options, beside --passphrase-file
    bool takesMany = false;                        // any number of words without an option
};

int runCreate(const Arguments& arguments);
int runImport(const Arguments& arguments);
int runMap(const Arguments& arguments);
int runItems(const Arguments& arguments);
int runSources(const Arguments& arguments);
int runParties(const Arguments& arguments);
int runEpisodes(const Arguments& arguments);
int runIncidents(const Arguments& arguments);
int runMilestones(const Arguments& arguments);
int runBackground(const Arguments& arguments);
int runProtect(const Arguments& arguments);
int runReport(const Arguments& arguments);
int runLog(const Arguments& arguments);
int runShare(const Arguments& arguments);
int runFindings(const Arguments& arguments);
int runVerify(const Arguments& arguments);
int runCopy(const Arguments& arguments);
int runRescue(const Arguments& arguments);
int runPassphrase(const Arguments& arguments);
int runRecovery(const Arguments& arguments);
int runHistory(const Arguments& arguments);
int runAnchor(const Arguments& arguments);
int runDemo(const Arguments& arguments);

} // namespace app::cli
