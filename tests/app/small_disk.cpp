// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/small_disk.h"

#include "core/base/error.h"
#include "tests/support/temp_folder.h"

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

namespace fs = std::filesystem;

namespace {

constexpr const char* kRefused = "refused";

bool mountOwn(const fs::path& folder, std::size_t bytes) {
    const std::string uid = "0 " + std::to_string(geteuid()) + " 1";
    const std::string gid = "0 " + std::to_string(getegid()) + " 1";
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << uid;
    std::ofstream("/proc/self/gid_map") << gid;
    const std::string size = "size=" + std::to_string(bytes);
    return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("none", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

std::string runOn(const fs::path& folder, std::size_t bytes,
                  const std::function<void(const SmallDisk&, Faults&)>& work) {
    if (!mountOwn(folder, bytes)) return kRefused;
    Faults faults;
    try {
        work(SmallDisk(folder), faults);
    } catch (const core::base::Error& error) {
        faults.add(std::string("thrown: ") + core::base::codeName(error.code()) + ": " + error.what());
    } catch (const std::exception& error) {
        faults.add(std::string("thrown: ") + error.what());
    }
    return faults.all();
}

void setFileLimit(rlim_t bytes) {
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

void SmallDisk::fill(std::size_t left) const {
    clear();
    struct statvfs status {};
    if (statvfs(path_.c_str(), &status) != 0) throw std::runtime_error("cannot ask the small disk");
    const std::size_t free = status.f_bavail * status.f_bsize;
    std::ofstream(path_ / "ballast", std::ios::binary) << std::string(free > left ? free - left : 0, 'b');
}
void SmallDisk::clear() const { fs::remove(path_ / "ballast"); }
void SmallDisk::makeReadOnly() const {
    if (mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
        throw std::runtime_error("cannot make the small disk read-only");
}
void SmallDisk::dropRights() const {
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> none{};
    if (syscall(SYS_capset, &head, none.data()) != 0) throw std::runtime_error("cannot drop the rights");
}
void SmallDisk::limitFiles() const {
    signal(SIGXFSZ, SIG_IGN);
    setFileLimit(1);
}
void SmallDisk::unlimitFiles() const { setFileLimit(RLIM_INFINITY); }

std::optional<std::string> onSmallDisk(std::size_t bytes,
                                       const std::function<void(const SmallDisk&, Faults&)>& work) {
    const TempFolder temp;
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        const std::string said = runOn(temp.path(), bytes, work);
        const bool isSaid = write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
        _exit(isSaid ? 0 : 1);
    }
    close(ends[1]);
    std::string said;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = read(ends[0], buffer.data(), buffer.size())) > 0;)
        said.append(buffer.data(), static_cast<std::size_t>(n));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (said == kRefused) return std::nullopt;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) said += "the process died\n";
    return said;
}

} // namespace tests
