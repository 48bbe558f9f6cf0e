// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finds the file that a row means: "IMG_1234.HEIC" in the table lies beside it as
// "2023-05-14 21 30 45 - Jens Brandt - IMG_1234.jpg".

#include "core/base/civil.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::imazing {

// Of the names `beside` the table, the one that is `written`, sent at the local time `when`. None where
// several may be it.
std::optional<std::string> fileFor(std::string_view written, const base::CivilTime& when, bool hasSeconds,
                                   const std::vector<std::string>& beside);

} // namespace core::format::imazing
