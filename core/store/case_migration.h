// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The database of an older version brought to this one: on a copy, which takes the place of the old file only
// after it was checked. The old file stays as case.logbog.v1 (by its version) until the case was closed in
// the ordinary way. Not the steps themselves: schema.h.

#include "core/store/database.h"

#include <filesystem>

namespace core::store {

// A database that was about to change places when the program ended is put back.
void finishExchange(const std::filesystem::path& folder);
// `database` is the open database of the folder, of this version or an older one; in that case it is another
// object afterwards. Throws Error: Damaged (the copy does not hold what the old one held; nothing was
// changed), NoSpace, Io.
void migrateOnCopy(const std::filesystem::path& folder, const SecretKey& key,
                   std::unique_ptr<Database>& database);
void removeOldVersions(const std::filesystem::path& folder) noexcept; // after an ordinary closing

} // namespace core::store
