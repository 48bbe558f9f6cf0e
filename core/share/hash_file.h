// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The SHA-256 of a file on the disk, as sha256sum prints it.

#include <filesystem>
#include <string>

namespace core::share {

std::string hashFile(const std::filesystem::path& file); // throws Error(NotFound, Permission, Io)

} // namespace core::share
