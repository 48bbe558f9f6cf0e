// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are documents, films and recordings, and what of them may not go along.
#include "core/pdf/foreign_page.h"
#include "core/report/phrases.h"
#include "core/report/protected_terms.h"
#include "tests/core/report/file_case.h"
#include "tests/support/pdf_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::FileCase;
using tests::filesOf;
using tests::film;
using tests::letter;
using tests::pageWith;
using tests::PdfMaker;
using tests::shownAt;

namespace {

// Nothing in the file is packed or cut into parts: what is in it is found.
std::string unpacked(const std::filesystem::path& pdf) {
    const std::string out = pdf.string() + ".qdf";
    const std::string command = "qpdf --qdf --object-streams=disable '" + pdf.string() + "' '" + out + "'";
    REQUIRE(std::system(command.c_str()) == 0); // NOLINT: a test's own file names
    return tests::readFile(out);
}

} // namespace

TEST_CASE("a PDF is shown page by page under the stamp, and what is said of it follows") {
    FileCase c({{"decision.pdf", letter({"page one words", "page two words"})}});
    const report::LogDocument d = c.build();
    const auto pages = c.draw(d);
    const int number = filesOf(d).number;
    const auto stamp = [&](int page) {
        return "Exhibit " + std::to_string(number) + " – page " + std::to_string(page) + " of 3";
    };
    CHECK(pageWith(pages, "page one words").find(stamp(1)) != std::string::npos);
    CHECK(pageWith(pages, "page two words").find(stamp(2)) != std::string::npos);
    CHECK(pageWith(pages, "page two words").find("decision.pdf – page 2 of 2, shown at") !=
          std::string::npos);
    CHECK(pageWith(pages, stamp(3)).find("SHA-256") != std::string::npos);
    CHECK(pageWith(pages, stamp(3)).find("About the files") != std::string::npos);
}

TEST_CASE("a document that holds something protected is held back, and its text stands with it struck out") {
    PdfMaker outside; // cut off by the crop box, letter by letter
    std::string spots = "BT /F1 9 Tf ";
    int x = 10;
    for (const char sign : std::string("Birkevej 12"))
        spots += "1 0 0 1 " + std::to_string(x += 7) + " 20 Tm (" + sign + ") Tj ";
    outside.page(shownAt(60, 700, "harmless words") + spots + "ET",
                 "/MediaBox [0 0 595 842] /CropBox [0 100 595 842]");
    PdfMaker field; // in what a field looks like
    const int look =
        field.stream("BT /F1 9 Tf (Birkevej 12) Tj ET",
                     "/Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font "
                     "/Subtype /Type1 /BaseFont /Helvetica >> >> >>");
    const int note = field.add("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [60 300 260 320] /AP << /N " +
                               std::to_string(look) + " 0 R >> >>");
    field.page(shownAt(60, 700, "other words"),
               "/MediaBox [0 0 595 842] /Annots [" + std::to_string(note) + " 0 R]");
    FileCase c({{"seen.pdf", letter({"Jeg bor paa Birkevej 12 nu"})},
                {"outside.pdf", outside.bytes()},
                {"field.pdf", field.bytes()},
                {"free.pdf", letter({"nothing in here"})},
                {"diary.txt", "Jeg bor paa Birkevej 12, og han ved det.\n"}});
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    const auto pages = c.draw(c.build());
    const std::string all = tests::joinedPages(pages);
    CHECK(all.find("Birkevej") == std::string::npos);
    CHECK(report::closedUp(all).find("Birkevej") == std::string::npos); // not letter by letter either
    const std::string raw = unpacked(c.pdf());
    CHECK(raw.find("Birkevej") == std::string::npos);
    CHECK(raw.find("(B) Tj") == std::string::npos);
    CHECK(tests::countOf(all, "entered as protected. Its pages") == 3);
    CHECK(pageWith(pages, "Jeg bor paa").find("redacted: adresse") != std::string::npos);
    CHECK(!pageWith(pages, "free.pdf – page 1 of 1").empty());
    CHECK(!pageWith(pages, "nothing in here").empty());
    CHECK(pageWith(pages, "og han ved det").find("redacted: adresse") != std::string::npos);
}

TEST_CASE("a document whose letters nobody can tell is held back only where something is protected") {
    PdfMaker maker;
    const int font = maker.add("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H >>");
    maker.page("BT /F2 9 Tf 60 700 Td <000100020003> Tj ET", "/MediaBox [0 0 595 842]",
               "/Font << /F2 " + std::to_string(font) + " 0 R >>");
    FileCase c({{"strange.pdf", maker.bytes()}});
    CHECK(!pageWith(c.draw(c.build()), "strange.pdf – page 1 of 1").empty());
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    CHECK(!pageWith(c.draw(c.build()), "cannot be read by a program").empty());
}

TEST_CASE("a locked or damaged PDF is a card that says so") {
    PdfMaker many;
    for (int i = 0; i < 301; ++i) many.page("");
    FileCase c({{"many.pdf", many.bytes()}, {"broken.pdf", "%PDF-1.7\n" + std::string(3000, 'x')}});
    const auto pages = c.draw(c.build());
    CHECK(!pageWith(pages, "The file has 301 pages").empty());
    CHECK(!pageWith(pages, "The file is damaged. Its pages cannot be shown").empty());
}

TEST_CASE("of a file that is damaged it is said before what is protected") {
    FileCase c({{"broken.pdf", "%PDF-1.7\n" + std::string(3000, 'x')}});
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    const auto pages = c.draw(c.build());
    CHECK(!pageWith(pages, "The file is damaged. Its pages cannot be shown").empty());
    CHECK(pageWith(pages, "cannot be read by a program").empty());
}

TEST_CASE(
    "pages of which a crop box hides something are shown as pictures, and what is hidden stays behind") {
    const std::string keys = "/MediaBox [0 0 595 842] /CropBox [0 100 595 842]";
    const std::string shown = shownAt(60, 700, "seen words") + "0 g 100 300 400 300 re f\n";
    const auto made = [&](const std::string& more, const std::string& turned = {}) {
        PdfMaker maker;
        maker.page(shown, "/MediaBox [0 0 595 842]");
        maker.page(shown + more, keys + turned);
        return maker.bytes();
    };
    FileCase c({{"words.pdf", made(shownAt(60, 50, "cut off"))},
                {"turned.pdf", made(shownAt(60, 50, "cut off"), " /Rotate 90")},
                {"across.pdf", made("0.5 g 60 90 20 30 re f\n")},
                {"blank.pdf", made("1 g 0 0 595 100 re f 0 g 60 400 20 30 re f\n")}});
    const auto pages = c.draw(c.build());
    CHECK(tests::countOf(tests::joinedPages(pages), "The pages are shown as pictures") == 3);
    CHECK(unpacked(c.pdf()).find("(cut off)") == std::string::npos);
    CHECK(unpacked(c.pdf()).find("(seen words)") != std::string::npos); // of the blank one
    for (const char* name : {"words.pdf", "turned.pdf", "across.pdf", "blank.pdf"}) {
        CAPTURE(name);
        const auto at = std::find_if(pages.begin(), pages.end(), [&](const std::string& page) {
            return page.find(std::string(name) + " – page 2 of 2, shown at") != std::string::npos;
        });
        REQUIRE(at != pages.end());
        CHECK((at->find("seen words") != std::string::npos) == (std::string(name) == "blank.pdf"));
        const std::string number = std::to_string(at - pages.begin() + 1), out = c.pdf().string() + number;
        REQUIRE(std::system(("pdftoppm -gray -r 20 -singlefile -f " + number + " '" + c.pdf().string() +
                             "' '" + out + "'")
                                .c_str()) == 0); // NOLINT: a test's own file names
        const std::string grey = tests::readFile(out + ".pgm");
        const auto dark = std::count_if(grey.begin(), grey.end(),
                                        [](char one) { return static_cast<unsigned char>(one) < 60; });
        CHECK(dark > 5000); // the black box of the page is there
    }
}

TEST_CASE("cropped pages that are too many to be pictures are held back") {
    PdfMaker maker;
    for (int i = 0; i < 61; ++i)
        maker.page(shownAt(60, 700, "seen") + shownAt(60, 50, "cut off"),
                   "/MediaBox [0 0 595 842] /CropBox [0 100 595 842]");
    FileCase c({{"many.pdf", maker.bytes()}});
    const auto pages = c.draw(c.build());
    CHECK(!pageWith(pages, "Outside of what its pages show").empty());
    CHECK(pageWith(pages, "many.pdf – page").empty());
}

TEST_CASE("an edition for archives has the words of a PDF, not its pages") {
    FileCase c({{"letter.pdf", letter({"words of the letter"})}});
    pdf::OutputForm archive;
    archive.archive = pdf::Archive::A2b;
    const auto pages = c.draw(c.build(), archive);
    CHECK(!pageWith(pages, "An edition for archives").empty());
    CHECK(pageWith(pages, "An edition for archives") == pageWith(pages, "words of the letter"));
}

TEST_CASE("the front and what was left out say which PDFs are not shown") {
    FileCase c({{"free.pdf", letter({"words"})}, {"seen.pdf", letter({"Birkevej 12"})}});
    const auto leftOut = [](const report::LogDocument& d) {
        for (const report::TextSection& section : d.about)
            if (section.heading == "What was left out") return report::joined(section.paragraphs, "\n");
        return std::string();
    };
    CHECK(leftOut(c.build()).find("Where a PDF is locked, damaged, too long") != std::string::npos);
    CHECK(leftOut(c.build()).find("since it holds something protected") == std::string::npos);
    CHECK(tests::allText(c.build()).find("for archives") == std::string::npos);
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    CHECK(leftOut(c.build()).find("The pages of 1 PDF are not here, since it holds something protected") !=
          std::string::npos);
    const report::LogDocument archive = c.build(report::Audience::Adviser, true, {}, true);
    CHECK(leftOut(archive).find("those of 2 PDFs are not here") != std::string::npos);
    CHECK(tests::allText(archive).find("full edition for archives, without the pages of other PDFs") !=
          std::string::npos);
}

TEST_CASE("the text of other documents stands on readable pages, with what it is not") {
    std::string diary;
    for (int i = 1; i <= 200; ++i) diary += "Line " + std::to_string(i) + " of the diary\n";
    FileCase c({{"diary.txt", diary}});
    const auto pages = c.draw(c.build());
    CHECK(!pageWith(pages, "without its layout").empty());
    for (const int i : {1, 100, 200})
        CHECK(!pageWith(pages, "Line " + std::to_string(i) + " of the diary").empty());
}

TEST_CASE("a film is shown as stills with their place in it, a recording as a card") {
    FileCase c({{"film.mp4", film("film.mp4")}, {"sound.mp3", film("sound.mp3")}});
    const report::LogDocument d = c.build();
    const auto pages = c.draw(d);
    const std::string shown = pageWith(pages, "into the film");
    CHECK(shown.find("film.mp4") != std::string::npos);
    CHECK(shown.find("SHA-256") != std::string::npos);
    CHECK(shown.find("Where it is") != std::string::npos);
    const std::string card = pageWith(pages, "sound.mp3");
    CHECK(!card.empty());
    CHECK(!pageWith(pages, "In a package with originals").empty());
}

TEST_CASE("what is said in a recording stands with it, as somebody's words, without what is protected") {
    FileCase c({{"sound.mp3", film("sound.mp3")}, {"film.mp4", film("film.mp4")}});
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    query::ItemFilter filter;
    filter.kinds = {model::ItemKind::Audio, model::ItemKind::Video};
    for (const model::Id id : query::CaseReader(*c.store).itemIds(filter))
        c.editor->setTranscript(id, "Jeg kommer forbi Birkevej 12 nu");
    const auto pages = c.draw(c.build());
    int shown = 0;
    for (const std::string& page : pages)
        if (page.find("Jeg kommer forbi") != std::string::npos) {
            ++shown;
            CHECK(page.find("Written down by the exposed person") != std::string::npos);
            CHECK(page.find("redacted: adresse") != std::string::npos);
        }
    CHECK(shown == 2);
    CHECK(tests::joinedPages(pages).find("Birkevej") == std::string::npos);
}

TEST_CASE("nothing protected goes along in the pages or the stills of any file") {
    FileCase c(
        {{"Birkevej 12.pdf", letter({"harmless words"})},
         {"Birkevej 12.mp4", film("film.mp4")},
         {"meta.pdf", letter({"plain"}, "/MediaBox [0 0 595 842] /PieceInfo << /X (Birkevej 12) >>")}});
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    const std::string all = tests::joinedPages(c.draw(c.build()));
    CHECK(all.find("Birkevej") == std::string::npos);
    CHECK(unpacked(c.pdf()).find("Birkevej") == std::string::npos);
    CHECK(all.find("harmless words") != std::string::npos);
}
