// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/disk.h"

#include "core/base/error.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::store {

namespace fs = std::filesystem;
using base::throwErrno;

OutputFile::OutputFile(fs::path temporary)
    : temporary_(std::move(temporary)),
      fd_(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (fd_ < 0) throwErrno("cannot make a file", temporary_.string());
}

OutputFile::~OutputFile() {
    if (fd_ < 0) return;
    ::close(fd_);
    ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throwErrno("cannot write", temporary_.string());
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

void OutputFile::commit(const fs::path& target) {
    if (::fsync(fd_) != 0) throwErrno("cannot write to the disk", temporary_.string());
    if (::rename(temporary_.c_str(), target.c_str()) != 0) throwErrno("cannot name a file", target.string());
    ::close(fd_);
    fd_ = -1;
    syncFolder(target.parent_path());
}

InputFile::InputFile(const fs::path& file)
    : path_(file.string()), fd_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) throwErrno("cannot read a file", path_);
}

InputFile::~InputFile() { ::close(fd_); }

std::uint64_t InputFile::size() const {
    struct stat status {};
    if (::fstat(fd_, &status) != 0) throwErrno("cannot read a file", path_);
    return static_cast<std::uint64_t>(status.st_size);
}

std::size_t InputFile::readAt(std::uint64_t offset, char* buffer, std::size_t count) const {
    std::size_t done = 0;
    while (done < count) {
        const ssize_t n = ::pread(fd_, buffer + done, count - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throwErrno("cannot read a file", path_);
        if (n == 0) break;
        done += static_cast<std::size_t>(n);
    }
    return done;
}

void writeDurably(const fs::path& file, std::string_view bytes) {
    fs::path temporary = file;
    temporary += ".new";
    ::unlink(temporary.c_str()); // of a write that was cut off
    OutputFile out(temporary);
    out.write(bytes);
    out.commit(file);
}

std::string readWhole(const fs::path& file, std::size_t limit) {
    const InputFile in(file);
    std::string bytes(limit + 1, '\0');
    bytes.resize(in.readAt(0, bytes.data(), bytes.size()));
    if (bytes.size() > limit)
        throw base::Error(base::ErrorCode::Damaged, "the file is too large", file.string());
    return bytes;
}

void copyDurably(const fs::path& from, const fs::path& to) {
    const InputFile in(from);
    fs::path temporary = to;
    temporary += ".new";
    ::unlink(temporary.c_str()); // of a copy that was cut off
    OutputFile out(temporary);
    base::Progress unseen;
    copyContents(in, out, unseen);
    out.commit(to);
}

void copyContents(const InputFile& in, OutputFile& out, base::Progress& progress) {
    constexpr std::size_t kBlock = 1U << 20U;
    const std::uint64_t size = in.size();
    progress.throwIfCancelled();
    if (::ioctl(out.descriptor(), FICLONE, in.descriptor()) == 0) return progress.add(size);
    std::uint64_t at = 0;
    while (at < size) {
        auto from = static_cast<off_t>(at);
        const ssize_t n = ::copy_file_range(in.descriptor(), &from, out.descriptor(), nullptr, kBlock, 0);
        if (n <= 0) break; // not between these two, or an error that the plain way will name
        at += static_cast<std::uint64_t>(n);
        progress.add(static_cast<std::uint64_t>(n));
        progress.throwIfCancelled();
    }
    std::string block(kBlock, '\0');
    while (const std::size_t count = in.readAt(at, block.data(), block.size())) {
        out.write(std::string_view(block).substr(0, count));
        at += count;
        progress.add(count);
        progress.throwIfCancelled();
    }
}

void dropFromMemory(const fs::path& file) noexcept {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    ::close(fd);
}

std::vector<fs::path> listFolder(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        paths.push_back(entry->path());
    if (error) {
        errno = error.value();
        throwErrno("cannot read a folder", folder.string());
    }
    return paths;
}

void renameFile(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throwErrno("cannot rename a file", from.string());
}

void syncFolder(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) throwErrno("cannot open a folder", folder.string());
    const int result = ::fsync(fd);
    const int error = errno;
    ::close(fd);
    errno = error;
    // Some network and FAT drivers cannot sync a folder and say so; there is nothing better to do there.
    if (result != 0 && error != EINVAL && error != ENOTSUP)
        throwErrno("cannot write to the disk", folder.string());
}

void makeFolder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
        const fs::path parent = folder.parent_path();
        syncFolder(parent.empty() ? fs::path(".") : parent);
    } else if (errno != EEXIST) {
        throwErrno("cannot make a folder", folder.string());
    }
}

bool removeDurably(const fs::path& file) {
    if (::unlink(file.c_str()) != 0) {
        if (errno == ENOENT) return false;
        throwErrno("cannot remove a file", file.string());
    }
    syncFolder(file.parent_path());
    return true;
}

} // namespace core::store
