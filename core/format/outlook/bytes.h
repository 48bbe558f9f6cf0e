// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Numbers in bytes, little end first, as Microsoft's formats store them. Beyond the end everything is 0.

#include <cstdint>
#include <string_view>

namespace core::format::outlook {

inline std::uint64_t littleAt(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count && at < bytes.size() && i < bytes.size() - at; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}
inline std::uint16_t u16At(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(littleAt(bytes, at, 2));
}
inline std::uint32_t u32At(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(littleAt(bytes, at, 4));
}
inline std::uint64_t u64At(std::string_view bytes, std::size_t at) { return littleAt(bytes, at, 8); }

} // namespace core::format::outlook
