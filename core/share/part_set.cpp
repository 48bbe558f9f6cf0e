// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/part_set.h"

#include <algorithm>
#include <string>

#include <unistd.h>

namespace core::share {

namespace fs = std::filesystem;

namespace {

bool isTaken(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

} // namespace

std::vector<fs::path> partPaths(const fs::path& target, const base::Catalog& catalog, int count) {
    if (count == 1) return {target};
    for (int set = 1;; ++set) {
        std::string stem = target.stem().string();
        if (set > 1) stem += " (" + std::to_string(set) + ")";
        std::vector<fs::path> paths;
        for (int number = 1; number <= count; ++number) {
            const std::string words =
                base::fill(catalog.tr("Part %1 of %2"), {std::to_string(number), std::to_string(count)});
            std::string name = stem;
            name += " " + words + target.extension().string();
            paths.push_back(target.parent_path() / name);
        }
        if (std::none_of(paths.begin(), paths.end(), isTaken)) return paths;
    }
}

void commitParts(const std::vector<pdf::OutputFile*>& files, const std::vector<fs::path>& paths) {
    if (files.size() == 1) return files.front()->commit();
    for (std::size_t i = 0; i < files.size(); ++i) {
        try {
            files[i]->commit(pdf::OutputFile::Present::Refuse);
        } catch (...) {
            for (std::size_t made = 0; made < i; ++made) ::unlink(paths[made].c_str());
            throw;
        }
    }
}

} // namespace core::share
