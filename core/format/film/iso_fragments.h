// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long a film in fragments lasts, whose header does not say it: up to the end of its last fragment.

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace core::format::film {

class Fragments {
public:
    void addTrack(std::string_view trak); // the content of a trak box
    // The content of the last moof box. ISO/IEC 14496-12, 8.8.
    std::optional<std::int64_t> endMs(std::string_view moof) const;

private:
    std::map<std::uint64_t, std::uint64_t> scales_; // units a second, by the number of the track
};

} // namespace core::format::film
