// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_walk.h"

#include <algorithm>

namespace core::import {

namespace fs = std::filesystem;

namespace {

void walk(const fs::path& folder, std::vector<fs::path>& out) {
    std::error_code error;
    // A case among her documents is no material, and its own files are sealed.
    if (fs::exists(folder / "case.logbog", error)) return;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        entries.push_back(*it);
    if (error) out.push_back(folder); // opening it gives the error, so that it is not passed over in silence
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
        if (entry.path().filename().string().starts_with(".") || entry.is_symlink(error)) continue;
        if (entry.is_directory(error)) walk(entry.path(), out);
        if (entry.is_regular_file(error)) out.push_back(entry.path());
    }
}

} // namespace

std::vector<fs::path> filesUnder(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error))
            walk(path, files);
        else
            files.push_back(path);
    }
    return files;
}

} // namespace core::import
