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
    const Manifest back = manifestFromJson(toJson(sample()));
    REQUIRE(back.files.size() == 1);
    CHECK(back.files[0].path == sample().files[0].path);
    CHECK(back.files[0].sha256 == sample().files[0].sha256);
    CHECK_THROWS_AS(manifestFromJson("{\"format\":\"other\"}"), core::base::Error);
    CHECK_THROWS_AS(manifestFromJson("nothing"), core::base::Error);
}

TEST_CASE("the spreadsheet list quotes its cells and starts no formula") {
    const std::string csv = toCsv(sample());
    CHECK(csv.starts_with("\xEF\xBB\xBFpath;sha256;"));
    CHECK(csv.find("\"originaler/K1-a \"\"b\"\".xml\"") != std::string::npos);
    CHECK(csv.find("\"'=a;b.xml\"") != std::string::npos);
}

TEST_CASE("the read-me names the tools of all three systems and the code of the manifest") {
    const std::string text = packageReadMe(sample(), std::string(64, 'b'));
    for (const char* word : {"certutil -hashfile", "Get-FileHash", "shasum -a 256", "sha256sum"})
        CHECK(text.find(word) != std::string::npos);
    CHECK(text.find(std::string(64, 'b')) != std::string::npos);
}
