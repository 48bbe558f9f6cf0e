// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether the tables of a foreign PDF may be unpacked: libqpdf does that by itself, without any limit, before
// anybody can ask for one. Looks at the bytes only.

#include <string_view>

namespace core::pdf {

// False where an object stream or a table of places is packed so much, or so often, that it may fill memory.
bool areTablesBounded(std::string_view bytes);

} // namespace core::pdf
