// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample files of others that stand beside the project, if they do (LOGBOG_CORPUS). Never part of the
// project.

#include <filesystem>
#include <vector>

namespace tests {

// Both skip the test (Catch2 SKIP) where there is no corpus.
std::filesystem::path corpusRoot();
// All files under the folder of the corpus, sorted.
std::vector<std::filesystem::path> corpusFiles(const char* folder);

} // namespace tests
