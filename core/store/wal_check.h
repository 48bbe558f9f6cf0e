// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Looks at the write-ahead log before SQLite does. SQLite takes a log whose header is damaged for an empty
// one and deletes it, and stops without a word at the first frame that does not add up: committed changes
// behind it would be gone and nobody would know. Reads only; the pages in it stay encrypted.

#include <filesystem>

namespace core::store {

enum class WalState {
    Empty,   // none, or nothing in it
    Sound,   // all that can be committed can be read; a torn end is no damage
    Suspect, // may hold commits that cannot be read
};

WalState inspectWal(const std::filesystem::path& file);

// Name for a copy of the log that is kept, free until now.
std::filesystem::path freeAsideName(const std::filesystem::path& wal);

} // namespace core::store
