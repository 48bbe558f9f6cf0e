// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/content.h"
#include "core/pdf/foreign_page.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/pdf_maker.h"
#include "tests/support/pdf_text.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <random>
#include <thread>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using pdf::ForeignPages;
using pdf::ForeignTrouble;
using pdf::readForeignPages;
using tests::PdfMaker;
using tests::shownAt;

namespace {

// Every page of it on a page of ours, as large as it is.
void draw(ForeignPages pages, const std::filesystem::path& out) {
    auto canvas = tests::newCanvas();
    const auto sizes = pages.pages;
    const pdf::ForeignId id = canvas->addForeign(std::move(pages));
    constexpr double kMm = 25.4 / 72;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        canvas->newPage(sizes[i].widthPt * kMm, sizes[i].heightPt * kMm);
        canvas->drawForeign(id, i, 0, 0, sizes[i].widthPt * kMm, sizes[i].heightPt * kMm);
    }
    tests::save(*canvas, out);
    CHECK(tests::isCleanPdf(out));
}

// As `qpdf --qdf` writes it: nothing in it is packed.
std::string unpacked(const std::filesystem::path& file) {
    return tests::run("qpdf --qdf --object-streams=disable '" + file.string() + "' -");
}

} // namespace

TEST_CASE("pages of a foreign PDF are drawn and their text stays searchable") {
    const tests::TempFolder folder;
    PdfMaker maker;
    maker.page(shownAt(60, 700, "first words"));
    maker.page(shownAt(60, 700, "second words"));
    const ForeignPages pages = readForeignPages(maker.bytes());
    REQUIRE(pages.trouble == ForeignTrouble::None);
    REQUIRE(pages.pages.size() == 2);
    CHECK(pages.text.find("second words") != std::string::npos);
    CHECK_FALSE(pages.isDamaged);
    CHECK_FALSE(pages.hasUnknownLetters);
    const auto out = folder.path() / "out.pdf";
    draw(pages, out);
    CHECK(tests::textOf(out).find("first words") != std::string::npos);
    CHECK(tests::textOf(out).find("second words") != std::string::npos);
}

TEST_CASE("a foreign page is as large and as upright as a reader shows it") {
    const tests::TempFolder folder;
    const std::string corner = "0 g 0 0 50 50 re f\n"; // lower left of the sheet
    const std::pair<int, std::pair<double, double>> turns[] = {
        {0, {0.03, 0.97}}, {90, {0.03, 0.03}}, {180, {0.97, 0.03}}, {270, {0.97, 0.97}}};
    for (const auto& [turn, dark] : turns) {
        CAPTURE(turn);
        PdfMaker maker;
        maker.page(corner, "/MediaBox [0 0 400 800] /Rotate " + std::to_string(turn));
        const ForeignPages pages = readForeignPages(maker.bytes());
        REQUIRE(pages.pages.size() == 1);
        CHECK(pages.pages[0].widthPt == (turn % 180 == 0 ? 400 : 800));
        const auto out = folder.path() / ("turn" + std::to_string(turn) + ".pdf");
        draw(pages, out);
        for (const double x : {0.03, 0.97})
            for (const double y : {0.03, 0.97}) {
                CAPTURE(x, y);
                CHECK(tests::render(out, 36).isDark(x, y) == (dark == std::pair(x, y)));
            }
    }
}

TEST_CASE("only what the crop box shows is drawn, and what lies outside is still searched") {
    const tests::TempFolder folder;
    PdfMaker maker;
    maker.page("0 g 0 0 595 842 re f\n" + shownAt(10, 10, "outside"),
               "/MediaBox [0 0 595 842] /CropBox [100 300 400 500] /UserUnit 2");
    const ForeignPages pages = readForeignPages(maker.bytes());
    REQUIRE(pages.pages.size() == 1);
    CHECK(pages.pages[0].widthPt == 600);
    CHECK(pages.pages[0].heightPt == 400);
    CHECK(pages.text.find("outside") != std::string::npos);
    draw(pages, folder.path() / "out.pdf");
}

TEST_CASE("what a crop box hides is known side by side, and drawn where the whole sheet is asked for") {
    const std::pair<int, std::vector<double>> turns[] = {// left, top, right, bottom
                                                         {0, {10, 40, 30, 20}},
                                                         {90, {20, 10, 40, 30}},
                                                         {180, {30, 20, 10, 40}},
                                                         {270, {40, 30, 20, 10}}};
    for (const auto& [turn, hidden] : turns) {
        CAPTURE(turn);
        PdfMaker maker;
        maker.page(shownAt(10, 10, "x"),
                   "/MediaBox [0 0 500 800] /CropBox [10 20 470 760] /Rotate " + std::to_string(turn));
        const ForeignPages pages = readForeignPages(maker.bytes());
        REQUIRE(pages.pages.size() == 1);
        const ForeignPages::Size& page = pages.pages[0];
        CHECK(page.isCut());
        CHECK(std::vector{page.hiddenLeft, page.hiddenTop, page.hiddenRight, page.hiddenBottom} == hidden);
        CHECK(page.widthPt == (turn % 180 == 0 ? 460 : 740));
        pdf::ForeignLimits limits;
        limits.wholeSheets = true;
        CHECK(readForeignPages(maker.bytes(), limits).pages.at(0).widthPt == (turn % 180 == 0 ? 500 : 800));
    }
    PdfMaker plain;
    plain.page("", "/MediaBox [0 0 500 800] /CropBox [0 0 500 800]");
    CHECK_FALSE(readForeignPages(plain.bytes()).pages.at(0).isCut());
}

TEST_CASE("scripts, links, attachments, metadata and forms stay behind; what fields look like is drawn") {
    const tests::TempFolder folder;
    PdfMaker maker;
    const int look =
        maker.stream("BT /F1 12 Tf 2 6 Td (field words) Tj ET",
                     "/Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font "
                     "/Subtype /Type1 /BaseFont /Helvetica >> >> >>");
    const std::string at = std::to_string(look) + " 0 R";
    const int field = maker.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /F 4 /Rect [60 500 260 520] "
                                "/AP << /N " +
                                at + " >> /AA << /K << /S /JavaScript /JS (evilkey) >> >> >>");
    const int link = maker.add("<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI "
                               "/URI (http://track.example) >> >>");
    const int hidden =
        maker.add("<< /Type /Annot /Subtype /Stamp /F 2 /Rect [60 300 260 320] /AP << /N " +
                  std::to_string(maker.stream("BT (hiddenstamp) Tj ET", "/BBox [0 0 9 9]")) + " 0 R >> >>");
    const int meta = maker.stream("<x>secretmeta</x>", "/Type /Metadata /Subtype /XML");
    maker.page(shownAt(60, 700, "words"),
               "/MediaBox [0 0 595 842] /Metadata " + std::to_string(meta) +
                   " 0 R /PieceInfo << /X (secretpiece) >> "
                   "/AA << /O << /S /JavaScript /JS (evilopen) >> >> /Annots [" +
                   std::to_string(field) + " 0 R " + std::to_string(link) + " 0 R " + std::to_string(hidden) +
                   " 0 R]",
               "/XObject << /B " +
                   std::to_string(maker.stream("", "/Subtype /Form /BBox [0 0 9 9] /Metadata " +
                                                       std::to_string(meta) + " 0 R")) +
                   " 0 R >>");
    maker.catalog = "/OpenAction << /S /JavaScript /JS (evilstart) >> /AcroForm << /Fields [" +
                    std::to_string(field) + " 0 R] >>";
    const ForeignPages pages = readForeignPages(maker.bytes());
    REQUIRE(pages.trouble == ForeignTrouble::None);
    CHECK(pages.text.find("field words") != std::string::npos);
    CHECK(pages.text.find("hiddenstamp") == std::string::npos);
    const auto out = folder.path() / "out.pdf";
    draw(pages, out);
    CHECK(tests::textOf(out).find("field words") != std::string::npos);
    const std::string all = unpacked(out);
    CHECK(all.find("/B ") != std::string::npos); // a name that the file gives is no word of the format
    for (const char* gone :
         {"evil", "track.example", "secret", "JavaScript", "AcroForm", "hiddenstamp", "Widget"}) {
        CAPTURE(gone);
        CHECK(all.find(gone) == std::string::npos);
    }
}

TEST_CASE("a field whose look is left to the reader's program is drawn with its value") {
    const tests::TempFolder folder;
    PdfMaker maker;
    const int field = maker.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (filled in) /F 4 "
                                "/DA (/F1 12 Tf 0 g) /Rect [60 500 260 520] >>");
    const int tick = maker.stream("0 0 m 14 14 l S", "/Subtype /Form /BBox [0 0 14 14]");
    const int box =
        maker.add("<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /V /Ja /AS /Ja /F 4 " // qpdf warns
                  "/Rect [60 450 74 464] /AP << /N << /Ja " +
                  std::to_string(tick) + " 0 R >> >> >>");
    const std::string fields = "[" + std::to_string(field) + " 0 R " + std::to_string(box) + " 0 R]";
    maker.page(shownAt(60, 700, "words"), "/MediaBox [0 0 595 842] /Annots " + fields);
    maker.catalog = "/AcroForm << /NeedAppearances true /Fields " + fields +
                    " /DR << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    "/Encoding /WinAnsiEncoding >> >> >> >>";
    const ForeignPages pages = readForeignPages(maker.bytes());
    CHECK(pages.text.find("filled in") != std::string::npos);
    CHECK_FALSE(pages.isDamaged);
    draw(pages, folder.path() / "out.pdf");
    CHECK(tests::textOf(folder.path() / "out.pdf").find("filled in") != std::string::npos);
}

TEST_CASE("text is found however it is written") {
    PdfMaker maker;
    const int map =
        maker.stream("1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                     "2 beginbfchar <0001> <0052> <0002> <00E6> endbfchar\n"
                     "2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D83DDE00>] endbfrange");
    const int wide =
        maker.add("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode " +
                  std::to_string(map) + " 0 R >>");
    const int named = maker.add("<< /Type /Font /Subtype /Type1 /BaseFont /Y /Encoding << /Differences "
                                "[1 /oslash /l /uni00E5] >> >>");
    maker.page("BT /F2 9 Tf <00010002001000110012> Tj <00200021> Tj /F3 9 Tf (\\001\\002\\003) Tj "
               "/F1 9 Tf [(Rosen) -20 (v\\346nget) -400 (12)] TJ 9 0 Td (next) ' "
               "/Span << /ActualText <FEFF00610062> >> BDC EMC ET",
               "/MediaBox [0 0 595 842]",
               "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 " +
                   std::to_string(wide) + " 0 R /F3 " + std::to_string(named) + " 0 R >>");
    const ForeignPages pages = readForeignPages(maker.bytes());
    CAPTURE(pages.text);
    for (const char* words : {"Ræabc", "x😀", "ølå", "Rosenvænget 12", "next", "ab"})
        CHECK(pages.text.find(words) != std::string::npos);
}

TEST_CASE("letters that nobody can tell are said to be unknown") {
    PdfMaker maker;
    const int font = maker.add("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H >>");
    maker.page("BT /F2 9 Tf <000100020003> Tj ET", "/MediaBox [0 0 595 842]",
               "/Font << /F2 " + std::to_string(font) + " 0 R >>");
    CHECK(readForeignPages(maker.bytes()).hasUnknownLetters);
}

TEST_CASE("a file that cannot be shown says why, and none throws or hangs") {
    const auto troubleOf = [](const std::string& bytes) { return readForeignPages(bytes).trouble; };
    CHECK(troubleOf("") == ForeignTrouble::Damaged);
    CHECK(troubleOf("%PDF-1.7\n") == ForeignTrouble::Damaged);
    CHECK(troubleOf(std::string(5000, 'x')) == ForeignTrouble::Damaged);

    PdfMaker many;
    for (int i = 0; i < 301; ++i) many.page("");
    const ForeignPages refused = readForeignPages(many.bytes());
    CHECK(refused.trouble == ForeignTrouble::TooManyPages);
    CHECK(refused.pageCount == 301);

    PdfMaker layers;
    layers.page(shownAt(1, 1, "x"));
    layers.catalog = "/OCProperties << /OCGs [] /D << /BaseState /OFF >> >>";
    CHECK(troubleOf(layers.bytes()) == ForeignTrouble::Layers);

    PdfMaker dynamic;
    dynamic.page("");
    dynamic.catalog = "/NeedsRendering true";
    CHECK(troubleOf(dynamic.bytes()) == ForeignTrouble::Dynamic);

    PdfMaker chain; // what copies it by calls would run out of stack
    int last = chain.add("<< >>");
    for (int i = 0; i < 50'000; ++i) last = chain.add("<< /Next " + std::to_string(last) + " 0 R >>");
    chain.page("", "/MediaBox [0 0 595 842]", "/ExtGState << /G " + std::to_string(last) + " 0 R >>");
    CHECK(troubleOf(chain.bytes()) == ForeignTrouble::Deep);

    PdfMaker table; // an object stream that unpacks to what no memory holds
    table.page("");
    table.stream(std::string(600'000, 'x'), "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode");
    CHECK(troubleOf(table.bytes()) == ForeignTrouble::Packed);
    PdfMaker twice;
    twice.page("");
    twice.stream("x", "/Type /Obj#53tm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]");
    CHECK(troubleOf(twice.bytes()) == ForeignTrouble::Packed);

    PdfMaker large;
    large.page(std::string(2'000'000, ' '));
    pdf::ForeignLimits limits;
    limits.mostUnpacked = 1'000'000;
    CHECK(readForeignPages(large.bytes(), limits).trouble == ForeignTrouble::Packed);
    limits = {};
    limits.mostObjects = 3;
    CHECK(readForeignPages(large.bytes(), limits).trouble == ForeignTrouble::Heavy);
    limits = {};
    limits.mostBytes = 1000;
    CHECK(readForeignPages(large.bytes(), limits).trouble == ForeignTrouble::TooLarge);
}

TEST_CASE("a form that draws itself ends, and so does every cut and changed file") {
    const tests::TempFolder folder;
    PdfMaker maker;
    const int form =
        maker.stream("/X Do", "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 3 0 R >> >>");
    REQUIRE(form == 3);
    maker.page(shownAt(60, 700, "words") + "/X Do Q Q", "/MediaBox [0 0 595 842]", "/XObject << /X 3 0 R >>");
    const std::string whole = maker.bytes();
    draw(readForeignPages(whole), folder.path() / "self.pdf");
    for (std::size_t end = 0; end < whole.size(); end += 7) readForeignPages(whole.substr(0, end));
    std::mt19937 random(20261126); // NOLINT: the same changes every time
    for (int i = 0; i < 400; ++i) {
        std::string changed = whole;
        for (int k = 0; k < 4; ++k) changed[random() % changed.size()] = static_cast<char>(random() % 256);
        const ForeignPages pages = readForeignPages(changed);
        if (pages.trouble == ForeignTrouble::None && i % 40 == 0) draw(pages, folder.path() / "changed.pdf");
    }
}

TEST_CASE("a stray # in a name does no harm to the file, and what is drawn by such a name is not left out") {
    const tests::TempFolder folder;
    const auto out = folder.path() / "names.pdf";
    for (const char* sign : {"#", "#23"}) {
        CAPTURE(sign);
        PdfMaker maker;
        const std::string key = "/Odd" + std::string(sign) + "key",
                          value = "/Odd" + std::string(sign) + "value";
        maker.page(shownAt(60, 700, "words"), "/MediaBox [0 0 595 842]", key + " " + value);
        const ForeignPages pages = readForeignPages(maker.bytes());
        REQUIRE(pages.trouble == ForeignTrouble::None);
        draw(pages, out); // clean by qpdf
        CHECK(tests::textOf(out).find("words") != std::string::npos);
        PdfMaker named;
        const std::string color = "/C" + std::string(sign) + "x";
        named.page(color + " cs 0 sc 0 0 50 50 re f", "/MediaBox [0 0 595 842]",
                   "/ColorSpace << " + color + " [/Indexed /DeviceGray 0 <00>] >>");
        CHECK(readForeignPages(named.bytes()).trouble == ForeignTrouble::Damaged);
    }
}

TEST_CASE("a photo in a foreign PDF goes in without its metadata") {
    const tests::TempFolder folder;
    const std::string photo =
        tests::readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "photo" / "gps_time.jpg");
    REQUIRE(photo.find("Exif") != std::string::npos);
    PdfMaker maker;
    const int image = maker.stream(photo, "/Subtype /Image /Width 64 /Height 48 /ColorSpace /DeviceRGB "
                                          "/BitsPerComponent 8 /Filter /DCTDecode");
    maker.page("q 500 0 0 500 40 100 cm /I Do Q", "/MediaBox [0 0 595 842]",
               "/XObject << /I " + std::to_string(image) + " 0 R >>");
    const auto out = folder.path() / "out.pdf";
    draw(readForeignPages(maker.bytes()), out);
    const std::string all = tests::readFile(out);
    CHECK(all.find("JFIF") != std::string::npos);
    CHECK(all.find("Exif") == std::string::npos);
}

TEST_CASE("the same foreign page drawn twice is kept once") {
    const tests::TempFolder folder;
    PdfMaker maker;
    std::string noise;
    std::mt19937 random(1); // NOLINT: the same each time
    for (int i = 0; i < 30'000; ++i) noise += static_cast<char>('a' + random() % 26);
    maker.page("BT /F1 1 Tf (" + noise + ") Tj ET");
    const auto sizeOf = [&](int times) {
        auto canvas = tests::newCanvas();
        const pdf::ForeignId id = canvas->addForeign(readForeignPages(maker.bytes()));
        for (int i = 0; i < times; ++i) {
            canvas->newPage(210, 297);
            canvas->drawForeign(id, 0, 20, 20, 100, 140);
        }
        tests::save(*canvas, folder.path() / "out.pdf");
        return std::filesystem::file_size(folder.path() / "out.pdf");
    };
    CHECK(sizeOf(2) < sizeOf(1) + 5000);
}

TEST_CASE("a foreign page that would be drawn for hours is refused before anybody draws it") {
    PdfMaker maker; // ten forms, each of which draws the one before it ten times
    std::string inner;
    for (int depth = 0; depth < 10; ++depth) {
        std::string calls;
        for (int i = 0; i < 10; ++i) calls += inner.empty() ? "0 0 5 5 re f " : "/X Do ";
        const std::string keys =
            "/Subtype /Form /BBox [0 0 600 800]" +
            (inner.empty() ? std::string() : " /Resources << /XObject << /X " + inner + " >> >>");
        inner = std::to_string(maker.stream(calls, keys)) + " 0 R";
    }
    maker.page("/X Do", "/MediaBox [0 0 595 842]", "/XObject << /X " + inner + " >>");
    CHECK(readForeignPages(maker.bytes()).trouble == ForeignTrouble::Heavy);

    PdfMaker within; // a form within itself is not drawn again
    const std::string self = std::to_string(within.stream("") + 1);
    within.stream("/X Do 0 0 5 5 re f",
                  "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + self + " 0 R >> >>");
    within.page("/X Do", "/MediaBox [0 0 595 842]", "/XObject << /X " + self + " 0 R >>");
    CHECK(readForeignPages(within.bytes()).trouble == ForeignTrouble::None);
}

TEST_CASE("a foreign PDF that takes long ends soon after the user stops it") {
    PdfMaker maker; // sixty pages of two hundred thousand operators
    std::string operators;
    for (int i = 0; i < 200'000; ++i) operators += "1 g ";
    for (int i = 0; i < 60; ++i) maker.page(operators);
    const std::string bytes = maker.bytes();
    std::stop_source stop;
    const base::Progress progress(stop.get_token());
    std::jthread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(readForeignPages(bytes, {}, &progress), base::Error);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
}

TEST_CASE("the time that a foreign PDF takes is bounded wherever it is spent") {
    pdf::ForeignLimits limits;
    limits.mostTime = std::chrono::milliseconds(50);
    std::string damaged = "%PDF-1.7\n"; // no table: every line of it is looked at
    for (int i = 0; i < 600'000; ++i) damaged += std::to_string(i % 9000) + " 0 obj << /A 1 >> endobj\n";
    const auto begin = std::chrono::steady_clock::now();
    CHECK(readForeignPages(damaged, limits).trouble != ForeignTrouble::None);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
}

TEST_CASE("tables packed to fill memory are refused, usual ones are not") {
    const auto withTable = [](const std::string& packed) {
        PdfMaker maker;
        maker.page(shownAt(60, 700, "words"));
        maker.add("<< /Type /FontDescriptor /Flags 32 >>"); // its name begins as that of a filter does
        maker.stream(packed, "/Type /ObjStm /N 0 /First 0 /Filter /FlateDecode");
        return readForeignPages(maker.bytes()).trouble;
    };
    CHECK(withTable(pdf::deflated(std::string(1000, ' '))) == ForeignTrouble::None);
    CHECK(withTable(pdf::deflated(std::string(40'000'000, ' '))) == ForeignTrouble::Packed);
}
