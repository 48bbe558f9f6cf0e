// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lists of properties as a winmail.dat writes them.

#include "core/format/outlook/property_bag.h"

#include <string_view>

namespace core::format::outlook {

// Takes one list from the front of `bytes` into the bag. What an attachment holds (AttachData) is not copied:
// it is given as a view, empty where the list has none. False where the bytes end too early.
bool takeProperties(std::string_view& bytes, PropertyBag& bag, std::string_view& content);

} // namespace core::format::outlook
