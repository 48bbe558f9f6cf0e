// SPDX-License-Identifier: GPL-3.0-or-later
// Makes photos as phones do, and the small pictures of them; run.py takes the time. Not a test.
//
//   small-bench make FOLDER COUNT   photos of 12 megapixels with an Exif thumbnail in FOLDER/with, without in
//                                   FOLDER/without
//   small-bench small FILE...       their small pictures, as the time line has them
//   small-bench whole FILE...       the pictures decoded in full
#include "core/image/small_picture.h"
#include "tests/support/exif_thumbnail.h"

#include <cmath>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

namespace {

namespace fs = std::filesystem;
using core::image::Picture;

constexpr int kWidth = 4000, kHeight = 3000;
constexpr int kSmall = 112; // pixels, of the highest cards

// Soft shapes, edges and the noise of a sensor: about as many bytes as a phone's photo.
Picture scene(unsigned seed) {
    std::mt19937 random(seed);
    Picture picture{kWidth, kHeight, {}};
    picture.rgb.reserve(std::size_t{kWidth} * kHeight * 3);
    const double turn = seed * 0.7;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const double wave = std::sin(x * 0.004 + turn) * std::cos(y * 0.006 - turn);
            const int edge = ((x / 61) ^ (y / 47)) % 5 == 0 ? 30 : 0;
            const int noise = static_cast<int>(random() % 13) - 6;
            for (const int base : {120, 110, 90})
                picture.rgb.push_back(
                    static_cast<std::uint8_t>(base + static_cast<int>(wave * 70) + edge + noise));
        }
    return picture;
}

void make(const fs::path& folder, int count) {
    constexpr int thumbnailSide = 160, quality = 85;
    fs::create_directories(folder / "with");
    fs::create_directories(folder / "without");
    const std::string taken = "2023:05:14 21:30:45";
    for (int i = 0; i < count; ++i) {
        const std::string jpeg = core::image::encodeJpeg(scene(static_cast<unsigned>(i)), quality);
        core::image::DecodeLimits limits;
        limits.fitWithin = thumbnailSide;
        const auto thumbnail = core::image::decodePicture(jpeg, 1, limits);
        const std::string exif = tests::exifWithThumbnail(core::image::encodeJpeg(thumbnail.value(), quality),
                                                          {6, 6, kWidth, kHeight, taken, taken});
        const std::string name = "IMG_" + std::to_string(i) + ".jpg";
        std::ofstream(folder / "with" / name, std::ios::binary) << tests::withExif(jpeg, exif);
        std::ofstream(folder / "without" / name, std::ios::binary) << jpeg;
    }
}

bool small(const fs::path& file) {
    core::base::FileSource source(file);
    return core::image::smallPicture(source, 6, kSmall).has_value();
}

bool whole(const fs::path& file) {
    core::base::FileSource source(file);
    const std::string bytes = core::base::readHead(source, source.size());
    return core::image::decodePicture(bytes, 6, {}).has_value();
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    try {
        const std::string what = arguments[1];
        if (what == "make") {
            make(arguments[2], count > 3 ? std::stoi(arguments[3]) : 1);
            return 0;
        }
        for (int i = 2; i < count; ++i)
            if (!(what == "whole" ? whole(arguments[i]) : small(arguments[i]))) return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
