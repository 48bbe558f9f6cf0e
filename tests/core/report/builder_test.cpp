// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/log_case.h"
#include "tests/support/messages.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::allText;
using tests::Case;
using tests::textOf;

TEST_CASE("an episode becomes a row with its exact count, its times and its exhibit") {
    Case c;
    const report::LogDocument d = c.build();
    CHECK(d.incidents == 2);
    CHECK(d.contacts == 4);
    REQUIRE(d.rows.size() == 3); // with the milestone
    CHECK(d.rows.at(1)->isMilestone);
    CHECK(d.rows.at(0)->afterOrder);
    CHECK(!d.rows.at(2)->afterOrder);
    const std::string first = textOf(*d.rows.at(2));
    CHECK(first.find("3 text messages 22:04–22:19.") != std::string::npos);
    CHECK(first.find("Sat\u00a02025-05-03") != std::string::npos);
    CHECK(textOf(*d.rows.at(0)).find("2 days after order") != std::string::npos);
    CHECK(d.rows.at(2)->exhibits == std::vector<int>{1});
    CHECK(d.rows.at(0)->exhibits == std::vector<int>{1}); // of the same month
    REQUIRE(d.exhibits.size() == 1);
    CHECK(d.exhibits[0].sha256.size() == 64);
    CHECK(d.overview.figures.at(3).number == "1");
}

TEST_CASE("the note under the log says what V and M are, and on which page, where the log has them") {
    Case c;
    CHECK(c.build().logNote.find("M = ") != std::string::npos);
    CHECK(c.build().logNote.find("{page") == std::string::npos);
    CHECK(c.build().logNote.find("V = ") == std::string::npos);
    model::Incident n;
    n.witnesses = "V2, neighbour";
    c.addIncident(n);
    const std::string note = c.build().logNote;
    CHECK(note.find("V = witness, see p. ") != std::string::npos);
    CHECK(note.find("12 May 2025") == std::string::npos); // of a blank that does not break
    CHECK(note.find("12\u00a0May 2025") != std::string::npos);
}

TEST_CASE("oldest first turns the order of the rows and nothing else") {
    Case c;
    const report::LogDocument newest = c.build();
    const report::LogDocument oldest = c.build(report::Audience::Adviser, false);
    REQUIRE(newest.rows.size() == oldest.rows.size());
    for (std::size_t i = 0; i < newest.rows.size(); ++i)
        CHECK(newest.rows.at(i)->label == oldest.rows.at(oldest.rows.size() - 1 - i)->label);
}

TEST_CASE("the exposed person's own message between two others is context and is not counted") {
    Case c;
    const report::LogDocument d = c.build();
    const auto messages = tests::listed(d.exhibits[0].messages);
    REQUIRE(messages.size() == 5);
    CHECK(messages[2].isContext);
    CHECK(messages[2].label.empty());
    CHECK(messages[2].text == "Skriv ikke til mig.");
    CHECK(messages[3].label == "1.3");
    CHECK(messages[0].clock == "22:04:17");
    CHECK(messages[0].zoneNote == "UTC+2 (summer time)");
    CHECK(messages[0].fromOffender);
}

TEST_CASE("no protected term survives anywhere in document or PDF") {
    Case c;
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    c.editor->addProtectedTerm("+45 55667788", "nummer");
    c.editor->addProtectedTerm("Æblegården", "institution");
    model::Incident n;
    n.title = "Opslag om Aeblegaarden";
    n.description = "Han skrev 55 66 77 88 på birkevej-12.";
    n.quote = "ÆBLEGÅRDEN";
    n.impact = "Æblegården er orienteret";
    n.highlight = true;
    n.witnesses = "N., Birkevej 12";
    c.addIncident(n);
    const report::LogDocument d = c.build(report::Audience::Police);
    report::Redactor probe("%1");
    for (const char* term : {"Birkevej 12", "+45 55667788", "Æblegården"}) probe.protect(term, "x");
    int texts = 0;
    report::eachText(d, [&](const std::string& text) {
        ++texts;
        CAPTURE(text);
        CHECK(!probe.finds(text));
    });
    CHECK(texts > 100);
    CHECK(d.redactions >= 8); // two of them in the file's name
    CHECK(d.exhibits[0].redactions >= 2);

    base::Progress progress;
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d));
    pdf::pages::renderLog(canvas, d, {}, progress);
    canvas.save(c.folder.path() / "log.pdf", progress);
    for (const std::string& page : tests::pdfPages(c.folder.path() / "log.pdf")) {
        CAPTURE(page);
        CHECK(!probe.finds(page));
    }
}

TEST_CASE("private notes never go along, places and witnesses' contacts only to the police") {
    Case c;
    model::Incident n;
    n.privateNote = "PRIVATNOTE";
    n.stillNeeded = "MANGLER";
    n.placeText = "Ved bageren";
    n.placeType = "road";
    n.witnesses = "V1, nabo, 22 33 44 55, v1@example.org";
    c.addIncident(n);
    const std::string adviser = allText(c.build(report::Audience::Adviser));
    const std::string police = allText(c.build(report::Audience::Police));
    for (const std::string& text : {adviser, police}) {
        CHECK(text.find("PRIVATNOTE") == std::string::npos);
        CHECK(text.find("MANGLER") == std::string::npos);
        CHECK(text.find("V1, nabo") != std::string::npos);
    }
    for (const char* only : {"Ved bageren", "22 33 44 55", "v1@example.org"}) {
        CHECK(adviser.find(only) == std::string::npos);
        CHECK(police.find(only) != std::string::npos);
    }
}

TEST_CASE("the exposed person's own identifiers stay out unless the offender has them") {
    Case c;
    const model::Id own = c.editor->ensureIdentifier(model::IdentifierKind::Phone, "+45 11 22 33 44");
    c.editor->assignIdentifiers({own}, model::PartyRole::Exposed, "");
    model::Incident n;
    n.description = "Nogen ringede til 11223344.";
    c.addIncident(n);
    const std::string text = allText(c.build());
    CHECK(text.find("11223344") == std::string::npos);
    CHECK(text.find("[redacted: number]") != std::string::npos);
    CHECK(text.find("+4520110917") != std::string::npos); // the offender's
}

TEST_CASE("frozen exhibits keep their numbers and items, new items make new ones") {
    Case c;
    c.build();
    const query::CaseReader reader(*c.store);
    const std::vector<model::Exhibit> frozen = reader.exhibits();
    REQUIRE(frozen.size() == 1);
    std::vector<model::Id> fresh;
    for (const query::ItemRow& row : reader.rows(reader.itemIds({})))
        if (row.text == "Hej fra en anden.") fresh.push_back(row.id);
    REQUIRE(fresh.size() == 1);
    c.editor->addToIncident(reader.incidents().front().id, fresh);
    const std::vector<model::Exhibit> plan = report::planExhibits(reader);
    REQUIRE(plan.size() == 2);
    CHECK(plan[0].number == frozen[0].number);
    CHECK(plan[0].items == frozen[0].items);
    CHECK(plan[1].number == 0);
    CHECK(plan[1].items == fresh);
    const report::LogDocument d = c.build();
    REQUIRE(d.exhibits.size() == 2);
    CHECK(d.rows.at(d.rows.size() - 1)->exhibits == std::vector<int>{1, 2});
    CHECK(d.exhibits[0].messages.at(3)->label == "1.3"); // what comes later moves no number
    CHECK(d.exhibits[1].messages.at(0)->label == "1.4");
}

TEST_CASE("an incident left out takes its messages with it, the last one its exhibit") {
    Case c;
    c.build();
    const query::CaseReader reader(*c.store);
    const auto leaveOut = [&](std::size_t index) {
        model::Incident n = reader.incidents().at(index);
        n.status = model::IncidentStatus::LeftOut;
        c.editor->saveIncident(n);
    };
    leaveOut(0);
    const report::LogDocument d = c.build();
    CHECK(d.incidents == 1);
    REQUIRE(d.exhibits.size() == 1);
    CHECK(!d.exhibits[0].withdrawn);
    REQUIRE(d.exhibits[0].messages.size() == 1);
    CHECK(d.exhibits[0].messages.at(0)->text == "Er du vågen?");
    CHECK(d.exhibits[0].intro.find("3 items were taken out") != std::string::npos);
    CHECK(allText(d).find("BIRKEVEJ") == std::string::npos);
    leaveOut(1);
    const report::LogDocument none = c.build();
    CHECK(none.exhibits.at(0).withdrawn);
    CHECK(none.exhibits[0].messages.empty());
}

TEST_CASE("an exhibit without a number is refused, an empty case is not") {
    Case c;
    const query::CaseReader reader(*c.store);
    report::LogOptions options;
    options.exhibits = report::planExhibits(reader);
    const report::FormData form = report::loadFormData(LOGBOG_ASSETS);
    CHECK_THROWS_AS(report::buildLog(reader, options, base::Catalog(base::Language::English), form),
                    base::Error);

    const tests::TempFolder folder;
    const auto empty = store::CaseStore::create(folder.path() / "case", "very long words", "Sag",
                                                base::kDefaultZone, store::KdfCost::Fast, c.clock);
    const query::CaseReader emptyReader(*empty);
    const report::LogDocument d =
        report::buildLog(emptyReader, {}, base::Catalog(base::Language::English), form);
    CHECK(d.rows.empty());
    CHECK(d.incidents == 0);
}

TEST_CASE("pages of a built case for looking at", "[.look]") {
    Case c;
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    const query::CaseReader reader(*c.store);
    report::LogOptions options;
    options.exhibits = c.editor->freezeExhibits(report::planExhibits(reader));
    options.nowMs = c.clock.nowMs();
    const auto catalog = base::Catalog::load(base::Language::Danish, std::getenv("LOGBOG_TEST_LOCALE"));
    const report::LogDocument d =
        report::buildLog(reader, options, catalog, report::loadFormData(LOGBOG_ASSETS));
    base::Progress progress;
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d));
    pdf::pages::renderLog(canvas, d, {}, progress);
    canvas.save(std::filesystem::path(std::getenv("LOGBOG_TEST_OUT")) / "built.pdf", progress);
}

TEST_CASE("a column of the log that says nothing in any row is narrow, and the width goes to what happened") {
    tests::Case c;
    const auto widthOf = [](const report::LogDocument& d, const std::string& key) {
        for (const report::Column& column : d.columns)
            if (column.key == key) return column.widthMm;
        FAIL("no column " << key);
        return 0.0;
    };
    const auto sumOf = [](const report::LogDocument& d) {
        double sum = 0;
        for (const report::Column& column : d.columns) sum += column.widthMm;
        return sum;
    };
    const report::LogDocument without = c.build();
    model::Incident n;
    n.type = "approach";
    n.witnesses = "Nabo";
    c.addIncident(n);
    CHECK(without.columnNote.find("“Witnesses”") != std::string::npos);
    const report::LogDocument with = c.build();
    CHECK(with.columnNote.find("Witnesses") == std::string::npos);
    CHECK(widthOf(without, "witnesses") < widthOf(with, "witnesses"));
    CHECK(widthOf(without, "what") > widthOf(with, "what"));
    CHECK(sumOf(without) == Catch::Approx(sumOf(with)));
}

TEST_CASE("what stands between the parties is printed in her words, without what is protected") {
    Case c;
    c.editor->setBackground("We were a couple until 2024.\nHe knows Birkevej 12, where I live.\n\n");
    c.editor->undo();
    CHECK(query::CaseReader(*c.store).background().empty());
    c.editor->redo();
    c.editor->addProtectedTerm("Birkevej 12", "address");
    const auto paragraphs = [&] {
        for (const report::TextSection& section : c.build().parties)
            if (section.heading == "Background") return section.paragraphs;
        return std::vector<std::string>();
    };
    REQUIRE(paragraphs().size() == 2);
    CHECK(paragraphs()[0] == "We were a couple until 2024.");
    CHECK(paragraphs()[1].find("He knows ") == 0);
    CHECK(paragraphs()[1].find("Birkevej") == std::string::npos);
}

TEST_CASE("whom an incident was directed at stands within a sentence, without capitals") {
    Case c;
    model::Incident n;
    n.type = "approach";
    n.title = "Stood at the gate";
    n.targets = {"me", "children", "workplace"};
    c.addIncident(n);
    CHECK(allText(c.build()).find("directed at: the exposed person, children, workplace") !=
          std::string::npos);
}
