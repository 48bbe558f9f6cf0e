// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RTF as Outlook stores it ([MS-OXRTFCP], "LZFu"). Not what the RTF says: rtf_text.h.

#include <string>
#include <string_view>

namespace core::format::outlook {

// Empty where it is none; what could be unpacked of a damaged one. At most `limit` bytes.
std::string unpackRtf(std::string_view packed, std::size_t limit);

} // namespace core::format::outlook
