// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as they come out on paper: rendered by pdftoppm, compared with the pixels decoded upright.
#include "core/image/picture.h"
#include "core/pdf/pages/sheet.h"
#include "tests/core/pdf/pages/rendering.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

struct Raster {
    int width = 0, height = 0;
    std::string rgb;
    double gray(double x, double y) const { // 0 to 1 of width and height
        const auto col = static_cast<std::size_t>(x * width), row = static_cast<std::size_t>(y * height);
        const std::size_t at = 3 * (row * static_cast<std::size_t>(width) + col);
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rgb[at + i]); };
        return 0.3 * byte(0) + 0.59 * byte(1) + 0.11 * byte(2);
    }
};

Raster rasterOf(const std::filesystem::path& pdf, int dpi, int page = 1) {
    const std::string out = pdf.string() + "-page", number = std::to_string(page);
    REQUIRE(std::system(("pdftoppm -r " + std::to_string(dpi) + " -f " + number + " -l " + number +
                         " -singlefile '" + pdf.string() + "' '" + out + "'")
                            .c_str()) == 0);
    const std::string ppm = tests::readFile(out + ".ppm");
    Raster r;
    int most = 0, used = 0;
    REQUIRE(std::sscanf(ppm.c_str(), "P6 %d %d %d%n", &r.width, &r.height, &most, &used) == 3);
    r.rgb = ppm.substr(static_cast<std::size_t>(used) + 1);
    return r;
}

// Mean difference of gray on a fine grid.
double difference(const Raster& a, const Raster& b) {
    constexpr int kGrid = 120;
    double sum = 0;
    for (int y = 0; y < kGrid; ++y)
        for (int x = 0; x < kGrid; ++x)
            sum += std::abs(a.gray((x + 0.5) / kGrid, (y + 0.5) / kGrid) -
                            b.gray((x + 0.5) / kGrid, (y + 0.5) / kGrid));
    return sum / (kGrid * kGrid);
}

Raster upright(const std::string& bytes, int orientation) {
    const auto p = image::decodePicture(bytes, orientation, {});
    REQUIRE(p);
    return {p->width, p->height, std::string(p->rgb.begin(), p->rgb.end())};
}

std::string sampleFile(const std::string& name) {
    return tests::readFile(std::filesystem::path(LOGBOG_ASSETS) / "sample" / "exports" / "fotos" / name);
}

// The picture alone on a page of its own shape, 200 mm wide.
Raster printed(const std::string& bytes, int knownOrientation) {
    const tests::TempFolder folder;
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    const pdf::pages::PictureLoader loader = [&](const report::PictureRef&) { return bytes; };
    pdf::pages::Pictures pictures(canvas, loader);
    const report::PictureRef ref{1, false, knownOrientation};
    const auto size = pictures.size(ref);
    REQUIRE(size);
    const double height = 200 * size->height / size->width;
    canvas.newPage(200, height);
    pictures.draw(ref, 0, 0, 200, height);
    base::Progress progress;
    canvas.save(folder.path() / "picture.pdf", progress);
    return rasterOf(folder.path() / "picture.pdf", 150);
}

} // namespace

TEST_CASE("a photo comes out upright and sharp, whatever its EXIF orientation") {
    struct File {
        const char* name;
        int orientation;
    };
    for (const auto& [name, orientation] : {File{"IMG_20250214_080712.jpg", 1},
                                            {"IMG_20250214_080731.jpg", 6},
                                            {"IMG_20250316_072305.jpg", 3},
                                            {"IMG_20250316_072351.jpg", 8}}) {
        CAPTURE(name);
        const std::string bytes = sampleFile(name);
        const Raster wanted = upright(bytes, orientation);
        CHECK(difference(printed(bytes, 0), wanted) < 3); // read from the bytes
        CHECK(difference(printed(bytes, orientation), wanted) < 3);
        if (orientation == 1) continue;
        const Raster asStored = upright(bytes, 1);
        CHECK(difference(printed(bytes, orientation), asStored) > 8);
    }
}

TEST_CASE("what was struck out is white on a black box, and its mark stays in the text") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(tests::catalog());
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    base::Progress progress;
    pdf::pages::PageMap known;
    pdf::pages::Sheet sheet(canvas, d, known, false, progress);
    sheet.beginPage(pdf::pages::style::kPortrait, {});
    const pdf::TextStyle style{pdf::Face::Regular, 20, 10, 0};
    const double plain = sheet.widthOf("Jeg kørte forbi ", style);
    sheet.write("Jeg kørte forbi \uFDD0[overstreget: adresse]\uFDD1 i dag", style, 0, 0, 170);
    canvas.save(folder.path() / "box.pdf", progress);
    CHECK(tests::pdfPages(folder.path() / "box.pdf")
              .front()
              .find("Jeg kørte forbi [overstreget: adresse] i dag") != std::string::npos);
    const Raster page = rasterOf(folder.path() / "box.pdf", 100);
    const auto darkShare = [&](double fromMm, double toMm) {
        int dark = 0, all = 0;
        for (double x = fromMm; x < toMm; x += 0.3)
            for (double y = 3; y < 7.5; y += 0.3, ++all)
                dark += page.gray((22 + x) / 210, (18 + y) / 297) < 100 ? 1 : 0;
        return static_cast<double>(dark) / all;
    };
    CHECK(darkShare(plain + 4, plain + 60) > 0.5);
    CHECK(darkShare(2, plain - 4) < 0.4);
    CHECK(darkShare(plain + 4, plain + 60) < 0.95); // the words are there to be read
}

TEST_CASE("a HEIC photo is turned once") {
    for (const char* name : {"IMG_2630.HEIC", "IMG_2988.HEIC"})
        for (const int orientation : {0, 1, 6, 3}) { // what its EXIF says: libheif has turned it already
            CAPTURE(name, orientation);
            const std::string bytes = sampleFile(name);
            CHECK(difference(printed(bytes, orientation), upright(bytes, 1)) < 3);
        }
}

TEST_CASE("a screenshot of a whole conversation goes over several pages, whole, wide enough to be read") {
    // 1080 x 9000, every row a grey of its own: what is printed tells which rows are there.
    image::Picture tall{1080, 9000, {}};
    tall.rgb.resize(std::size_t{1080} * 9000 * 3);
    for (std::size_t row = 0; row < 9000; ++row)
        std::fill_n(tall.rgb.begin() + static_cast<std::ptrdiff_t>(row * 1080 * 3), 1080 * 3,
                    static_cast<std::uint8_t>(row * 255 / 9000));
    const std::string bytes = image::encodeJpeg(tall, 90);
    report::LogDocument d = tests::sampleDocument(tests::catalog());
    const auto exhibit = std::find_if(d.exhibits.begin(), d.exhibits.end(), [](const report::ExhibitPart& e) {
        return !e.files.empty() && e.files.front().isPicture;
    });
    REQUIRE(exhibit != d.exhibits.end());
    exhibit->files.resize(1);
    exhibit->files.front().facts.push_back({"SHA-256", "a59b 3536 13a9 7d6c", false});
    const tests::TempFolder folder;
    const auto out = folder.path() / "tall.pdf";
    const tests::Rendered r = tests::render(d, out, [&](const report::PictureRef&) { return bytes; });
    std::vector<std::size_t> pages;
    for (std::size_t i = 0; i < r.pages.size(); ++i)
        if (r.pages[i].find("section ") != std::string::npos) pages.push_back(i);
    REQUIRE(pages.size() == 4);
    CHECK(r.pages[pages.front()].find("section 1 of 4") != std::string::npos);
    CHECK(r.pages[pages.front()].find("SHA-256") != std::string::npos);
    double last = 0; // the grey where the page before ends
    for (const std::size_t page : pages) {
        const Raster seen = rasterOf(out, 50, static_cast<int>(page) + 1);
        std::vector<double> greys; // down the picture, without frames and lines: each as the one before it
        for (double y = 0.13; y < 0.9; y += 0.001) {
            const double grey = seen.gray(0.2, y), beside = seen.gray(0.3, y);
            const bool isNext = greys.empty() || std::abs(grey - greys.back()) < 3;
            if (std::abs(grey - beside) < 3 && grey < 253 && isNext &&
                std::abs(seen.gray(0.2, y + 0.003) - grey) < 3)
                greys.push_back(grey);
        }
        REQUIRE(greys.size() > 100);
        CHECK(greys.front() <= last + 2); // a little of it again
        last = greys.back();
    }
    CHECK(last > 240);
}

TEST_CASE("a photo of which a part is missing is shown as far as it goes, and the page says so") {
    image::Picture grey{1200, 900, std::vector<std::uint8_t>(std::size_t{1200} * 900 * 3, 90)};
    const std::string whole = image::encodeJpeg(grey, 90), half = whole.substr(0, whole.size() / 2);
    image::Picture thin{400, 4000, std::vector<std::uint8_t>(std::size_t{400} * 4000 * 3, 90)};
    const std::string strip = image::encodeJpeg(thin, 90);
    const report::LogDocument d = tests::sampleDocument(tests::catalog());
    const auto count = [&](const std::string& bytes) {
        const tests::TempFolder folder;
        int found = 0;
        const auto loader = [&](const report::PictureRef&) { return bytes; };
        for (const std::string& page : tests::render(d, folder.path() / "cut.pdf", loader).pages)
            found += page.find("The picture is damaged.") != std::string::npos ? 1 : 0;
        return found;
    };
    CHECK(count(whole) == 0);
    CHECK(count(half) > 1); // with photos of their own and below words
    CHECK(count(strip) == 0);
    CHECK(count(strip.substr(0, strip.size() * 3 / 4)) > 1);
}

namespace {

// Copies of one photo that differ in a byte nobody sees: in the comment before its frame.
std::string photoNumber(int number) {
    static const std::string plain = tests::photo({1, false, 0});
    std::string jpeg = plain;
    std::string comment("\xFF\xFE\x00\x04", 4);
    comment += static_cast<char>('A' + number / 26);
    comment += static_cast<char>('A' + number % 26);
    return jpeg.insert(2, comment);
}

} // namespace

TEST_CASE("photos that were looked at ahead are the same as those asked for one by one") {
    std::atomic<int> fetched = 0;
    const pdf::pages::PictureLoader loader = [&](const report::PictureRef& ref) {
        ++fetched;
        if (ref.id == 7) throw base::Error(base::ErrorCode::Damaged, "the original is damaged");
        return ref.id == 8 ? tests::photo({2, false, 0}) : photoNumber(static_cast<int>(ref.id));
    };
    std::vector<report::PictureRef> refs;
    for (int id = 1; id <= 12; ++id) refs.push_back({id, id % 3 == 0, id % 4 == 0 ? 6 : 0});
    pdf::pages::PictureFacts ahead(loader), oneByOne(loader);
    base::Progress progress;
    ahead.prepare(refs, progress);
    fetched = 0;
    for (const report::PictureRef& ref : refs) {
        CAPTURE(ref.id);
        const auto &a = ahead.of(ref), &b = oneByOne.of(ref);
        CHECK(a.size.has_value() == b.size.has_value());
        CHECK(a.size.has_value() == (ref.id != 7));
        CHECK(a.jpeg.has_value() == b.jpeg.has_value());
        if (a.jpeg && b.jpeg) CHECK(a.jpeg->key == b.jpeg->key);
        CHECK(a.orientation == b.orientation);
        if (a.size && b.size) CHECK((a.size->width == b.size->width && a.size->height == b.size->height));
    }
    const int again = fetched - static_cast<int>(refs.size());
    CHECK(again == (std::thread::hardware_concurrency() > 1 ? 2 : 12)); // the damaged one and the screenshot
}

TEST_CASE("a photo that was found sound is not fetched again before it is written, and is forgotten where it "
          "is gone") {
    int fetched = 0;
    bool isGone = false;
    pdf::pages::PictureLoader loader;
    loader.bytes = [&](const report::PictureRef&) {
        ++fetched;
        return isGone ? std::string() : photoNumber(50);
    };
    loader.name = [](const report::PictureRef&) { return std::string("a photo of this test"); };
    const report::PictureRef ref{1, false, 0};
    CHECK(pdf::pages::PictureFacts(loader).of(ref).size);
    CHECK(fetched == 1);
    pdf::pages::PictureFacts again(loader);
    REQUIRE(again.of(ref).jpeg);
    CHECK(fetched == 1);
    CHECK(again.of(ref).load().size() == again.of(ref).jpeg->size);
    CHECK(pdf::pages::PictureFacts(loader).of({1, false, 6}).orientation ==
          6); // drawn in another way: another
    isGone = true;
    CHECK(again.of(ref).load().empty());
    CHECK_FALSE(pdf::pages::PictureFacts(loader).of(ref).size);
}
