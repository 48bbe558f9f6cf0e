// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Holds a case folder for one program at a time. Not a guard between threads of one program.

#include <filesystem>
#include <string>

namespace core::store {

class FolderLock {
public:
    // Throws Error(InUse) where another program (or another opening in this one) holds it. The system lets
    // go of it when the program ends, in whatever way.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    void lockFolder(const std::filesystem::path& folder);
    bool lockFile(const std::filesystem::path& folder);
    void close();

    int folder_ = -1, file_ = -1;
};

std::string hostName(); // empty where the system does not say

} // namespace core::store
