// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file that appears under its name only when it is whole: written beside it, flushed, then renamed.
// Not for reading.

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace core::pdf {

// Throws base::Error(NoSpace, Permission, NotFound, Io). Without commit() nothing stays on the disk.
class OutputFile {
public:
    explicit OutputFile(const std::filesystem::path& target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    const std::filesystem::path& temporary() const { return temporary_; }
    void flush();  // to the medium, and closes
    void commit(); // after flush(): takes the target's place

private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int fd_ = -1;
    std::uint64_t size_ = 0;
    bool committed_ = false;
};

} // namespace core::pdf
