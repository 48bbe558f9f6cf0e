// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/content.h"
#include "core/pdf/metadata.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <clocale>
#include <limits>
#include <locale>

#include <catch2/catch_test_macros.hpp>
#include <malloc.h>

namespace {

std::string number(double value) {
    std::string out;
    core::pdf::appendNumber(out, value);
    return out;
}

struct CommaNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

// The process speaks Danish numbers while this lives.
struct DanishLocale {
    DanishLocale() : before(std::locale::global(std::locale(std::locale::classic(), new CommaNumbers))) {
        std::setlocale(LC_ALL, "da_DK.UTF-8"); // where it is installed
    }
    ~DanishLocale() {
        std::setlocale(LC_ALL, "C");
        std::locale::global(before);
    }
    std::locale before;
};

} // namespace

TEST_CASE("numbers are short, exact to a thousandth, and never with an exponent", "[core][pdf]") {
    CHECK(number(0) == "0");
    CHECK(number(-0.0001) == "0");
    CHECK(number(1.5) == "1.5");
    CHECK(number(-0.25) == "-0.25");
    CHECK(number(12.3456) == "12.346");
    CHECK(number(0.007) == "0.007");
    CHECK(number(123456789.0) == "123456789");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
    CHECK(number(std::numeric_limits<double>::infinity()) == "0");
    CHECK(number(1e300) == "0");
}

TEST_CASE("a locale with decimal commas changes not a byte", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto make = [&](const char* name) {
        const auto canvas = tests::newCanvas({"Titel", "", "", "da-DK", 1'760'000'000'000, 7200});
        canvas->newPage(210, 297);
        canvas->draw(canvas->layout("Beløb 1234,5 中文 e\u0301 😀", {}, 33.3), 20.55, 20.55);
        canvas->rule(10.123, 20.5, 30.7, 20.5, 0.25, 0.333, 1.5, 0.7);
        tests::save(*canvas, folder.path() / name);
        return tests::readFile(folder.path() / name);
    };
    const std::string plain = make("plain.pdf");
    const DanishLocale danish;
    REQUIRE(number(1234.5) == "1234.5");
    CHECK(make("danish.pdf") == plain);
}

TEST_CASE("a page's content survives packing and drawing on", "[core][pdf]") {
    core::pdf::PageContent content;
    content.open() += "first ";
    content.pack();
    content.pack();
    content.open() += "second";
    CHECK(core::pdf::inflated(content.packed(), 12) == "first second");
    content.pack();
    CHECK(core::pdf::inflated(content.packed(), 12) == "first second");
}

TEST_CASE("a packed page keeps no room for what it was", "[core][pdf]") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "(besked) Tj\n";
    std::vector<core::pdf::PageContent> pages(500);
    const std::size_t before = mallinfo2().uordblks;
    for (core::pdf::PageContent& page : pages) {
        page.open() += text;
        page.pack();
    }
    CHECK(mallinfo2().uordblks - before < pages.size() * 1000 + 10 * text.size());
    CHECK(core::pdf::inflated(pages[7].packed(), text.size()) == text);
}

TEST_CASE("of a page that is only weighed the size is kept", "[core][pdf]") {
    core::pdf::PageContent kept, weighed;
    kept.open() += "the same";
    weighed.open() += "the same";
    kept.pack();
    weighed.weigh();
    CHECK(weighed.packedSize() == kept.packedSize());
    CHECK(weighed.closed().empty());
}

TEST_CASE("dates carry their offset", "[core][pdf]") {
    CHECK(core::pdf::pdfDate(1'746'302'657'000, 7200) == "D:20250503220417+02'00'");
    CHECK(core::pdf::pdfDate(1'746'302'657'000, -12600) == "D:20250503163417-03'30'");
}

TEST_CASE("metadata for machines holds no broken XML", "[core][pdf]") {
    const std::string xmp = core::pdf::xmpPacket({"a<b>&c\x01 \xFF", "", "", "da-DK", 0, 0});
    CHECK(xmp.find("a&lt;b&gt;&amp;c\xEF\xBF\xBD \xEF\xBF\xBD") != std::string::npos);
}
