// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Time of this process, all its threads, and how the benchmark programs print it: "name CPU-seconds
// wall-seconds".

#include <ctime>
#include <iostream>
#include <string>

namespace bench {

inline double seconds(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

// Sums up what is between go() and stop().
class Watch {
public:
    void go() {
        cpuBegan_ = seconds(CLOCK_PROCESS_CPUTIME_ID);
        wallBegan_ = seconds(CLOCK_MONOTONIC);
    }
    void stop() {
        cpu += seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuBegan_;
        wall += seconds(CLOCK_MONOTONIC) - wallBegan_;
    }
    double cpu = 0, wall = 0;

private:
    double cpuBegan_ = 0, wallBegan_ = 0;
};

inline void say(const std::string& name, const Watch& watch) {
    std::cout << name << ' ' << watch.cpu << ' ' << watch.wall << std::endl;
}

template <typename Step>
void timed(const std::string& name, Step step) {
    Watch watch;
    watch.go();
    step();
    watch.stop();
    say(name, watch);
}

} // namespace bench
