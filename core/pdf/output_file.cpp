// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/output_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

namespace core::pdf {
namespace {

namespace fs = std::filesystem;

fs::path folderOf(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

// By which a file without a name is read and gets one.
fs::path procPath(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

// -1 where the file system cannot.
int openNameless(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 || ::access(procPath(fd).c_str(), R_OK) == 0) return fd;
    ::close(fd);
    return -1;
}

} // namespace

OutputFile::OutputFile(const fs::path& target) : target_(target) {
    Unfinished::clearStale(folderOf(target));
    fd_ = openNameless(folderOf(target));
    if (fd_ >= 0) return;
    named_ = std::make_unique<Unfinished>(folderOf(target), Unfinished::Kind::File);
    fd_ = named_->descriptor();
}

OutputFile OutputFile::inMemory() {
    OutputFile file;
    file.fd_ = ::memfd_create("logbog", MFD_CLOEXEC);
    if (file.fd_ < 0) base::throwErrno("there is no memory for a PDF", {});
    return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_(std::move(other.target_)), named_(std::move(other.named_)), fd_(std::exchange(other.fd_, -1)),
      size_(other.size_) {}

OutputFile::~OutputFile() {
    if (fd_ >= 0 && !named_) ::close(fd_);
}

fs::path OutputFile::readable() const { return named_ ? named_->path() : procPath(fd_); }

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) base::throwErrno("cannot write the file", target_.string());
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void OutputFile::flush() {
    if (::fsync(fd_) != 0) base::throwErrno("cannot flush the file to the disk", target_.string());
}

void OutputFile::commit(Present present) {
    link(present);
    const int folder = ::open(folderOf(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) { // the name itself reaches the disk; where a file system refuses, the file is whole
        ::fsync(folder);
        ::close(folder);
    }
}

void OutputFile::link(Present present) {
    if (named_) {
        rename(named_->path(), present);
        return named_->release();
    }
    if (::linkat(AT_FDCWD, procPath(fd_).c_str(), AT_FDCWD, target_.c_str(), AT_SYMLINK_FOLLOW) == 0) return;
    if (errno != EEXIST || present == Present::Refuse)
        base::throwErrno("cannot give the file its name", target_.string());
    // No call puts a file without a name in the place of another: for a moment it stands beside it.
    ::flock(fd_, LOCK_EX | LOCK_NB);
    Unfinished beside(folderOf(target_), Unfinished::Kind::File);
    ::unlink(beside.path().c_str());
    if (::linkat(AT_FDCWD, procPath(fd_).c_str(), AT_FDCWD, beside.path().c_str(), AT_SYMLINK_FOLLOW) != 0)
        base::throwErrno("cannot give the file its name", target_.string());
    rename(beside.path(), present);
    beside.release();
}

void OutputFile::rename(const fs::path& from, Present present) {
    const unsigned flags = present == Present::Refuse ? RENAME_NOREPLACE : 0;
    int result = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target_.c_str(), flags);
    if (result != 0 && errno == EINVAL && flags != 0) { // a file system that knows no flags
        const bool isTaken = ::access(target_.c_str(), F_OK) == 0;
        if (!isTaken) result = ::rename(from.c_str(), target_.c_str());
        if (isTaken) errno = EEXIST;
    }
    if (result != 0) base::throwErrno("cannot give the file its name", target_.string());
}

} // namespace core::pdf
