// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files under what was dropped: folders walked in the order of their names; links, hidden files and the
// folders of cases are left out.

#include <filesystem>
#include <vector>

namespace core::import {

// What does not exist and a folder that cannot be read stay in the list, so that opening them gives the
// error.
std::vector<std::filesystem::path> filesUnder(const std::vector<std::filesystem::path>& paths);

} // namespace core::import
