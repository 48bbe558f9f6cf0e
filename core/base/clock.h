// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The present moment, as an object that a test can set. Not for measuring durations.

#include <chrono>
#include <cstdint>

namespace core::base {

class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t nowMs() const { // milliseconds since 1970 UTC
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

} // namespace core::base
