// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/empty_form.h"
#include "tests/core/pdf/pages/page_words.h"
#include "tests/core/pdf/pages/rendering.h"

using namespace tests;

TEST_CASE("in the empty form words stand clear of each other, and the list asks where an exhibit went") {
    const TempFolder folder;
    const auto pdf = folder.path() / "empty.pdf";
    render(report::emptyForm(catalog(), report::loadForm(LOGBOG_ASSETS, "dansk"), ""), pdf);
    const auto first = wordsOf(pdf, 1), list = wordsOf(pdf, 4);
    const auto at = [&](const std::string& text) {
        const auto found = std::find(first.begin(), first.end(), text);
        REQUIRE(found != first.end());
        return *found;
    };
    constexpr double kMm = 72 / 25.4;
    CHECK(at("recognised").top - at("Sheet").bottom > 6 * kMm); // a line of heading and air
    CHECK(timesOf(list, "Handed") == 1);
}
