// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/registry.h"
#include "tests/core/format/film/film_support.h"

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;
using core::model::ItemKind;

namespace {

// Zeros of any length between two ends, of which it counts how many bytes were read.
class Huge : public core::base::SeekableSource {
public:
    Huge(std::string head, std::uint64_t gap, std::string tail)
        : head_(std::move(head)), gap_(gap), tail_(std::move(tail)) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        std::size_t n = 0;
        for (; n < capacity && at_ < size(); ++n, ++at_) {
            if (at_ < head_.size())
                buffer[n] = head_[at_];
            else
                buffer[n] = at_ < head_.size() + gap_ ? '\0' : tail_[at_ - head_.size() - gap_];
        }
        taken += n;
        return n;
    }
    std::uint64_t size() const override { return head_.size() + gap_ + tail_.size(); }
    void seek(std::uint64_t offset) override { at_ = offset; }

    std::uint64_t taken = 0;

private:
    std::string head_;
    std::uint64_t gap_;
    std::string tail_;
    std::uint64_t at_ = 0;
};

} // namespace

TEST_CASE("kind, length and size of every container are what ffprobe and mediainfo say") {
    struct Known {
        const char* name;
        ItemKind kind;
        std::int64_t seconds;
        int width;
    };
    // alac.caf and the MP3s hold their encoder's delay too; sound.aac counts 33 whole frames.
    const Known all[] = {
        {"film.mp4", ItemKind::Video, 2, 64},     {"hevc.mov", ItemKind::Video, 2, 64},
        {"film.mkv", ItemKind::Video, 2, 64},     {"film.webm", ItemKind::Video, 2, 64},
        {"film.avi", ItemKind::Video, 2, 64},     {"plain.mp4", ItemKind::Video, 30, 1920},
        {"place.3gp", ItemKind::Video, 30, 1920}, {"fragments.mp4", ItemKind::Video, 2, 64},
        {"sound.m4a", ItemKind::Audio, 2, 0},     {"sound_only.mp4", ItemKind::Audio, 2, 0},
        {"sound.mp3", ItemKind::Audio, 2, 0},     {"vbr.mp3", ItemKind::Audio, 2, 0},
        {"sound.opus", ItemKind::Audio, 2, 0},    {"sound.ogg", ItemKind::Audio, 2, 0},
        {"sound.wav", ItemKind::Audio, 2, 0},     {"sound.caf", ItemKind::Audio, 2, 0},
        {"alac.caf", ItemKind::Audio, 2, 0},      {"sound.flac", ItemKind::Audio, 2, 0},
        {"sound.aac", ItemKind::Audio, 2, 0},     {"sound.amr", ItemKind::Audio, 2, 0},
    };
    for (const Known& known : all) {
        CAPTURE(known.name);
        const std::string bytes = tests::filmFixture(known.name);
        const auto* reader = core::format::findReader({bytes.substr(0, 65536), "x", bytes.size()});
        REQUIRE(reader != nullptr);
        CHECK(std::string(reader->code()) == "film");
        const auto item = tests::readFilmAs(known.name, "x");
        CHECK(item.kind == known.kind);
        REQUIRE(item.durationSeconds);
        CHECK(*item.durationSeconds == known.seconds);
        CHECK((item.photo ? item.photo->width : 0) == known.width);
        CHECK(item.length == bytes.size());
        CHECK_FALSE(tests::has(item, IssueCode::DamagedMetadata));
        CHECK_FALSE(tests::has(item, IssueCode::Truncated));
    }
}

TEST_CASE("a phone held upright, its maker and its place are told") {
    const auto item = tests::readFilmAs("iphone.mov", "x");
    CHECK(item.photo->width == 1920);
    CHECK(item.photo->height == 1080);
    CHECK(item.photo->orientation == 6);
    CHECK(item.photo->camera == "Apple iPhone 13");
    CHECK(item.photo->gps->latitude == 55.676);
    CHECK(item.photo->gps->longitude == 12.568);
    CHECK(tests::readFilmAs("android.mp4", "x").photo->camera == "Google Pixel 7");
    CHECK(tests::readFilmAs("android.mp4", "x").photo->gps);
    CHECK(std::abs(tests::readFilmAs("place.3gp", "x").photo->gps->latitude - 55.676) < 0.001);
    CHECK_FALSE(tests::readFilmAs("nul_island.mp4", "x").photo->gps);
}

TEST_CASE("of ten gigabytes only the ends and samples are read") {
    const std::string plain = tests::filmFixture("plain.mp4");
    const std::string moov = plain.substr(plain.find("moov") - 4, plain.find("mdat") - plain.find("moov"));
    std::string head = plain.substr(0, 24);
    const std::uint64_t gap = 10'000'000'000;
    head += std::string("\0\0\0\x01mdat", 8);
    for (int shift = 56; shift >= 0; shift -= 8)
        head += static_cast<char>((gap + 16) >> static_cast<unsigned>(shift));
    Huge source(head, gap, moov);
    tests::Collected out;
    core::format::ReadContext context = tests::contextFor("", "x");
    context.size = source.size();
    core::format::FilmReader().read(source, context, out);
    REQUIRE(out.items.size() == 1);
    CHECK(out.items[0].durationSeconds == 30);
    CHECK(tests::firstTime(out.items[0]) == "2023-05-14T19:30:45Z");
    CHECK(out.reached == source.size());
    CHECK(source.taken < 12'000'000);
}

TEST_CASE("films that differ in their end only are two") {
    std::string bytes = tests::filmFixture("film.mp4") + std::string(20'000'000, 'a');
    const auto one = tests::readFilm(bytes, tests::contextFor(bytes, "a.mp4"));
    CHECK(one.identity == tests::readFilm(bytes, tests::contextFor(bytes, "b.mp4")).identity);
    bytes.back() = 'b';
    CHECK(one.identity != tests::readFilm(bytes, tests::contextFor(bytes, "a.mp4")).identity);
    bytes.push_back('b');
    CHECK(one.identity != tests::readFilm(bytes, tests::contextFor(bytes, "a.mp4")).identity);
}

TEST_CASE("a film that was cut off is kept and says so") {
    const std::string whole = tests::filmFixture("film.webm");
    CHECK(tests::readFilm(whole, tests::contextFor(whole)).durationSeconds);
    const std::string mp4 = tests::filmFixture("film.mp4"); // its tables are at the end
    const auto cut = tests::readFilm(mp4.substr(0, 5000), tests::contextFor(mp4, "x.mp4"));
    CHECK(cut.kind == ItemKind::Video);
    CHECK(tests::has(cut, IssueCode::Truncated));
    CHECK(tests::has(cut, IssueCode::DamagedMetadata));
}

TEST_CASE("files of other readers and of nobody are not taken for films") {
    const core::format::FilmReader reader;
    const auto is = [&](std::string_view head) {
        return reader.probe({head, "x", head.size()}) != core::format::Confidence::No;
    };
    const std::string data = LOGBOG_TEST_DATA;
    for (const char* other : {"photo/plain.jpg", "photo/place.avif", "photo/place.webp", "photo/place.tif",
                              "mail/box.mbox", "mail/plain_lf.eml", "sms/messages.xml"})
        CHECK_FALSE(is(tests::readFile(data + "/" + other)));
    CHECK_FALSE(is(""));
    CHECK_FALSE(is("ID"));
    CHECK_FALSE(is("The moov is dead"));
    CHECK_FALSE(is(std::string(1000, '\xFF')));
    CHECK_FALSE(is("\xFF\xFB\x90\x64 and no second frame"));
}
