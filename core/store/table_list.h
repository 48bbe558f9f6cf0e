// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages on which SQLite keeps the list of tables: where one of them is damaged, not a single row can be
// read. In every case of the same version they are alike and lie at the same place, so a new, empty database
// under the same key can lend them. Inside core/store only.

#include "core/store/secret_key.h"

#include <filesystem>

namespace core::store {

// `copy` is a copy of a damaged database, alone in a private folder, and is changed: those of its pages that
// fail their check and belong to the list of tables are put in anew. False where that was not possible, or
// the history does not begin as a history does with the tables put in.
bool borrowTableList(const std::filesystem::path& copy, const SecretKey& key);

} // namespace core::store
