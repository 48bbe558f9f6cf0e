// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/film_frame.h"
#include "tests/core/image/picture_support.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

using namespace core::image;

namespace {

std::string film(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/film/" + name);
}

std::optional<Picture> frameOf(std::string_view bytes, int orientation = 1, FilmLimits limits = {},
                               std::string* reason = nullptr) {
    core::base::MemorySource source(bytes);
    return filmFrame(source, orientation, limits, reason);
}

// The medium fails after so many bytes.
class Failing : public core::base::MemorySource {
public:
    using MemorySource::MemorySource;
    std::size_t read(char* buffer, std::size_t capacity) override {
        if (++reads_ > 1) throw core::base::Error(core::base::ErrorCode::Io, "the medium fails");
        return MemorySource::read(buffer, capacity);
    }

private:
    int reads_ = 0;
};

} // namespace

TEST_CASE("the first picture of a film comes out of every container with its colours") {
    for (const char* name : {"film.mp4", "hevc.mov", "film.webm", "film.mkv", "film.avi", "fragments.mp4",
                             "film.wmv", "film.ts", "film.mpg.ts", "camera.m2ts"}) {
        CAPTURE(name);
        const std::string bytes = film(name);
        std::string reason;
        const auto picture = frameOf(bytes, 1, {}, &reason);
        CAPTURE(reason);
        REQUIRE(picture);
        CHECK(picture->width == 64);
        CHECK(picture->height == 48);
        CHECK(picture->rgb.size() == 64U * 48U * 3U);
        // ffmpeg's test picture: bars of cyan, blue and red.
        CHECK(tests::near(tests::pixelAt(*picture, 10, 10), {0, 255, 255}, 40));
        CHECK(tests::near(tests::pixelAt(*picture, 30, 10), {0, 0, 255}, 40));
        CHECK(tests::near(tests::pixelAt(*picture, 54, 10), {255, 0, 0}, 40));
    }
}

TEST_CASE("a frame is turned and made small as it is asked for") {
    FilmLimits limits;
    limits.picture.fitWithin = 32;
    const auto picture = frameOf(film("film.mp4"), 6, limits);
    REQUIRE(picture);
    CHECK(picture->width == 24);
    CHECK(picture->height == 32);
}

TEST_CASE("stills are spread over the film in order, each with its place") {
    for (const char* name : {"film.mp4", "hevc.mov", "film.webm", "film.mkv", "film.avi"}) {
        CAPTURE(name);
        const std::string bytes = film(name);
        core::base::MemorySource source(bytes);
        FilmLimits limits;
        limits.picture.fitWithin = 32;
        const auto stills = filmStills(source, 6, 6, limits);
        REQUIRE_FALSE(stills.empty());
        CHECK(stills.size() <= 6);
        for (std::size_t i = 0; i < stills.size(); ++i) {
            CHECK(stills[i].picture.width == 24); // turned, and as small as it is asked for
            CHECK(stills[i].picture.height == 32);
            if (i > 0) CHECK(stills[i].seconds > stills[i - 1].seconds);
        }
    }
}

TEST_CASE("what is no film has no stills, and changed films return") {
    const auto stillsOf = [](const std::string& bytes) {
        core::base::MemorySource source(bytes);
        return filmStills(source, 1, 6, {}).size();
    };
    CHECK(stillsOf(film("sound.m4a")) == 0);
    CHECK(stillsOf({}) == 0);
    std::mt19937 random(20261126); // NOLINT: the same changes every time
    for (const char* name : {"film.mp4", "film.webm"}) {
        const std::string whole = film(name);
        for (int i = 0; i < 60; ++i) {
            std::string changed = whole;
            for (int k = 0; k < 8; ++k)
                changed[random() % changed.size()] = static_cast<char>(random() % 256);
            stillsOf(changed);
        }
    }
}

TEST_CASE("recordings, pictures and junk give no frame but a reason") {
    for (const std::string& bytes :
         {film("sound.m4a"), film("sound.opus"), film("sound.wav"), film("plain.mp4"),
          tests::pictureFile("plain.jpg"), std::string(), std::string(100, 'x')}) {
        std::string reason;
        CHECK_FALSE(frameOf(bytes, 1, {}, &reason));
        CHECK_FALSE(reason.empty());
    }
    CHECK_FALSE(looksLikeFilm(tests::pictureFile("place.avif")));
    CHECK_FALSE(looksLikeFilm(tests::pictureFile("place.webp")));
}

TEST_CASE("a frame is refused beyond each limit") {
    FilmLimits pixels;
    pixels.picture.maxPixels = 100;
    CHECK_FALSE(frameOf(film("film.mp4"), 1, pixels));
    FilmLimits bytes;
    bytes.mostBytes = 1000;
    CHECK_FALSE(frameOf(film("film.mp4"), 1, bytes));
    FilmLimits time;
    time.mostTime = std::chrono::milliseconds(0);
    CHECK_FALSE(frameOf(film("film.mp4"), 1, time));
}

TEST_CASE("what the medium throws is thrown on") {
    const std::string bytes = film("film.avi");
    Failing source(bytes);
    CHECK_THROWS_AS(filmFrame(source, 1, {}), core::base::Error);
}

TEST_CASE("cut and changed films return, with a frame or a reason") {
    std::mt19937 random(20260105); // NOLINT: the same changes every time
    for (const char* name :
         {"film.mp4", "hevc.mov", "film.webm", "film.avi", "fragments.mp4", "film.wmv", "film.ts"}) {
        const std::string whole = film(name);
        for (int round = 0; round < 60; ++round) {
            std::string bytes = whole.substr(0, round % 2 == 0 ? whole.size() : random() % whole.size());
            for (std::size_t changes = 1 + random() % 8; changes > 0 && !bytes.empty(); --changes)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            std::string reason;
            const auto picture = frameOf(bytes, 1, {}, &reason);
            CHECK((picture || !reason.empty()));
        }
    }
}
