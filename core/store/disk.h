// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files that are on the disk when the call returns: temp file, sync, rename, sync of the folder.
// Not for ordinary reading of what the user picks: core/base/byte_source.h.

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

// A file under a temporary name that gets its real one in commit(), or vanishes.
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path temporary); // readable by the owner only
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes);
    int descriptor() const { return fd_; }
    void commit(const std::filesystem::path& target); // replaces what is there

private:
    std::filesystem::path temporary_;
    int fd_;
};

// Reading at any place of a file that does not change meanwhile.
class InputFile {
public:
    explicit InputFile(const std::filesystem::path& file); // throws Error(NotFound, Permission, Io)
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    std::uint64_t size() const;
    // As many bytes as the file has from there, at most `count`.
    std::size_t readAt(std::uint64_t offset, char* buffer, std::size_t count) const;
    int descriptor() const { return fd_; }

private:
    std::string path_;
    int fd_;
};

void writeDurably(const std::filesystem::path& file, std::string_view bytes);
std::string readWhole(const std::filesystem::path& file,
                      std::size_t limit); // Error(Damaged) beyond the limit
void copyDurably(const std::filesystem::path& from, const std::filesystem::path& to);
// From the beginning of both; by the file system itself where it can. Counts bytes, obeys the cancellation.
void copyContents(const InputFile& in, OutputFile& out, base::Progress& progress);
// What is read of the file next comes from the disk, as far as the system lets go of it.
void dropFromMemory(const std::filesystem::path& file) noexcept;
// The paths of all that is in a folder, in no order. Throws Error(NotFound, Permission, Io).
std::vector<std::filesystem::path> listFolder(const std::filesystem::path& folder);
void renameFile(const std::filesystem::path& from, const std::filesystem::path& to); // not synced
void syncFolder(const std::filesystem::path& folder);
// Makes the folder, for the owner only, and its entry in the parent durable. No error where it is there.
void makeFolder(const std::filesystem::path& folder);
bool removeDurably(const std::filesystem::path& file); // false where there was none

} // namespace core::store
