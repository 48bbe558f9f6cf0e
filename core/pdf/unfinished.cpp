// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/unfinished.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <set>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::pdf {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPrefix = ".logbog-unfinished-";

std::mutex& lock() {
    static std::mutex mutex;
    return mutex;
}

std::set<fs::path>& living() {
    static std::set<fs::path> paths;
    return paths;
}

// A writer may add a file between the listing and the removal of its folder.
void removePath(const fs::path& path) {
    constexpr int kTries = 5;
    std::error_code error;
    for (int i = 0; i < kTries; ++i) {
        fs::remove_all(path, error);
        if (!error) return;
    }
}

// True where the open file is still the one that stands under the name.
bool isStillThere(int fd, const fs::path& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(fd, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

void removeIfStale(const fs::path& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || info.st_uid != ::getuid()) return;
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) return;
    const int fd = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return;
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 && isStillThere(fd, path)) removePath(path);
    ::close(fd);
}

} // namespace

Unfinished::Unfinished(const fs::path& folder, Kind kind) {
    for (;;) {
        std::string name = (folder / (std::string(kPrefix) + "XXXXXX")).string();
        if (kind == Kind::File) {
            fd_ = ::mkostemp(name.data(), O_CLOEXEC); // mode 0600
        } else if (::mkdtemp(name.data()) != nullptr) {
            fd_ = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        }
        if (fd_ < 0) base::throwErrno("cannot write there", folder.string());
        path_ = name;
        // File systems without locks: nobody can tell it from a stale one there, so nobody removes it either.
        ::flock(fd_, LOCK_EX | LOCK_NB);
        if (isStillThere(fd_, path_)) break; // else it was taken for stale before it was locked
        ::close(fd_);
    }
    const std::lock_guard one(lock());
    living().insert(path_);
}

Unfinished::~Unfinished() {
    if (!path_.empty()) {
        removePath(path_);
        const std::lock_guard one(lock());
        living().erase(path_);
    }
    if (fd_ >= 0) ::close(fd_);
}

void Unfinished::release() {
    const std::lock_guard one(lock());
    living().erase(path_);
    path_.clear();
}

void Unfinished::removeAll() {
    const std::lock_guard one(lock());
    for (const fs::path& path : living()) removePath(path);
}

void Unfinished::clearStale(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().filename().string().starts_with(kPrefix)) removeIfStale(it->path());
}

} // namespace core::pdf
