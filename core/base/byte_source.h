// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes that can be read once, forward: a file, an original in the case, a piece of memory.
// Nearly every reader of a format works in bounded memory on a stream; see SeekableSource for the others.

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

// One that can be read at any place: for the few formats whose table of contents is not at the front.
class SeekableSource : public ByteSource {
public:
    virtual std::uint64_t size() const = 0;
    virtual void seek(std::uint64_t offset) = 0; // beyond the end: the next read gives 0
};

class MemorySource : public SeekableSource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {} // the bytes must outlive the source
    std::size_t read(char* buffer, std::size_t capacity) override;
    std::uint64_t size() const override { return bytes_.size(); }
    void seek(std::uint64_t offset) override;

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

class FileSource : public SeekableSource {
public:
    explicit FileSource(const std::filesystem::path& path); // throws Error(NotFound, Permission, Io)
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    std::size_t read(char* buffer, std::size_t capacity) override;
    std::uint64_t size() const override; // as it is now
    void seek(std::uint64_t offset) override;

private:
    std::string path_;
    int fd_;
};

// The first bytes, fewer than `most` only where the source ends.
std::string readHead(ByteSource& source, std::size_t most);

// Everything up to `limit` bytes. Throws Error(Unsupported) where there is more.
std::string readAll(ByteSource& source, std::size_t limit);

} // namespace core::base
