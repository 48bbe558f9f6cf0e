// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_source.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::base {

std::size_t MemorySource::read(char* buffer, std::size_t capacity) {
    const std::size_t n = std::min(capacity, bytes_.size() - at_);
    if (n > 0) std::memcpy(buffer, bytes_.data() + at_, n);
    at_ += n;
    return n;
}

void MemorySource::seek(std::uint64_t offset) {
    at_ = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
}

FileSource::FileSource(const std::filesystem::path& path)
    : path_(path.string()), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) throwErrno("cannot open file", path_);
}

FileSource::~FileSource() { ::close(fd_); }

std::size_t FileSource::read(char* buffer, std::size_t capacity) {
    for (;;) {
        const ssize_t n = ::read(fd_, buffer, capacity);
        if (n >= 0) return static_cast<std::size_t>(n);
        if (errno != EINTR) throwErrno("cannot read file", path_);
    }
}

std::uint64_t FileSource::size() const {
    struct stat info {};
    if (::fstat(fd_, &info) != 0) throwErrno("cannot read file", path_);
    return static_cast<std::uint64_t>(info.st_size);
}

void FileSource::seek(std::uint64_t offset) {
    if (::lseek(fd_, static_cast<off_t>(offset), SEEK_SET) < 0) throwErrno("cannot read file", path_);
}

std::string readHead(ByteSource& source, std::size_t most) {
    std::string head(most, '\0');
    std::size_t used = 0;
    for (std::size_t n = 1; n > 0 && used < most; used += n) n = source.read(head.data() + used, most - used);
    head.resize(used);
    return head;
}

std::string readAll(ByteSource& source, std::size_t limit) {
    std::string bytes;
    std::size_t used = 0;
    for (;;) {
        if (bytes.size() - used < 65536) bytes.resize(std::max<std::size_t>(bytes.size() * 2, 262144));
        const std::size_t n = source.read(bytes.data() + used, bytes.size() - used);
        if (n == 0) break;
        used += n;
        if (used > limit)
            throw Error(ErrorCode::Unsupported, "more bytes than the limit for reading at once");
    }
    bytes.resize(used);
    return bytes;
}

} // namespace core::base
