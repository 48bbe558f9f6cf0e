// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The error code that a call throws; none where it returns.

#include "core/base/error.h"

#include <optional>

namespace tests {

template <typename Call>
std::optional<core::base::ErrorCode> codeThrown(Call call) {
    try {
        call();
    } catch (const core::base::Error& error) {
        return error.code();
    }
    return std::nullopt;
}

} // namespace tests
