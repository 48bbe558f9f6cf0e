// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs the real command line program, as a person or a script does.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/wait.h>

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

} // namespace tests
