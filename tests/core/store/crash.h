// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work on a case in a process of its own that ends without any goodbye.

#include <functional>

#include <sys/types.h>

namespace tests {

// Runs `work` in a child that then ends at once: no destructor, no closing. False where the work threw.
bool runAndDie(const std::function<void()>& work);

// A child that writes one byte for each thing it has got acknowledged, until it is killed.
class Victim {
public:
    explicit Victim(const std::function<void(const std::function<void()>& acknowledge)>& work);
    ~Victim();
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    // Waits for the first acknowledgement, then as long as said, then SIGKILL. All acknowledgements that
    // came.
    int killAfter(int microseconds);

private:
    pid_t pid_ = -1;
    int pipe_ = -1;
};

} // namespace tests
