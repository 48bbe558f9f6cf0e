// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/folder_lock.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::store {

FolderLock::FolderLock(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "lock";
    fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd_ < 0) base::throwErrno("cannot lock the case", file.string());
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
    const int error = errno;
    ::close(fd_);
    errno = error;
    if (error == EWOULDBLOCK)
        throw base::Error(base::ErrorCode::InUse, "another program has the case open", folder.string());
    base::throwErrno("cannot lock the case", file.string());
}

FolderLock::~FolderLock() { ::close(fd_); }

std::string hostName() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

} // namespace core::store
