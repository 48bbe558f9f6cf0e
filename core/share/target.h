// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where an export may be written: never into the folder of the case. Not the writing itself.

#include <filesystem>

namespace core::share {

// The same path without a slash at its end. Throws Error(InvalidInput) for a place inside the case's folder:
// what lies there is sealed, and an export could take the place of the case's own files.
std::filesystem::path exportTarget(const std::filesystem::path& out, const std::filesystem::path& caseFolder);

} // namespace core::share
