// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a quoted message, and conversations as a table.
#include "tests/core/report/file_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

// Ten messages a minute apart, every third her own.
std::string tenMessages() {
    std::string xml = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"10\">\n";
    for (int i = 0; i < 10; ++i)
        xml += "<sms protocol=\"0\" address=\"+4520110917\" date=\"" +
               std::to_string(1748000000000 + i * 60'000) + "\" type=\"" + (i % 3 == 2 ? "2" : "1") +
               "\" subject=\"null\" body=\"word" + std::to_string(i) + "\" read=\"1\" status=\"-1\" />\n";
    return xml + "</smses>\n";
}

// One message is quoted in an incident; the episodes are left out of the log.
struct Quoted : tests::FileCase {
    explicit Quoted(const std::string& word) : FileCase(Files{{"note.txt", "x"}}) {
        base::Progress progress;
        import::importFiles(*store, {folder.write("talk2.xml", tenMessages())}, {}, progress);
        const query::CaseReader reader(*store);
        for (model::Incident n : reader.incidents()) {
            n.status = model::IncidentStatus::LeftOut;
            editor->saveIncident(n);
        }
        model::Incident n;
        n.type = "sms";
        for (const query::ItemRow& row : reader.rows(reader.itemIds({})))
            if (row.text == word) n.items = {row.id};
        REQUIRE(n.items.size() == 1);
        addIncident(n);
    }
};

const report::ExhibitPart& conversationOf(const report::LogDocument& d) {
    for (const report::ExhibitPart& e : d.exhibits)
        if (!e.withdrawn && !e.messages.empty()) return e;
    FAIL("no conversation");
    return d.exhibits.front();
}

std::vector<std::string> wordsOf(const report::LogDocument& d) {
    std::vector<std::string> words;
    for (const report::Message& m : conversationOf(d).messages) words.push_back(m.text);
    return words;
}

std::string withoutBlanks(std::string text) { // cells break their lines
    for (const std::string blank : {" ", "\n", "\u00a0"})
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank))
            text.erase(at, blank.size());
    return text;
}

report::ExhibitForm withContext(int messages, bool asTable = false) {
    report::ExhibitForm form;
    form.contextMessages = messages;
    form.asTable = asTable;
    return form;
}

} // namespace

TEST_CASE(
    "a call of which the file does not say who called is with the other, and not from a hidden number") {
    Quoted c("word4");
    const std::string table = "Hvornår;Modpart;Sekunder\n2025-05-23 13:36:00;20110917;12\n";
    base::Progress progress;
    import::ImportOptions options;
    options.mappings = {
        R"({"version":1,"headers":["Hvornår","Modpart","Sekunder"],"columns":{"date":0,"number":1,)"
        R"("duration":2},"kind":"call","direction":"unknown"})"};
    import::importFiles(*c.store, {c.folder.write("net.csv", table)}, options, progress);
    bool isThere = false;
    for (const auto audience : {report::Audience::Adviser, report::Audience::Police}) {
        const report::LogDocument d = c.build(audience, true, withContext(8));
        for (const report::Message& m : conversationOf(d).messages) {
            CHECK(m.sender.find("hidden number") == std::string::npos);
            isThere = isThere || m.sender.find("not known from whom") != std::string::npos;
        }
    }
    CHECK(isThere);
}

TEST_CASE("a quoted message stands between those before and after it, which do not count") {
    Quoted c("word4");
    const report::LogDocument d = c.build(report::Audience::Adviser, true, withContext(2));
    CHECK(wordsOf(d) == std::vector<std::string>{"word2", "word3", "word4", "word5", "word6"});
    for (const report::Message& m : conversationOf(d).messages) {
        CAPTURE(m.text);
        const bool counts = m.text == "word4";
        CHECK(m.isContext != counts);
        CHECK(m.label.empty() != counts);
        CHECK((m.sender.find("context, does not count") != std::string::npos) != counts);
        CHECK(m.fromOffender == (m.text != "word2" && m.text != "word5"));
    }
    CHECK(d.contacts == 1);
}

TEST_CASE("how much context there is can be chosen") {
    Quoted c("word0");
    CHECK(wordsOf(c.build(report::Audience::Adviser, true, withContext(0))) ==
          std::vector<std::string>{"word0"});
    CHECK(wordsOf(c.build(report::Audience::Adviser, true, withContext(1))) ==
          std::vector<std::string>{"word0", "word1"});
}

TEST_CASE("what is protected is struck out of the context too") {
    Quoted c("word4");
    c.editor->addProtectedTerm("word3", "ord");
    const report::LogDocument d = c.build();
    CHECK(tests::allText(d).find("word3") == std::string::npos);
}

TEST_CASE("as a table every message has its time, zone and source beside it") {
    Quoted c("word4");
    const report::LogDocument d = c.build(report::Audience::Adviser, true, withContext(2, true));
    const std::string page = tests::pageWith(c.draw(d), ", record ");
    CAPTURE(page);
    for (const report::Message& m : conversationOf(d).messages)
        for (const std::string& text : {m.text, m.clock, m.zoneNote, m.sourceNote}) {
            CAPTURE(text);
            CHECK(withoutBlanks(page).find(withoutBlanks(text)) != std::string::npos);
        }
}

TEST_CASE("a table goes over as many pages as it needs and loses nothing") {
    std::string xml = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"121\">\n";
    for (int i = 0; i < 120; ++i)
        xml += "<sms protocol=\"0\" address=\"+4520110917\" date=\"" +
               std::to_string(1748000000000 + i * 60'000) + "\" type=\"1\" subject=\"null\" body=\"w" +
               std::to_string(i) + "x\" read=\"1\" status=\"-1\" />\n";
    std::string longest;
    for (int i = 0; i < 1500; ++i) longest += "L" + std::to_string(i) + "x ";
    xml += "<sms protocol=\"0\" address=\"+4520110917\" date=\"1746312657000\" type=\"1\" subject=\"null\" "
           "body=\"" +
           longest + "\" read=\"1\" status=\"-1\" />\n</smses>\n";
    tests::FileCase c(tests::FileCase::Files{{"empty.txt", "x"}});
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.write("many.xml", xml)}, {}, progress);
    const query::CaseReader reader(*c.store);
    std::vector<edit::EpisodeToAccept> accepted;
    for (const query::Episode& e : query::episodes(reader))
        accepted.push_back(query::toAccept(e, reader.zone()));
    c.editor->acceptEpisodes(accepted);
    const std::string all =
        tests::joinedPages(c.draw(c.build(report::Audience::Adviser, true, withContext(2, true))));
    for (int i = 0; i < 120; ++i) CHECK(all.find("w" + std::to_string(i) + "x") != std::string::npos);
    for (int i = 0; i < 1500; ++i) CHECK(all.find("L" + std::to_string(i) + "x") != std::string::npos);
}

TEST_CASE("her own message that shows a step is called so, and counted nowhere") {
    Quoted c("word4");
    const int before = c.build(report::Audience::Adviser, true, withContext(8)).contacts;
    const query::CaseReader reader(*c.store);
    model::Milestone no;
    no.kind = model::MilestoneKind::ClearNo;
    for (const query::ItemRow& row : reader.rows(reader.itemIds({})))
        if (row.text == "word2") {
            no.item = row.id;
            no.time = *row.time;
        }
    REQUIRE(no.item != 0);
    c.editor->saveMilestone(no);
    const report::LogDocument d = c.build(report::Audience::Adviser, true, withContext(8));
    CHECK(d.contacts == before);
    int alone = 0, around = 0;
    for (const report::ExhibitPart& exhibit : d.exhibits)
        for (const report::Message& m : exhibit.messages) {
            if (m.text == "word5") CHECK(m.sender == "From the exposed person – context, does not count");
            if (m.text != "word2") continue;
            CHECK(m.sender == "From the exposed person – step M2"); // M1 is the order
            CHECK(m.isContext);
            CHECK(m.label.empty());
            CHECK(m.incidents.empty());
            ++(exhibit.milestone == "M2" ? alone : around);
            if (exhibit.milestone != "M2") continue;
            CHECK(exhibit.messages.size() == 1);
            CHECK(withoutBlanks(exhibit.title) == "SMSfromtheexposedperson,23May2025");
        }
    CHECK(alone == 1);
    CHECK(around == 1);
}
