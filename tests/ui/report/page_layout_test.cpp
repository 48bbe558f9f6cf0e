// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview/page_layout.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui::report;

namespace {
const std::vector<PageSize> kMixed{{595, 842}, {842, 595}, {842, 595}, {595, 842}};
}

TEST_CASE("pages stand below one another in the middle, none over another") {
    const PageLayout layout(kMixed, 0.5, {600, 10, 0});
    REQUIRE(layout.count() == 4);
    for (int i = 0; i < layout.count(); ++i) {
        const PageBox& box = layout.box(i);
        CHECK(std::abs(2 * box.x + box.width - 600) <= 1);
        if (i > 0) CHECK(box.y == layout.box(i - 1).y + layout.box(i - 1).height + 10);
    }
    CHECK(layout.height() == layout.box(3).y + layout.box(3).height + 10);
    CHECK(layout.width() == 421 + 20);
}

TEST_CASE("a page that fills the width stands wholly in it, though others are wider") {
    const int view = 900, gap = 12;
    const PageLayout layout(kMixed, zoomToWidth({kMixed[0]}, view, gap), {view, gap, 0});
    CHECK(layout.box(0).x == gap);
    CHECK(layout.box(0).x + layout.box(0).width <= view - gap + 1);
    CHECK(layout.box(1).x == gap); // wider than the view: from its left edge on
    CHECK(layout.box(1).x + layout.box(1).width + gap <= layout.width());
}

TEST_CASE("every height of the view has a page, and the main one takes the most of it") {
    const PageLayout layout(kMixed, 1, {900, 12, 20});
    for (int y = -50; y < layout.height() + 500; y += 7) {
        const int page = layout.pageAt(y);
        CHECK(page >= 0);
        CHECK(page < 4);
    }
    CHECK(layout.pageAt(layout.box(2).y) == 2);
    CHECK(layout.pageAt(layout.box(2).y - 1) == 1);
    CHECK(layout.mainPage(0, 400) == 0);
    CHECK(layout.mainPage(layout.box(1).y - 100, 500) == 1);
    CHECK(layout.visible(0, layout.height()) == std::pair{0, 3});
    const PageLayout none({}, 1, {900, 12, 0});
    CHECK(none.pageAt(10) == -1);
    CHECK(none.visible(0, 100).second < none.visible(0, 100).first);
}

TEST_CASE("the widest page fills the width, and a whole page fits in") {
    const double zoom = zoomToWidth(kMixed, 862, 10);
    CHECK(std::abs(zoom * 842 - 842) < 0.01);
    const double whole = zoomToPage(kMixed[0], 862, 441, 10);
    CHECK(whole * 842 <= 421.01);
    CHECK(whole * 595 <= 842);
    CHECK(zoomToWidth(kMixed, 5, 10) > 0); // a window that is squeezed
}
