// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a file in an exhibit, and what an exhibit of files is called.
#include "core/report/marks.h"
#include "tests/core/report/file_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::countOf;
using tests::FileCase;
using tests::filesOf;
using tests::letter;
using tests::pageWith;

namespace {

std::string jpeg(const std::string& name) {
    return tests::readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "photo" / name);
}

std::string factsOf(const report::FileView& file) {
    std::string all;
    for (const report::NamedValue& fact : file.facts) all += fact.name + ": " + fact.value + "\n";
    return all;
}

// Written when the case was made: its clock is not that of the computer.
void writtenInTime(const FileCase& c, const std::string& name) {
    const auto then =
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(c.clock.nowMs()));
    std::filesystem::last_write_time(c.folder.path() / name, std::chrono::file_clock::from_sys(then));
}

} // namespace

TEST_CASE(
    "a time that lies after the import is named with its value, once, beside a file that has no other") {
    FileCase c(
        {{"IMG_20991224_232300.png", jpeg("rgba.png")}}); // copied long after the case's clock stood still
    const std::string facts = factsOf(filesOf(c.build()).files.front());
    CAPTURE(facts);
    CHECK(countOf(facts, "Time: Undated") == 1);
    CHECK(countOf(facts, "File name: 2099-12-24 23:23 lies after the import.") == 1);
    CHECK(countOf(facts, "Time of the file: 20") == 1);
    CHECK(countOf(facts, "lies after the import.") == 2);
    CHECK(facts.find("There is no date.") == std::string::npos);
    CHECK(facts.find("The date lies") == std::string::npos);
}

TEST_CASE(
    "the times of a file are a line each, named by where they come from, without those that say the same") {
    FileCase c(
        {{"IMG_20230514_213045.jpg", jpeg("offset.jpg")}, {"IMG_20230301_080000.jpg", jpeg("xmp.jpg")}});
    const report::LogDocument d = c.build();
    std::string same, other;
    for (const report::FileView& file : filesOf(d).files)
        (file.fileName == "IMG_20230514_213045.jpg" ? same : other) = factsOf(file);
    CAPTURE(same, other);
    CHECK(same.find("Time in the photo (EXIF): 2023-05-14 21:30:45, UTC+2 (summer time)\n") !=
          std::string::npos);
    CHECK(countOf(same, "Time in") == 1);
    CHECK(other.find("Time in the photo (XMP): 2023-05-14 21:30:45, UTC+2 (summer time)\n"
                     "Time in the file name: 2023-03-01 08:00:00, UTC+1\n") != std::string::npos);
    CHECK(other.find("))") == std::string::npos);
}

TEST_CASE("the time at which a file was written is told where nothing else is known") {
    FileCase c({});
    c.folder.write("plain.txt", "Some words.\n");
    writtenInTime(c, "plain.txt");
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.path() / "plain.txt"}, {}, progress);
    query::ItemFilter filter;
    filter.kinds = {model::ItemKind::Document};
    model::Incident n;
    n.type = "gift";
    n.items = query::CaseReader(*c.store).itemIds(filter);
    c.addIncident(n);
    CHECK(factsOf(filesOf(c.build()).files.front()).find("Time of the file: 2025-10-09 10:5") !=
          std::string::npos);
}

TEST_CASE("an empty file is said to be empty") {
    FileCase c({{"empty.jpg", ""}, {"words.txt", "Some words.\n"}});
    const report::LogDocument d = c.build();
    for (const report::FileView& file : filesOf(d).files) {
        CAPTURE(file.fileName);
        CHECK((factsOf(file).find("The file is empty: 0 bytes.") != std::string::npos) ==
              (file.fileName == "empty.jpg"));
    }
}

TEST_CASE("an exhibit of files is called and counted by what it holds") {
    const auto pdf = std::pair(std::string("a.pdf"), letter({"words"}));
    const auto film = std::pair(std::string("b.mp4"), tests::film("film.mp4"));
    const auto sound = std::pair(std::string("c.mp3"), tests::film("sound.mp3"));
    const auto made = [](const FileCase::Files& files) {
        FileCase c(files);
        const report::LogDocument d = c.build();
        const report::ExhibitPart& e = filesOf(d);
        return e.title.substr(0, e.title.find(',')) + " = " + e.listText;
    };
    CHECK(made({pdf}) == "Document = 1 document");
    CHECK(made({film}) == "Film = 1 film");
    CHECK(made({film, sound}) == "Films and recordings = 1 film and 1 recording");
    CHECK(made({pdf, film, sound}) == "Files = 1 film, 1 recording and 1 document");
    CHECK(made({{"a.jpg", jpeg("plain.jpg")}}) == "Picture = 1 picture");
    CHECK(made({{"a.jpg", jpeg("plain.jpg")}, {"b.jpg", jpeg("offset.jpg")}}) == "Pictures = 2 pictures");
}

TEST_CASE("an exhibit that shows the files of one incident has its title in list, heading and bookmarks") {
    const auto titled = [](FileCase& c, const std::string& title) {
        for (model::Incident n : query::CaseReader(*c.store).incidents())
            if (n.type == "gift") {
                n.title = title;
                c.editor->saveIncident(n);
            }
    };
    FileCase c({{"IMG_20230514_213045.jpg", jpeg("plain.jpg")},
                {"IMG_20230514_220000.jpg", jpeg("progressive.jpg")}});
    titled(c, "Flat tyre");
    const report::LogDocument d = c.build();
    const report::ExhibitPart& e = filesOf(d);
    CHECK(e.title == "Flat tyre – 2 pictures, 14\u00a0May 2023");
    CHECK(e.listText == "Flat tyre – 2 pictures");
    const auto bookmarksOf = [&] {
        const std::string json = c.pdf().string() + ".json";
        REQUIRE(std::system(("qpdf --json=1 --json-key=outlines '" + c.pdf().string() + "' > '" + json + "'")
                                .c_str()) == 0); // NOLINT: a test's own file names
        return tests::readFile(json);
    };
    c.draw(d);
    CHECK(bookmarksOf().find("Flat tyre") != std::string::npos);

    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    titled(c, "Flat tyre in Birkevej 12");
    const report::LogDocument struck = c.build();
    for (const std::string* text : {&filesOf(struck).title, &filesOf(struck).listText}) {
        CAPTURE(*text);
        CHECK(text->find("Flat tyre in \uFDD0[redacted: adresse]\uFDD1") == 0);
    }
    const auto pages = c.draw(struck);
    CHECK(tests::joinedPages(pages).find("Birkevej") == std::string::npos);
    const std::string bookmarks = bookmarksOf();
    CHECK(bookmarks.find("Birkevej") == std::string::npos);
    CHECK(bookmarks.find("Flat tyre in [redacted: adresse]") != std::string::npos);

    c.editor->addProtectedTerm("Tower 2", "adresse"); // with the count behind the title it would read so
    titled(c, "At the tower");
    const report::LogDocument across = c.build();
    CHECK(filesOf(across).listText == "2 pictures");
    for (const report::LogRow& row : across.rows) { // the count stands under it in the log
        CHECK(tests::textOf(row).find("tower\n2") == std::string::npos);
        if (tests::textOf(row).find("At the") != std::string::npos)
            CHECK(tests::textOf(row).find("redacted: adresse") != std::string::npos);
    }
    c.draw(across);
}
