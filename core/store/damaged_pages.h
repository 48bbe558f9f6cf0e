// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which pages of an encrypted database fail their check, and the salt in front of them, without which all of
// them do. Inside core/store only.

#include "core/store/secret_key.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

namespace core::store {

// Page numbers, from 1. Throws Error.
std::set<std::uint64_t> damagedPages(const std::filesystem::path& file, const SecretKey& key);

// Puts the salt into `copy`, and keeps it there where more pages can then be read; says whether. Throws
// Error(NoSpace, Io).
bool mendSalt(const std::filesystem::path& copy, const SecretKey& key, const std::string& salt);

} // namespace core::store
