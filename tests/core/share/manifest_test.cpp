// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/share/manifest.h"
#include "core/share/read_me.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::share;

namespace {
Manifest sample() {
    Manifest manifest;
    manifest.caseLabel = "Sag 7F3";
    manifest.files.push_back(
        {"originaler/K1-a \"b\".xml", std::string(64, 'a'), 12, "original", "=a;b.xml", "", {1, 2}, {3}});
    return manifest;
}
} // namespace

TEST_CASE("a manifest goes through its JSON and names the same files") {
    const Manifest given = sample();
    const Manifest back = manifestFromJson(jsonOf(given).whole());
    REQUIRE(back.files.size() == 1);
    CHECK(back.files[0].path == sample().files[0].path);
    CHECK(back.files[0].sha256 == sample().files[0].sha256);
    CHECK_THROWS_AS(manifestFromJson("{\"format\":\"other\"}"), core::base::Error);
    CHECK_THROWS_AS(manifestFromJson("nothing"), core::base::Error);
}

TEST_CASE("the lists of a package are made piece by piece, and come out whole in buffers of any size") {
    Manifest given = sample();
    given.files.push_back(given.files.front());
    given.missing.push_back({"væk.jpg", 7, {1, 2}});
    const std::string json = jsonOf(given).whole();
    CHECK(json.find("\n  \"files\": [\n    {\n      \"path\": ") != std::string::npos);
    CHECK(json.find("\n    },\n    {\n      \"path\": ") != std::string::npos);
    CHECK(json.find("\n    }\n  ],\n  \"missing\": [\n") != std::string::npos);
    CHECK(json.ends_with("\n  ]\n}\n"));
    for (const LongText& text : {jsonOf(given), csvOf(given), packageReadMe(given, std::string(64, 'b'))})
        for (const std::size_t capacity : {1U, 7U, 4096U}) {
            LongTextSource source(text);
            std::string all, buffer(capacity, '\0');
            while (const std::size_t got = source.read(buffer.data(), capacity)) all += buffer.substr(0, got);
            CHECK(all == text.whole());
            CHECK(all.size() == text.size());
        }
    CHECK(manifestFromJson(jsonOf(Manifest()).whole()).files.empty());
}

TEST_CASE("the spreadsheet list quotes its cells and starts no formula") {
    const Manifest given = sample();
    const std::string csv = csvOf(given).whole();
    CHECK(csv.starts_with("\xEF\xBB\xBFpath;sha256;"));
    CHECK(csv.find("\"originaler/K1-a \"\"b\"\".xml\"") != std::string::npos);
    CHECK(csv.find("\"'=a;b.xml\"") != std::string::npos);
}

TEST_CASE("the read-me names the tools of all three systems and the code of the manifest") {
    const Manifest given = sample();
    const std::string text = packageReadMe(given, std::string(64, 'b')).whole();
    for (const char* word : {"certutil -hashfile", "Get-FileHash", "shasum -a 256", "sha256sum"})
        CHECK(text.find(word) != std::string::npos);
    CHECK(text.find(std::string(64, 'b')) != std::string::npos);
}
