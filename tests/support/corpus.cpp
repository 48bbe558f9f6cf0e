// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

namespace tests {

std::filesystem::path corpusRoot() {
    const char* root = std::getenv("LOGBOG_CORPUS");
    if (root == nullptr || *root == '\0') SKIP("LOGBOG_CORPUS is not set");
    return root;
}

std::vector<std::filesystem::path> corpusFiles(const char* folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpusRoot() / folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace tests
