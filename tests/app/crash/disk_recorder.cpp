// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before libc: passes each call on and writes it down if it concerns the folder RECORD_FOLDER; the log
// goes to RECORD_LOG. Does not change what the program sees. One lock, so that the order in the log is the
// order in which things happened.
#include "tests/app/crash/disk_log.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using tests::DiskOp;
using tests::DiskRecord;

namespace {

constexpr int kMaxFd = 4096;

struct Recorder {
    std::recursive_mutex lock;
    std::string folder;
    int log = -1;
    std::uint32_t handles[kMaxFd] = {};
    std::uint32_t nextHandle = 1;

    Recorder() {
        const char* where = std::getenv("RECORD_FOLDER");
        const char* to = std::getenv("RECORD_LOG");
        if (where == nullptr || to == nullptr) return;
        folder = where;
        log = static_cast<int>(
            ::syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    }
    bool concerns(const char* path) const {
        return log >= 0 && std::strncmp(path, folder.c_str(), folder.size()) == 0 &&
               std::strstr(path, "-shm") == nullptr; // shared memory, made anew after every crash
    }
    std::uint32_t handleOf(int fd) const { return fd >= 0 && fd < kMaxFd ? handles[fd] : 0; }

    void put(DiskOp op, std::uint32_t handle, std::uint64_t value, const std::string& name, const void* bytes,
             std::size_t count) {
        const DiskRecord head{op, handle, value, static_cast<std::uint32_t>(name.size()),
                              static_cast<std::uint32_t>(count)};
        std::string record(reinterpret_cast<const char*>(&head), sizeof head);
        record += name;
        record.append(static_cast<const char*>(bytes), count);
        for (std::size_t done = 0; done < record.size();) {
            const long n = ::syscall(SYS_write, log, record.data() + done, record.size() - done);
            if (n <= 0) std::abort();
            done += static_cast<std::size_t>(n);
        }
    }
    void opened(int fd, const char* path, int flags, bool wasThere) {
        if (fd < 0 || fd >= kMaxFd) return;
        handles[fd] = 0;
        if (!concerns(path)) return;
        handles[fd] = nextHandle++;
        const std::uint64_t how = !wasThere ? 1 : (flags & O_TRUNC) != 0 ? 2 : 0;
        put(DiskOp::Open, handles[fd], how, path, "", 0);
    }
};

Recorder& recorder() {
    static Recorder* one = new Recorder; // outlives every destructor of the program
    return *one;
}

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isThere(const char* path) {
    struct stat status {};
    return ::syscall(SYS_newfstatat, AT_FDCWD, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

int openAndRecord(const char* path, int flags, mode_t mode) {
    const std::lock_guard guard(recorder().lock);
    const bool wasThere = isThere(path);
    const int fd = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    recorder().opened(fd, path, flags, wasThere);
    return fd;
}

mode_t modeOf(int flags, va_list list) {
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(list, int)) : 0;
}

ssize_t writeAt(int fd, const void* bytes, std::size_t count, off_t offset) {
    const std::lock_guard guard(recorder().lock);
    const ssize_t n = ::syscall(SYS_pwrite64, fd, bytes, count, offset);
    if (const std::uint32_t handle = recorder().handleOf(fd); handle != 0 && n > 0)
        recorder().put(DiskOp::Write, handle, static_cast<std::uint64_t>(offset), "", bytes,
                       static_cast<std::size_t>(n));
    return n;
}

int cut(int fd, off_t size) {
    const std::lock_guard guard(recorder().lock);
    const int result = static_cast<int>(::syscall(SYS_ftruncate, fd, size));
    if (const std::uint32_t handle = recorder().handleOf(fd); handle != 0 && result == 0)
        recorder().put(DiskOp::Truncate, handle, static_cast<std::uint64_t>(size), "", "", 0);
    return result;
}

int sync(int fd, long call) {
    const std::lock_guard guard(recorder().lock);
    const int result = static_cast<int>(::syscall(call, fd));
    if (const std::uint32_t handle = recorder().handleOf(fd); handle != 0 && result == 0)
        recorder().put(DiskOp::Sync, handle, 0, "", "", 0);
    return result;
}

int byName(DiskOp op, const char* path, int result) {
    if (result == 0 && recorder().concerns(path)) recorder().put(op, 0, 0, path, "", 0);
    return result;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return openAndRecord(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return openAndRecord(path, flags | O_LARGEFILE, mode);
}
int __open_2(const char* path, int flags) { return openAndRecord(path, flags, 0); }
int __open64_2(const char* path, int flags) { return openAndRecord(path, flags, 0); }

FILE* fopen(const char* path, const char* mode) {
    const std::lock_guard guard(recorder().lock);
    // A stream writes past this library: nothing in a case may be written by one.
    if (recorder().concerns(path) && std::strpbrk(mode, "wa+") != nullptr) std::abort();
    return next<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}
FILE* fopen64(const char* path, const char* mode) { return fopen(path, mode); }

int close(int fd) {
    const std::lock_guard guard(recorder().lock);
    if (fd >= 0 && fd < kMaxFd) recorder().handles[fd] = 0;
    return static_cast<int>(::syscall(SYS_close, fd));
}

ssize_t write(int fd, const void* bytes, size_t count) {
    const std::lock_guard guard(recorder().lock);
    const off_t offset = recorder().handleOf(fd) != 0 ? ::lseek(fd, 0, SEEK_CUR) : 0;
    const ssize_t n = ::syscall(SYS_write, fd, bytes, count);
    if (n <= 0) return n;
    if (const std::uint32_t handle = recorder().handleOf(fd); handle != 0)
        recorder().put(DiskOp::Write, handle, static_cast<std::uint64_t>(offset), "", bytes,
                       static_cast<std::size_t>(n));
    if (fd == tests::kAcknowledgeFd && recorder().log >= 0)
        recorder().put(DiskOp::Acknowledge, 0, 0, "", bytes, static_cast<std::size_t>(n));
    return n;
}
ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
    return writeAt(fd, bytes, count, offset);
}
ssize_t pwrite64(int fd, const void* bytes, size_t count, off_t offset) {
    return writeAt(fd, bytes, count, offset);
}
int ftruncate(int fd, off_t size) noexcept { return cut(fd, size); }
int ftruncate64(int fd, off_t size) noexcept { return cut(fd, size); }
int fsync(int fd) { return sync(fd, SYS_fsync); }
int fdatasync(int fd) { return sync(fd, SYS_fdatasync); }

int rename(const char* from, const char* to) noexcept {
    const std::lock_guard guard(recorder().lock);
    const int result = static_cast<int>(::syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to));
    if (result == 0 && recorder().concerns(from))
        recorder().put(DiskOp::Rename, 0, 0, from, to, std::strlen(to));
    return result;
}
int unlink(const char* path) noexcept {
    const std::lock_guard guard(recorder().lock);
    return byName(DiskOp::Unlink, path, static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0)));
}
int remove(const char* path) noexcept { return unlink(path); }
int mkdir(const char* path, mode_t mode) noexcept {
    const std::lock_guard guard(recorder().lock);
    return byName(DiskOp::MakeFolder, path, static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode)));
}

} // extern "C"
