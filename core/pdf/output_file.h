// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file that appears under its name only when it is whole. Until then it has no name at all where the file
// system can do that, so that nothing of it is left when the program is killed; elsewhere it stands beside
// its target as Unfinished. Or one in memory that never gets a name.

#include "core/pdf/unfinished.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace core::pdf {

// Throws base::Error(NoSpace, Permission, NotFound, Io). Without commit() nothing stays on the disk.
class OutputFile {
public:
    explicit OutputFile(const std::filesystem::path& target);
    static OutputFile inMemory(); // for reading only: it cannot be committed
    ~OutputFile();
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;

    void write(std::string_view bytes);
    std::uint64_t size() const { return size_; } // of what write() got
    int descriptor() const { return fd_; }       // open until the end of this object
    std::filesystem::path readable() const;      // what was written, while this object lives
    void flush();                                // to the medium

    enum class Present { Replace, Refuse }; // a file that has the target's name
    // After flush(): takes the target's name. Throws base::Error(Exists) where it may not.
    void commit(Present present = Present::Replace);

private:
    OutputFile() = default;
    void link(Present present);
    void rename(const std::filesystem::path& from, Present present);

    std::filesystem::path target_;
    std::unique_ptr<Unfinished> named_; // where the file system has no files without a name
    int fd_ = -1;
    std::uint64_t size_ = 0;
};

} // namespace core::pdf
