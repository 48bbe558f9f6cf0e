// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A clock that stands where the test put it.

#include "core/base/clock.h"

namespace tests {

class FixedClock : public core::base::Clock {
public:
    explicit FixedClock(std::int64_t nowMs = 1'760'000'000'000) : now_(nowMs) {} // 2025-10-09
    std::int64_t nowMs() const override { return now_; }
    void advance(std::int64_t ms) { now_ += ms; }

private:
    std::int64_t now_;
};

} // namespace tests
