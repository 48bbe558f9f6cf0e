// SPDX-License-Identifier: GPL-3.0-or-later
// Words that the crop box of a PDF hides: searched for what is protected, and never printed.
#include "tests/core/report/file_case.h"
#include "tests/core/report/mail_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::FileCase;
using tests::MailCase;
using tests::pageWith;
using tests::PdfMaker;
using tests::shownAt;

namespace {

const char* const kUpperHalf = "/MediaBox [0 0 595 842] /CropBox [0 421 595 842]";

// The upper half is shown.
std::string cropped(const std::string& shown, const std::string& hidden, int pages = 1) {
    PdfMaker maker;
    for (int i = 0; i < pages; ++i)
        maker.page(shownAt(60, 700, shown) + shownAt(60, 100, hidden), kUpperHalf);
    return maker.bytes();
}

pdf::OutputForm archive() {
    pdf::OutputForm form;
    form.archive = pdf::Archive::A2b;
    return form;
}

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("of a cropped PDF an edition for archives has only the words that its pages show") {
    const std::string file = cropped("seen words", "Skjulegade 17, HIDDENCUT");
    FileCase items({{"letter.pdf", file}});
    MailCase mails({{"letter.pdf", "application/pdf", file}});
    for (FileCase* c : {&items, static_cast<FileCase*>(&mails)})
        for (const bool isProtected : {false, true}) {
            CAPTURE(c == &items, isProtected);
            if (isProtected) c->editor->addProtectedTerm("Birkevej 12", "adresse");
            const report::LogDocument d = c->build(report::Audience::Adviser, true, {}, true);
            const std::string all = tests::joinedPages(c->draw(d, archive()));
            CHECK(holds(all, "An edition for archives"));
            CHECK(holds(all, "seen words"));
            CHECK_FALSE(holds(all, "Skjulegade"));
            CHECK_FALSE(holds(tests::allText(d), "HIDDENCUT"));
        }
}

TEST_CASE("of cropped pages that are too many to be pictures only the words are printed that they show") {
    FileCase c({{"many.pdf", cropped("seen words", "HIDDENCUT", 61)}});
    const auto pages = c.draw(c.build());
    CHECK(holds(pageWith(pages, "Outside of what its pages show"), "seen words"));
    CHECK_FALSE(holds(tests::joinedPages(pages), "HIDDENCUT"));
}

TEST_CASE("what is protected holds a PDF back where a crop box hides it, or half of it, and is not printed") {
    PdfMaker half; // the street is shown, the number is not
    half.page(shownAt(60, 700, "seen words at Birkevej") + shownAt(420, 700, "12 HIDDENCUT"),
              "/MediaBox [0 0 595 842] /CropBox [0 421 400 842]");
    const std::string seen = cropped("seen words at Birkevej 12", "HIDDENCUT");
    for (const std::string& file : {seen, cropped("seen words", "at Birkevej 12, HIDDENCUT"), half.bytes()}) {
        FileCase items({{"letter.pdf", file}});
        MailCase mails({{"letter.pdf", "application/pdf", file}});
        for (FileCase* c : {&items, static_cast<FileCase*>(&mails)}) {
            CAPTURE(c == &items);
            c->editor->addProtectedTerm("Birkevej 12", "adresse");
            const report::LogDocument d = c->build();
            const auto pages = c->draw(d);
            const std::string card = pageWith(pages, "entered as protected. Its pages");
            CHECK(!card.empty());
            CHECK(holds(card, "seen words") == (file == seen));
            CHECK_FALSE(holds(tests::joinedPages(pages), "HIDDENCUT"));
            CHECK_FALSE(holds(tests::joinedPages(pages), "Birkevej"));
            CHECK_FALSE(holds(tests::allText(d), "HIDDENCUT"));
        }
    }
}

TEST_CASE("where what a PDF shows cannot be read again, nothing of its words is printed") {
    FileCase c({{"letter.pdf", cropped("seen words", "HIDDENCUT")}});
    c.isBlind = true;
    for (const bool isProtected : {false, true}) {
        if (isProtected) c.editor->addProtectedTerm("HIDDENCUT", "adresse");
        const std::string all = tests::allText(c.build());
        CHECK(holds(all, "letter.pdf"));
        CHECK_FALSE(holds(all, "HIDDENCUT"));
        CHECK_FALSE(holds(all, "seen words"));
    }
}

TEST_CASE("of a PDF whose original is gone the card stands, without words that nobody can look at") {
    FileCase c({{"letter.pdf", cropped("seen words", "HIDDENCUT")}});
    std::filesystem::remove_all(c.store->folder() / "objects");
    const report::LogDocument d = c.build();
    CHECK_FALSE(holds(tests::allText(d), "HIDDENCUT"));
    CHECK_FALSE(holds(tests::joinedPages(c.draw(d)), "HIDDENCUT"));
    CHECK(!pageWith(tests::pdfPages(c.pdf()), "The file is damaged. Its pages cannot be shown").empty());
}
