// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The messages of an exhibit, all at once, for tests that look at one and then at another.

#include "core/report/message.h"

#include <vector>

namespace tests {

inline std::vector<core::report::Message> listed(const core::report::Messages& messages) {
    std::vector<core::report::Message> all;
    for (const core::report::Message& message : messages) all.push_back(message);
    return all;
}

} // namespace tests
