// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

report::TextSection sectionOf(const std::string& heading, int paragraphs) {
    report::TextSection section;
    section.heading = heading;
    for (int i = 0; i < paragraphs; ++i)
        section.paragraphs.push_back(
            "Words that take two lines of a narrow column, and are the same each time.");
    return section;
}

} // namespace

TEST_CASE("two columns about the document are of like height, though a section has to go on in the second") {
    const TempFolder folder;
    report::LogDocument d = sampleDocument(catalog());
    d.about = {sectionOf("Long", 27), sectionOf("Short", 7)};
    report::TextSection wide = sectionOf("Wide", 4);
    wide.wide = true;
    d.about.push_back(wide);
    const auto range = render(d, folder.path() / "log.pdf").result.map.ranges.at("about");
    CHECK(range.first == range.last);
}

TEST_CASE("the steps follow the parties on their page where all of both have room there") {
    const TempFolder folder;
    report::LogDocument d = sampleDocument(catalog());
    const auto together = render(d, folder.path() / "together.pdf").result.map;
    CHECK(together.firstPage("steps") == together.ranges.at("parties").last);
    d.parties.push_back(sectionOf("Background", 24));
    const auto apart = render(d, folder.path() / "apart.pdf").result.map;
    CHECK(apart.ranges.at("parties").last == apart.ranges.at("parties").first);
    CHECK(apart.firstPage("steps") == apart.ranges.at("parties").last + 1);
}
