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

namespace fs = std::filesystem;

namespace {

[[noreturn]] void inUse(const fs::path& folder) {
    throw base::Error(base::ErrorCode::InUse, "another program has the case open", folder.string());
}

// The file that is locked is still the one of that name.
bool isStillThere(int fd, const fs::path& file) {
    struct stat locked {};
    struct stat named {};
    return ::fstat(fd, &locked) == 0 && ::stat(file.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

} // namespace

FolderLock::FolderLock(const fs::path& folder) {
    try {
        lockFolder(folder);
        while (!lockFile(folder)) {
        }
    } catch (...) {
        close();
        throw;
    }
}

// A file can be removed and made anew under the other program's lock; the folder cannot.
void FolderLock::lockFolder(const fs::path& folder) {
    folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_ < 0) base::throwErrno("cannot open the case", folder.string());
    // Network drives know no lock on a folder and say so in several ways: there the file has to do.
    if (::flock(folder_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) inUse(folder);
}

// False where the file was replaced between opening and locking it.
bool FolderLock::lockFile(const fs::path& folder) {
    const fs::path name = folder / "lock";
    file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0) base::throwErrno("cannot lock the case", name.string());
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) inUse(folder);
        base::throwErrno("cannot lock the case", name.string());
    }
    if (isStillThere(file_, name)) return true;
    ::close(file_);
    file_ = -1;
    return false;
}

void FolderLock::close() {
    if (file_ >= 0) ::close(file_);
    if (folder_ >= 0) ::close(folder_);
}

FolderLock::~FolderLock() { close(); }

std::string hostName() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

} // namespace core::store
