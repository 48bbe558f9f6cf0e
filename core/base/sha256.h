// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SHA-256, one pass, over bytes as they stream by. Not a general hashing interface.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::base {

using Digest = std::array<std::uint8_t, 32>;

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    Digest finish(); // the object starts over afterwards

private:
    struct State;
    std::unique_ptr<State> state_;
};

Digest sha256(std::string_view bytes);

// 64 lower-case hexadecimal digits, as sha256sum prints them.
std::string toHex(const Digest& digest);
std::optional<Digest> digestFromHex(std::string_view hex);

} // namespace core::base
