// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Enum values to their fixed words and back, by a table in the order of the enum. For the .cpp files of this
// folder.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace core::model {

template <typename Enum, std::size_t N>
const char* codeAt(const std::array<const char*, N>& codes, Enum value) {
    return codes.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<const char*, N>& codes, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i)
        if (code == codes[i]) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace core::model
