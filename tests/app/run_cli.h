// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs the real command line program, as a person or a script does.

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace tests {

struct Ran {
    int code = 0;
    std::string out; // standard output only
};

inline Ran runCli(const std::string& arguments) {
    const char* program = std::getenv("LOGBOG_CLI");
    const std::string command =
        std::string("'") + (program == nullptr ? "logbog-cli" : program) + "' " + arguments;
    Ran ran;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 65536> buffer{};
    while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe))
        ran.out.append(buffer.data(), n);
    ran.code = WEXITSTATUS(pclose(pipe));
    return ran;
}

// Kills it by force that long after its start; it may have ended before.
inline void runKilledCli(const std::string& arguments, std::chrono::milliseconds after) {
    const char* program = std::getenv("LOGBOG_CLI");
    const std::string command = std::string("exec '") + (program == nullptr ? "logbog-cli" : program) + "' " +
                                arguments + " >/dev/null 2>&1";
    const pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

} // namespace tests
