// SPDX-License-Identifier: GPL-3.0-or-later
// Imports files into a new case and prints "name CPU-seconds wall-seconds" or "name number" a line; run.py
// makes the table. Not a test: it judges nothing.
//
//   import-bench CASE PATH...
//
// The key derivation is the quick one of the tests, so that neither its time nor its memory stands in the
// figures. "sealed" is what keeping the originals alone costs: read, hashed, encrypted and written, once,
// into a folder beside.
#include "core/import/file_walk.h"
#include "core/import/importer.h"
#include "core/store/case_store.h"
#include "tests/bench/watch.h"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using core::store::CaseStore;

// The highest memory of the process since the last call of forgetPeak, MiB.
void forgetPeak() { std::ofstream("/proc/self/clear_refs") << '5'; }

double statusMiB(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field)) return std::stod(line.substr(field.size())) / 1024;
    return 0;
}

void sealAlone(CaseStore& store, const fs::path& folder, const std::vector<fs::path>& files) {
    core::store::Vault vault(folder, store.vault());
    core::base::Progress progress;
    bench::timed("sealed", [&] {
        for (const fs::path& file : files) {
            core::base::FileSource source(file);
            vault.store(source, progress);
        }
    });
}

void importAll(CaseStore& store, const std::vector<fs::path>& paths) {
    core::import::ImportOptions options;
    options.zone = "Europe/Copenhagen";
    core::base::Progress progress;
    forgetPeak();
    const double before = statusMiB("VmRSS:");
    bench::Watch watch;
    watch.go();
    const auto report = core::import::importFiles(store, paths, options, progress);
    watch.stop();
    bench::say("import", watch);
    int items = 0;
    for (const auto& file : report.files) items += file.items;
    std::cout << "items " << items << "\npeak " << statusMiB("VmHWM:") << "\nbefore " << before << std::endl;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const std::vector<fs::path> paths(arguments + 2, arguments + count);
    try {
        const core::base::Clock clock;
        const fs::path folder = arguments[1];
        const auto store = CaseStore::create(folder, "en lang sætning til målingen", "", "Europe/Copenhagen",
                                             core::store::KdfCost::Fast, clock);
        std::vector<fs::path> files;
        for (const auto& file : core::import::filesUnder(paths).files) files.push_back(file.path);
        sealAlone(*store, folder.string() + "-sealed", files);
        importAll(*store, paths);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
