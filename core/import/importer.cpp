// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/import/file_walk.h"
#include "core/import/import_run.h"
#include "core/import/probe_file.h"

namespace core::import {

std::string zoneOf(const ImportOptions& options, const std::filesystem::path& file) {
    return options.answers.zone(file).value_or(options.zone);
}

format::DateOrder dateOrderOf(const ImportOptions& options, const std::filesystem::path& file) {
    return options.answers.dateOrder(file).value_or(options.dateOrder);
}

ImportReport importFiles(store::CaseStore& store, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options, base::Progress& progress) {
    ImportReport report;
    report.begunMs = store.clock().nowMs();
    ImportRun run(store, options, progress, report);
    FileWalk walk = filesUnder(paths);
    report.passedOver = std::move(walk.passedOver);
    progress.setTotal(2 * totalBytes(walk.files)); // kept, then read
    const auto finish = [&] {
        report.endedMs = store.clock().nowMs();
        run.finish();
    };
    try {
        run.importAll(walk.files);
    } catch (...) {
        try {
            finish(); // what came in before is in the case, so its report is too
        } catch (const base::Error&) {
            // the case itself fails; what is thrown first says why
        }
        throw;
    }
    finish();
    return report;
}

} // namespace core::import
