// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/no_core_dumps.h"
#include "app/sample_folder.h"

#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

TEST_CASE("the folder of the invented case goes with its owner, and all of them when the program leaves") {
    std::filesystem::path first;
    {
        const app::SampleFolder folder;
        first = folder.path();
        std::filesystem::create_directories(first / "originals");
    }
    CHECK_FALSE(std::filesystem::exists(first));
    const app::SampleFolder open;
    std::filesystem::create_directories(open.path() / "originals");
    app::SampleFolder::removeAll();
    CHECK_FALSE(std::filesystem::exists(open.path()));
}

#ifdef __linux__
TEST_CASE("after the call the process leaves no memory on the disk when it crashes") {
    const pid_t child = fork(); // the call cannot be taken back
    if (child == 0) {
        app::forbidCoreDumps();
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        _exit(limit.rlim_cur == 0 && limit.rlim_max == 0 && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}
#endif
