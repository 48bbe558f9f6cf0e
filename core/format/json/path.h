// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The paths of stream.h, taken apart into one step for each container on the way.

#include <string>
#include <string_view>
#include <vector>

namespace core::format::json {

struct Step {
    enum class Kind { Name, AnyName, Element };
    Kind kind = Kind::Element;
    std::string name;
};

using Path = std::vector<Step>;

Path pathOf(std::string_view written);

} // namespace core::format::json
