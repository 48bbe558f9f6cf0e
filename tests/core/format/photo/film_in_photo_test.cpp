// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/format/photo/embedded_film.h"
#include "tests/core/format/folder.h"
#include "tests/core/format/photo/photo_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::photo::embeddedFilm;

namespace {

std::string filmFixture(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/film/" + name);
}

const std::string kIdentifier = "0F6E2D5A-8C1B-4A77-9E53-2B1C4D5E6F70"; // that of iphone.mov

} // namespace

TEST_CASE("the film behind a motion photo is an attachment with its place in the original") {
    const std::string film = filmFixture("plain.mp4");
    for (const char* name : {"motion.jpg", "samsung.jpg"}) {
        CAPTURE(name);
        const std::string bytes = tests::photoFixture(name);
        const auto item = tests::readPhoto(bytes, tests::contextFor(bytes, "PXL_20230514_193045123.MP.jpg"));
        REQUIRE(item.attachments.size() == 1);
        const auto& part = item.attachments.front();
        CHECK(part.type == "video/mp4");
        CHECK(part.name == "PXL_20230514_193045123.MP.mp4");
        CHECK(part.path.empty());
        CHECK(bytes.substr(part.offset, part.encodedLength) == film);
        CHECK(part.size == film.size());
        CHECK(part.sha256 == core::base::sha256(film));
        CHECK(item.photo->width == 48);
    }
}

TEST_CASE("the film is found by Google's list of items and in the box of a HEIC") {
    const std::string film = filmFixture("plain.mp4");
    const std::string length = std::to_string(film.size());
    const std::string xmp = "<rdf:li rdf:parseType=\"Resource\"><Container:Item Item:Mime=\"image/jpeg\" "
                            "Item:Semantic=\"Primary\" Item:Length=\"0\"/></rdf:li><rdf:li><Container:Item "
                            "Item:Length=\"" +
                            length + "\" Item:Semantic=\"MotionPhoto\" Item:Mime=\"video/mp4\"/></rdf:li>";
    const auto place = embeddedFilm("a picture" + film, xmp);
    REQUIRE(place);
    CHECK(place->offset == 9);
    CHECK(place->length == film.size());
    std::string heic("\0\0\0\x10"
                     "ftypheic\0\0\0\0",
                     16);
    const auto size = static_cast<std::uint32_t>(film.size() + 8);
    for (const int shift : {24, 16, 8, 0}) heic += static_cast<char>(size >> static_cast<unsigned>(shift));
    heic += "mpvd" + film;
    REQUIRE(embeddedFilm(heic, ""));
    CHECK(embeddedFilm(heic, "")->offset == 24);
}

TEST_CASE("a place at which no film begins is not believed") {
    const std::string film = filmFixture("plain.mp4");
    CHECK_FALSE(embeddedFilm("a picture" + film, "MicroVideoOffset=\"12\""));
    CHECK_FALSE(embeddedFilm("a picture" + film, "MicroVideoOffset=\"99999999999999999999\""));
    CHECK_FALSE(embeddedFilm("a picture" + film, "MicroVideoOffset=\"-1\""));
    CHECK_FALSE(embeddedFilm("\xFF\xD8 SEFH\x01\x02\x03\x04 SEFT", ""));
    CHECK_FALSE(embeddedFilm("SEFT", ""));
    CHECK_FALSE(embeddedFilm("", ""));
    const std::string plain = tests::photoFixture("plain.jpg");
    CHECK(tests::readPhoto(plain, tests::contextFor(plain, "a.jpg")).attachments.empty());
}

TEST_CASE("the film of a live photo is an attachment where both carry the same identifier") {
    const std::string picture = tests::photoFixture("plain.jpg") + "Apple iOS" + kIdentifier;
    tests::Folder folder({{"IMG_1234.HEIC", picture}, {"IMG_1234.MOV", filmFixture("iphone.mov")}});
    auto context = tests::contextFor(picture, "IMG_1234.HEIC");
    context.around = &folder;
    const auto item = tests::readPhoto(picture, context);
    REQUIRE(item.attachments.size() == 1);
    CHECK(item.attachments.front().path == "IMG_1234.MOV");
    CHECK(item.attachments.front().type == "video/quicktime");
    CHECK(core::format::PhotoReader().linksFiles());
}

TEST_CASE("a film that only has the picture's name stays an item of its own") {
    const std::string picture = tests::photoFixture("plain.jpg");
    tests::Folder folder({{"IMG_1234.JPG", picture},
                          {"IMG_1234.MOV", filmFixture("iphone.mov")},
                          {"IMG_1234.mp4", "no film at all"}});
    auto context = tests::contextFor(picture, "IMG_1234.JPG");
    context.around = &folder;
    CHECK(tests::readPhoto(picture, context).attachments.empty());
}
