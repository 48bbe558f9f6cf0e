// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample files of others that stand beside the project, if they do (LOGBOG_CORPUS). Never part of the
// project.

#include <filesystem>
#include <vector>

namespace tests {

// All files under the folder of the corpus, sorted. Skips the test (Catch2 SKIP) where there is no corpus.
std::vector<std::filesystem::path> corpusFiles(const char* folder);

} // namespace tests
