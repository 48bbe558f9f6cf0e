// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes that can be read once, forward: a file, an original in the case, a piece of memory.
// Not seekable: every reader of a format works in bounded memory on a stream.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace core::base {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Up to `capacity` bytes; 0 only at the end. Throws Error(Io) where the medium fails.
    virtual std::size_t read(char* buffer, std::size_t capacity) = 0;
};

class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : rest_(bytes) {} // the bytes must outlive the source
    std::size_t read(char* buffer, std::size_t capacity) override;

private:
    std::string_view rest_;
};

class FileSource : public ByteSource {
public:
    explicit FileSource(const std::filesystem::path& path); // throws Error(NotFound, Permission, Io)
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    std::size_t read(char* buffer, std::size_t capacity) override;

private:
    std::string path_;
    int fd_;
};

// Everything up to `limit` bytes. Throws Error(Unsupported) where there is more.
std::string readAll(ByteSource& source, std::size_t limit);

} // namespace core::base
