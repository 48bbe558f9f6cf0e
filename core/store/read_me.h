// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LAESMIG.txt: what a person who finds the folder needs to know so as not to break it, and nothing of what it
// is about.

#include <filesystem>

namespace core::store {

void writeReadMe(const std::filesystem::path& folder);

} // namespace core::store
