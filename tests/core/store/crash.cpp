// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/crash.h"

#include <csignal>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace tests {

bool runAndDie(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) {
        try {
            work();
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status == 0;
}

Victim::Victim(const std::function<void(const std::function<void()>&)>& work) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ == 0) {
        close(ends[0]);
        try {
            work([&] {
                if (write(ends[1], "x", 1) != 1) _exit(2);
            });
        } catch (...) {
            _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    pipe_ = ends[0];
}

Victim::~Victim() {
    close(pipe_);
    if (pid_ < 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

int Victim::killAfter(int microseconds) {
    char byte = 0;
    if (read(pipe_, &byte, 1) != 1) throw std::runtime_error("the child did not begin");
    usleep(static_cast<useconds_t>(microseconds));
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
    int count = 1;
    while (read(pipe_, &byte, 1) == 1) ++count;
    return count;
}

} // namespace tests
