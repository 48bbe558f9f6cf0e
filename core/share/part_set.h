// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The names of the parts of one export, and how they all get them. No part ever takes the place of another
// file: a set of parts stays whole whatever becomes of a later one, even where the program is killed between
// two names.

#include "core/base/catalog.h"
#include "core/pdf/output_file.h"

#include <filesystem>
#include <vector>

namespace core::share {

// `target` alone for one file, which may be there already. Else "Log Part 1 of 3.pdf" and so on beside it, or
// "Log (2) Part 1 of 3.pdf" where one of these names is taken.
std::vector<std::filesystem::path> partPaths(const std::filesystem::path& target,
                                             const base::Catalog& catalog, int count);

// All or none; `files` were made for these paths. Throws what OutputFile::commit throws, Exists where
// somebody else has taken a part's name meanwhile.
void commitParts(const std::vector<pdf::OutputFile*>& files, const std::vector<std::filesystem::path>& paths);

} // namespace core::share
