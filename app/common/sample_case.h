// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The invented case that shows the program: made from the exports and the description under assets/sample, by
// the same steps a person takes. Used by the welcome window and by `logbog-cli demo`.

#include "core/base/progress.h"
#include "core/import/importer.h"

#include <filesystem>
#include <memory>
#include <string>

namespace core::store {
class CaseStore;
}
namespace core::base {
class Clock;
}

namespace app {

// The sample's passphrase stands in its description and is shown to the user.
std::string samplePassphrase(const std::filesystem::path& assets);

struct SampleResult {
    std::unique_ptr<core::store::CaseStore> store;
    core::import::ImportReport report;
};

// Makes the case in `folder` (empty or not there). Throws core::base::Error.
SampleResult makeSampleCase(const std::filesystem::path& folder, const std::filesystem::path& assets,
                            const core::base::Clock& clock, core::base::Progress& progress);

} // namespace app
