// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files and folders of an export that have a name before they are whole. They carry a lock while somebody
// writes them, so that what a killed program left behind can be told from another's work and taken away.

#include <filesystem>
#include <string>

namespace core::pdf {

// One such file or folder beside its target; gone with this object unless release() was called.
class Unfinished {
public:
    // Makes it in `folder`, readable by the owner only. Throws base::Error(NoSpace, Permission, NotFound,
    // Io).
    enum class Kind { File, Folder };
    Unfinished(const std::filesystem::path& folder, Kind kind);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return path_; }
    int descriptor() const { return fd_; } // of the file, to be written; of the folder, for openat
    void release();                        // it has its own name now

    // Takes away what is being written in this process: for the end of the program. Any thread; a writer that
    // goes on afterwards fails.
    static void removeAll();
    // Takes away what a program that is gone left in `folder`. What is locked or another user's stays.
    static void clearStale(const std::filesystem::path& folder);

private:
    std::filesystem::path path_;
    int fd_ = -1;
};

} // namespace core::pdf
