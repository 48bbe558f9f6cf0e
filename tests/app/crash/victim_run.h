// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Starting the victim, ending it, and asking a case whether it kept what was promised.

#include "core/store/case_store.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tests {

inline constexpr const char* kVictimPassphrase = "tre grønne både";

// The library that is loaded before the victim and writes down what it does to the disk; throws where it is
// not built.
std::filesystem::path diskRecorder();

class VictimRun {
public:
    // `environment`: further NAME=value for the victim alone.
    VictimRun(const std::filesystem::path& folder, const std::filesystem::path& exports, unsigned seed,
              int rounds, const std::vector<std::string>& environment = {});
    ~VictimRun();
    VictimRun(const VictimRun&) = delete;
    VictimRun& operator=(const VictimRun&) = delete;

    // Waits for the first promise, then as long as said, then kill -9. All promises that came; throws where
    // the victim failed by itself.
    std::vector<std::string> killAfter(int microseconds);
    std::vector<std::string> waitForEnd(); // the same, left to come to its end

private:
    std::vector<std::string> collect(int microseconds);

    pid_t pid_ = -1;
    int pipe_ = -1;
};

// What is wrong with the case after it was opened again: a promise that is not kept, a finding of opening or
// of verify, an error. Empty where all is well.
std::string faultAfter(const std::filesystem::path& folder, const std::vector<std::string>& promises);
// The same of the copies that were promised; they lie in `folder`.
std::string faultOfCopies(const std::filesystem::path& folder, const std::vector<std::string>& promises);

} // namespace tests
