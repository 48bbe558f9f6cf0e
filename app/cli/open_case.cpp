// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/open_case.h"

#include "core/base/error.h"

#include <fstream>
#include <iostream>

namespace app::cli {

const core::base::Clock& systemClock() {
    static const core::base::Clock clock;
    return clock;
}

std::string readPassphrase(const Arguments& arguments) {
    const std::string file = arguments.value("passphrase-file");
    if (file.empty()) throw UsageError("--passphrase-file FILE is needed (- reads standard input)");
    std::string line;
    if (file == "-") {
        std::getline(std::cin, line);
    } else {
        std::ifstream in(file);
        if (!in)
            throw core::base::Error(core::base::ErrorCode::NotFound, "the passphrase file cannot be read",
                                    file);
        std::getline(in, line);
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

std::unique_ptr<core::store::CaseStore> openCase(const Arguments& arguments) {
    const std::string& folder = arguments.at(0, "CASE");
    auto store = core::store::CaseStore::open(folder, readPassphrase(arguments), systemClock());
    for (const auto& finding : store->openingFindings())
        std::cerr << "logbog-cli: found when the case was opened: " << finding.what << " " << finding.subject
                  << ": " << finding.detail << "\n";
    return store;
}

} // namespace app::cli
