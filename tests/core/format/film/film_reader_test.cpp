// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/transport.h"
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

std::string packet(unsigned pid, std::string payload) {
    std::string out = "\x47";
    out += static_cast<char>(0x40U | pid >> 8U);
    out += static_cast<char>(pid & 0xFFU);
    out += '\x10';
    payload.resize(184, '\xFF');
    return out + payload;
}

// A transport stream of H.264 whose pictures are shown at those times.
std::string streamOf(const std::vector<std::int64_t>& ticks) {
    std::string programs("\0\x00\xB0\x0D\0\1\xC1\0\0\0\1\xE1\x00____", 17);
    std::string streams("\0\x02\xB0\x12\0\1\xC1\0\0\xE1\x01\xF0\0\x1B\xE1\x01\xF0\0____", 22);
    std::string out = packet(0, programs) + packet(0x100, streams);
    for (const std::int64_t at : ticks) {
        std::string pes("\0\0\1\xE0\0\0\x80\x80\x05", 9);
        const auto put = [&](unsigned mark, std::int64_t bits, std::size_t bytes) {
            const std::uint64_t value = static_cast<std::uint64_t>(bits) << 1U | 1U | mark;
            for (std::size_t i = bytes; i > 0; --i) pes += static_cast<char>(value >> (8 * (i - 1)) & 0xFFU);
        };
        put(0x20, at >> 30U & 7, 1);
        put(0, at >> 15U & 0x7FFF, 2);
        put(0, at & 0x7FFF, 2);
        out += packet(0x101, pes);
    }
    return out + packet(0x1FFF, "") + packet(0x1FFF, "");
}

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
        {"film.mp4", ItemKind::Video, 2, 64},      {"hevc.mov", ItemKind::Video, 2, 64},
        {"film.mkv", ItemKind::Video, 2, 64},      {"film.webm", ItemKind::Video, 2, 64},
        {"film.wmv", ItemKind::Video, 2, 64},      {"sound.wma", ItemKind::Audio, 2, 0},
        {"film.ts", ItemKind::Video, 2, 0},        {"film.mpg.ts", ItemKind::Video, 2, 0},
        {"camera.m2ts", ItemKind::Video, 2, 0},    {"film.avi", ItemKind::Video, 2, 64},
        {"plain.mp4", ItemKind::Video, 30, 1920},  {"place.3gp", ItemKind::Video, 30, 1920},
        {"fragments.mp4", ItemKind::Video, 2, 64}, {"sound.m4a", ItemKind::Audio, 2, 0},
        {"sound_only.mp4", ItemKind::Audio, 2, 0}, {"sound.mp3", ItemKind::Audio, 2, 0},
        {"vbr.mp3", ItemKind::Audio, 2, 0},        {"sound.opus", ItemKind::Audio, 2, 0},
        {"sound.ogg", ItemKind::Audio, 2, 0},      {"sound.wav", ItemKind::Audio, 2, 0},
        {"sound.caf", ItemKind::Audio, 2, 0},      {"alac.caf", ItemKind::Audio, 2, 0},
        {"sound.flac", ItemKind::Audio, 2, 0},     {"sound.aac", ItemKind::Audio, 2, 0},
        {"sound.amr", ItemKind::Audio, 2, 0},
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
        CHECK((item.photo ? item.photo->width : 0) == known.width); // a stream does not say it in its packets
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

TEST_CASE("a film of Windows has the time of its header, which may be UTC or not") {
    const auto item = tests::readFilmAs("film.wmv", "x.wmv");
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(tests::has(item, IssueCode::DoubtfulTime));
    CHECK(tests::readFilmAs("film.wmv", "VID_20230514_213045.wmv").times.at(0).time.precision ==
          core::base::Precision::Second);
    CHECK_FALSE(
        tests::has(tests::readFilmAs("film.wmv", "VID_20230514_213045.wmv"), IssueCode::DoubtfulTime));
    CHECK(tests::readFilmAs("sound.wma", "x.wma").times.empty());
    const std::string whole = tests::filmFixture("film.wmv");
    const auto cut = tests::readFilm(whole.substr(0, whole.size() / 2), tests::contextFor(whole, "x.wmv"));
    CHECK(tests::has(cut, IssueCode::Truncated));
    CHECK(cut.durationSeconds == 2);
}

TEST_CASE("the clock of an AVCHD camera is a wall clock, whatever zone its menu says") {
    const auto item = tests::readFilmAs("camera.m2ts", "00001.MTS");
    REQUIRE(!item.times.empty());
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times[0].time.basis == core::base::TimeBasis::LocalZone);
    CHECK(item.times[0].asWritten == "2023-05-14 21:30:45 +01:00 DST");
    CHECK(tests::readFilmAs("film.ts", "x.ts").times.empty());
    using core::format::film::cameraClock;
    const std::string mark =
        "\x17\xEE\x8C\x60\xF8\x4D\x11\xD9\x8C\xD6\x08" + std::string(1, '\0') + "\x20\x0C\x9A\x66MDPM";
    // Midnight: the zeros have a byte put between.
    const std::string midnight("\x02\x18\xFF\x20\x23\x05\x19\x14\0\0\x03\0", 12);
    CHECK(cameraClock("xx" + mark + midnight + "yy") == "2023-05-14 00:00:00");
    CHECK(cameraClock(mark + std::string("\x02\x18\xFF\x20\x2F\x05\x19\x14\x21\x30\x45", 11)).empty());
    CHECK(cameraClock(mark + "\x02").empty());
    CHECK(cameraClock(mark).empty());
}

TEST_CASE("a stream lasts from its first picture to its last, and nobody knows where its clock begins anew") {
    const auto lasts = [](const std::vector<std::int64_t>& ticks) {
        const std::string bytes = streamOf(ticks);
        return tests::readFilm(bytes, tests::contextFor(bytes, "x")).durationSeconds;
    };
    constexpr std::int64_t second = 90'000;
    constexpr std::int64_t turn = std::int64_t{1} << 33U;
    CHECK(lasts({5 * second, 7 * second, 6 * second, 65 * second, 64 * second}) == 60);
    CHECK(lasts({turn - second, 0, 9 * second}) == 10); // the clock has 33 bits
    CHECK(lasts({60 * second, 0, 60 * second}) == std::nullopt);
    CHECK(lasts({0, 60 * second, 0, 60 * second}) == std::nullopt);
    CHECK(lasts({5 * second}) == std::nullopt);
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
    CHECK_FALSE(is(std::string(2000, 'G')));
    CHECK_FALSE(is(std::string(1000, '\xFF')));
    CHECK_FALSE(is("\xFF\xFB\x90\x64 and no second frame"));
}
