// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What iMazing calls the direction of a message and the kind of a call; English in every language.

#include "core/model/item.h"

#include <string_view>

namespace core::format::imazing {

struct Way {
    std::string_view word; // folded
    model::Direction direction;
    model::CallType call;
};
const Way* wayOf(std::string_view folded); // null: not known

} // namespace core::format::imazing
