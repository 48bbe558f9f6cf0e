// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pictures for tests of core/image.

#include "core/image/picture.h"
#include "tests/support/temp_folder.h"

#include <array>

namespace tests {

inline std::string pictureFile(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/photo/" + name);
}

using Pixel = std::array<int, 3>;

inline Pixel pixelAt(const core::image::Picture& picture, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)) *
                    3;
    return {picture.rgb.at(at), picture.rgb.at(at + 1), picture.rgb.at(at + 2)};
}

// Left half of one colour, right half of another.
inline core::image::Picture twoHalves(int width, int height, Pixel left, Pixel right) {
    core::image::Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int channel : x < width / 2 ? left : right)
                picture.rgb.push_back(static_cast<std::uint8_t>(channel));
    return picture;
}

inline bool near(const Pixel& a, const Pixel& b, int by = 12) {
    for (std::size_t i = 0; i < 3; ++i)
        if (a[i] - b[i] > by || b[i] - a[i] > by) return false;
    return true;
}

inline core::image::DecodeLimits fitWithin(int side) {
    core::image::DecodeLimits limits;
    limits.fitWithin = side;
    return limits;
}

} // namespace tests
