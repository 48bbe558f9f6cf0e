// SPDX-License-Identifier: GPL-3.0-or-later
// The pages before they leave, and on their way to a printer.
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/share/preview.h"
#include "tests/core/share/share_case.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::share::PdfPages;

namespace {

std::string bytesOf(const core::pdf::OutputFile& file) { return readFile(file.readable()); }

PdfPages pagesOf(const core::pdf::OutputFile& file) {
    core::pdf::OutputFile copy = core::pdf::OutputFile::inMemory();
    copy.write(bytesOf(file));
    return PdfPages(std::move(copy));
}

std::string allText(const PdfPages& pages) {
    std::string text;
    for (int i = 0; i < pages.count(); ++i) text += pages.text(i);
    return text;
}

// "Side 3 af 9": time and code of an edition are those of its making.
std::string footerOf(const std::string& text) {
    const std::size_t at = text.rfind("Side ");
    return at == std::string::npos ? text : text.substr(at, text.find('\n', at) - at);
}

int darkPixels(const core::share::PagePixels& pixels) {
    int dark = 0;
    for (std::size_t i = 0; i < pixels.rgb.size(); i += 3) dark += pixels.rgb[i] < 100 ? 1 : 0;
    return dark;
}

std::size_t exports(const TempCase& c) {
    const auto events = c.reader->custody(0);
    return static_cast<std::size_t>(std::count_if(
        events.begin(), events.end(), [](const auto& event) { return event.action == "export"; }));
}

} // namespace

TEST_CASE("a preview shows the pages that are written afterwards, and changes nothing") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto events = c.reader->custody(0).size();
    const auto preview = core::share::previewReport(*c.store, reportOptions(), progress);
    CHECK(c.reader->exhibits().empty());
    CHECK(c.reader->custody(0).size() == events);
    const auto out = c.folder.path() / "log.pdf";
    const auto written = core::share::writeReport(*c.store, reportOptions(), out, progress);
    CHECK(preview->count() == written.pages);
    core::pdf::OutputFile copy = core::pdf::OutputFile::inMemory();
    copy.write(readFile(out));
    const PdfPages file(std::move(copy));
    REQUIRE(file.count() == preview->count());
    for (int i = 0; i < file.count(); ++i) CHECK(footerOf(preview->text(i)) == footerOf(file.text(i)));
    const std::string text = allText(*preview);
    CHECK(text.find("Svar mig") != std::string::npos);
    CHECK(text.find("rkebakken") == std::string::npos);
}

TEST_CASE("pages are drawn as wide as they are asked for, and words are found where they stand") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto preview = core::share::previewReport(*c.store, reportOptions(), progress);
    const auto pixels = preview->draw(0, 600);
    const auto& size = preview->sizes()[0];
    CHECK(pixels.width == 600);
    CHECK(std::abs(pixels.height - 600 * size.height / size.width) <= 1);
    CHECK(pixels.rgb.size() == static_cast<std::size_t>(pixels.width) * pixels.height * 3);
    CHECK(darkPixels(pixels) > 500);
    const auto huge = preview->draw(0, 100'000);
    CHECK(static_cast<double>(huge.width) * huge.height < 24.2e6);
    std::vector<core::share::PageHit> hits;
    for (int i = 0; i < preview->count(); ++i)
        for (const auto& hit : preview->find(i, "svar MIG")) hits.push_back(hit);
    REQUIRE_FALSE(hits.empty());
    for (const auto& hit : hits) {
        const auto& page = preview->sizes()[static_cast<std::size_t>(hit.page)];
        CHECK(hit.x > 0);
        CHECK(hit.x + hit.width < page.width);
        CHECK(hit.y + hit.height < page.height);
        CHECK(hit.width > hit.height);
        // Ink stands in the middle of the place.
        const auto drawn = preview->draw(hit.page, static_cast<int>(page.width * 2));
        int ink = 0;
        const int row = static_cast<int>((hit.y + hit.height * 0.6) * 2);
        for (int x = static_cast<int>(hit.x * 2); x < static_cast<int>((hit.x + hit.width) * 2); ++x)
            ink += drawn.rgb[static_cast<std::size_t>(row * drawn.width + x) * 3] < 128 ? 1 : 0;
        CHECK(ink > 3);
    }
    CHECK(preview->find(0, "").empty());
    CHECK(preview->find(0, "findes ikke her").empty());
}

TEST_CASE("a print freezes the numbers and stands in the history before a page leaves") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto print = core::share::printReport(*c.store, reportOptions(), {}, progress);
    CHECK(print.title == "Logskema");
    CHECK(c.reader->exhibits().size() == 2);
    const auto event = c.reader->custody(0).front();
    CHECK(event.action == "export");
    CHECK(event.subject == "Logskema");
    CHECK(event.detail.find("\"print-full\"") != std::string::npos);
    CHECK(event.detail.find(core::base::toHex(core::base::sha256(bytesOf(*print.file)))) !=
          std::string::npos);
    CHECK(pagesOf(*print.file).count() == print.result.pages);
    core::share::printFailed(*c.store, print);
    CHECK(c.reader->custody(0).front().action == "export-failed");
}

TEST_CASE("printed pages of a range bring nothing of the others along") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto preview = core::share::previewReport(*c.store, reportOptions(), progress);
    const int last = preview->count() - 1;
    int withWords = 0; // a page on which the message stands
    for (int i = 0; i <= last; ++i)
        if (!preview->find(i, "Svar mig").empty()) withWords = i;
    const auto print = core::share::printReport(*c.store, reportOptions(),
                                                {{last, last + 5}, {withWords, withWords}, {0, 0}}, progress);
    const PdfPages pages = pagesOf(*print.file);
    REQUIRE(pages.count() == 3);
    CHECK(print.result.pages == 3);
    CHECK(footerOf(pages.text(0)) == footerOf(preview->text(last)));
    CHECK(footerOf(pages.text(1)) == footerOf(preview->text(withWords)));
    CHECK(pages.text(1).find("Svar mig") != std::string::npos);
    CHECK(footerOf(pages.text(2)) == footerOf(preview->text(0)));
    const auto front = core::share::printReport(*c.store, reportOptions(), {{0, 0}}, progress);
    const PdfPages one = pagesOf(*front.file);
    CHECK(one.count() == 1);
    CHECK(bytesOf(*front.file).size() < bytesOf(*print.file).size());
    CHECK(exports(c) == 2);
    CHECK_THROWS_AS(core::share::printReport(*c.store, reportOptions(), {{last + 1, last + 9}}, progress),
                    core::base::Error);
    CHECK(exports(c) == 2);
}

TEST_CASE("a preview that is stopped ends") {
    TempCase c;
    fillCase(c);
    std::stop_source stop;
    stop.request_stop();
    core::base::Progress progress(stop.get_token());
    CHECK_THROWS_AS(core::share::previewReport(*c.store, reportOptions(), progress), core::base::Error);
}
