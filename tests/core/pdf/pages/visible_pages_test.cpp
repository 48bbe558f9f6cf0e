// SPDX-License-Identifier: GPL-3.0-or-later
// What a crop box hides is noticed, though it is no ink or too small to be drawn.
#include "core/pdf/pages/visible_pages.h"
#include "tests/support/pdf_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::PdfMaker;
using tests::shownAt;

namespace {

bool holdsMore(const std::string& operators, const std::string& keys) {
    PdfMaker maker;
    maker.page(operators, keys);
    const pdf::ForeignPages shown = pdf::readForeignPages(maker.bytes());
    REQUIRE(shown.trouble == pdf::ForeignTrouble::None);
    return pdf::pages::holdsMoreOutside(maker.bytes(), shown, base::Progress());
}

} // namespace

TEST_CASE("words outside of a crop box are noticed where they have no ink") {
    const std::string seen = shownAt(60, 700, "seen words");
    for (const int turn : {0, 90, 180, 270}) {
        CAPTURE(turn);
        const std::string turned = " /Rotate " + std::to_string(turn), sheet = "/MediaBox [0 0 595 842]";
        const std::string cropped = sheet + " /CropBox [0 421 595 842]" + turned;
        CHECK_FALSE(holdsMore(seen, cropped));
        CHECK_FALSE(holdsMore("3 Tr " + seen, cropped));
        CHECK(holdsMore(seen + "3 Tr " + shownAt(60, 100, "never seen"), cropped)); // as a scan has them
        CHECK(holdsMore(seen + "1 g " + shownAt(60, 100, "white"), cropped));
        CHECK_FALSE(holdsMore(seen + "3 Tr " + shownAt(60, 100, "never seen"), sheet + turned));
    }
}

TEST_CASE("a sheet that is too large to be drawn counts as holding more than its crop box shows") {
    CHECK(holdsMore("0 g 100000 0 100000 3 re f", "/MediaBox [0 0 200000 3] /CropBox [0 0 100000 3]"));
    CHECK_FALSE(holdsMore("0 g 0 0 300 3 re f", "/MediaBox [0 0 2000 3] /CropBox [0 0 1000 3]"));
}
