// SPDX-License-Identifier: GPL-3.0-or-later
// What may not stand in a document: protected terms however a text is cut or put together, addresses of
// others than the offender, and signs that a message has no right to.
#include "core/report/packed_messages.h"
#include "core/report/witness_contacts.h"
#include "tests/core/report/log_case.h"
#include "tests/support/messages.h"
#include "tests/support/sample_document.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::allText;
using tests::Case;
using tests::textOf;

namespace {

std::string oneMessage(const std::string& body) {
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n"
           "  <sms protocol=\"0\" address=\"+4520110917\" date=\"1746302657000\" type=\"1\" subject=\"null\" "
           "body=\"" +
           body + "\" read=\"1\" status=\"-1\" />\n</smses>\n";
}

const char* const kMailWithHelpers =
    "From: N.N. <nn@example.org>\r\n"
    "To: Anna Lind <anna.lind@example.org>\r\n"
    "Cc: Helper Ulla <ulla@krisecenter.example>, lone@raadgivning.example\r\n"
    "Subject: Hej\r\nDate: Sat, 03 May 2025 22:04:17 +0200\r\nMessage-ID: <1@example.org>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nJeg ved hvor du er.\r\n";

// The mail in an incident, its people named but for the helpers.
void addMail(Case& c) {
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.write("mail.eml", kMailWithHelpers)}, {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers()) {
        if (row.normal == "nn@example.org")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
        if (row.normal == "anna.lind@example.org")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Exposed, "Anna Lind");
    }
    model::Incident n;
    n.type = "email";
    query::ItemFilter mails;
    mails.kinds = {model::ItemKind::Email};
    n.items = reader.itemIds(mails);
    REQUIRE(n.items.size() == 1);
    c.addIncident(n);
}

void draw(const report::LogDocument& d, const Case& c) {
    base::Progress progress;
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d));
    pdf::pages::renderLog(canvas, d, {}, progress);
    canvas.save(c.folder.path() / "log.pdf", progress);
}

} // namespace

TEST_CASE("a quote is cut only after what is protected has gone") {
    for (const std::size_t before : {100U, 108U, 112U, 116U, 390U}) { // the cut falls into the address
        Case c(oneMessage(std::string(before, 'x') + " Rosenvænget 12, 2. tv., og saa videre"));
        c.editor->addProtectedTerm("Rosenvænget 12", "adresse");
        const std::string text = allText(c.build());
        CAPTURE(before);
        CHECK(text.find("Rosen") == std::string::npos);
    }
}

TEST_CASE("a protected name leaves the form's own words alone") {
    Case c(oneMessage("Hils Incy og May i exhibit"));
    for (const char* name : {"Incy", "Else", "May", "Cont"}) c.editor->addProtectedTerm(name, "name");
    const report::LogDocument d = c.build();
    CHECK(d.redactions > 0);
    CHECK(d.overview.figures[0].caption == "incident");
    CHECK(d.exhibits[0].title.find("May 2025") != std::string::npos);
    CHECK(d.exhibits[0].messages.at(0)->text.find("May") == std::string::npos);
    CHECK_NOTHROW(draw(d, c)); // "May" is the form's own word too: nothing can be proven about it
}

TEST_CASE("nothing is drawn that holds a protected term, whichever way it came in") {
    Case c;
    c.editor->addProtectedTerm("Rosenvænget 12", "adresse");
    const report::LogDocument d = c.build();
    CHECK_NOTHROW(draw(d, c));
    for (const auto& put : std::vector<std::function<void(report::LogDocument&)>>{
             [](report::LogDocument& x) {
                 auto messages = tests::listed(x.exhibits[0].messages);
                 messages[0].text = "ved Rosenvænget\n12 i dag";
                 x.exhibits[0].messages = report::packedMessages(messages);
             },
             [](report::LogDocument& x) { x.exhibits[0].title = "rosenvaenget 12"; },
             [](report::LogDocument& x) { x.caseLabel = "Rosenv%C3%A6nget 12"; },
             [](report::LogDocument& x) {
                 tests::changeRows(x, [](report::LogRow& row, std::size_t i) {
                     if (i == 0) row.cells[3][0].runs = {{"Rosenvænget ", true}, {"12", false}};
                 });
             },
             [](report::LogDocument& x) { x.files[0].name = "Rosenvænget-12.xml"; }}) {
        report::LogDocument bad = d;
        put(bad);
        std::filesystem::remove(c.folder.path() / "log.pdf");
        CHECK_THROWS_AS(draw(bad, c), base::Error);
        CHECK(!std::filesystem::exists(c.folder.path() / "log.pdf"));
    }
}

TEST_CASE("a message cannot pretend to be a page number or something struck out") {
    Case c(oneMessage(
        "Skabelon {page:log} og {page:hest} [redacted: hest] \xEF\xB7\x90[redacted: ko]\xEF\xB7\x91"));
    const report::LogDocument d = c.build();
    CHECK(d.redactions == 0);
    draw(d, c);
    std::string all;
    for (const std::string& page : tests::pdfPages(c.folder.path() / "log.pdf")) all += page;
    CHECK(all.find("{page:log}") != std::string::npos);
    CHECK(all.find("{page:hest}") != std::string::npos);
    CHECK(allText(d).find("\uFDD0") == std::string::npos);
}

TEST_CASE("the adviser's edition names others than the offender without their address") {
    Case c;
    addMail(c);
    const std::string adviser = allText(c.build(report::Audience::Adviser));
    const std::string police = allText(c.build(report::Audience::Police));
    for (const char* only :
         {"anna.lind@example.org", "ulla@krisecenter.example", "lone@raadgivning.example"}) {
        CAPTURE(only);
        CHECK(adviser.find(only) == std::string::npos);
        CHECK(police.find(only) != std::string::npos);
    }
    CHECK(adviser.find("Anna Lind") == std::string::npos);
    CHECK(adviser.find("N.N. <nn@example.org> – the offender") != std::string::npos);
    CHECK(adviser.find("Helper Ulla") != std::string::npos);
}

TEST_CASE("a witness's number goes however it is written") {
    for (const char* number : {"12/34/56/78", "12–34–56–78", "12\u00a034\u00a056\u00a078", "12\n34\n56\n78",
                               "+45 12345678", "(12) 34 - 56 - 78", "v1@example.org", "<v1@example.org>"}) {
        CAPTURE(number);
        const std::string out = report::withoutContacts(std::string("V1, nabo, ") + number + ", ven", "-");
        CHECK(out.starts_with("V1, nabo, "));
        CHECK(out.ends_with(", ven"));
        CHECK(out.find("34") == std::string::npos);
        CHECK(out.find("example") == std::string::npos);
    }
    CHECK(report::withoutContacts("V2, 3 naboer i nr. 14, set 12 gange", "-") ==
          "V2, 3 naboer i nr. 14, set 12 gange");
}

TEST_CASE("excluded messages are not counted in a row, whatever its count said") {
    Case c;
    query::ItemFilter all;
    all.withExcluded = true;
    c.editor->setExcluded(query::CaseReader(*c.store).itemIds(all), true);
    const report::LogDocument d = c.build();
    CHECK(d.contacts == 0);
    for (const report::LogRow& row : d.rows) CHECK(textOf(row).find(" contacts.") == std::string::npos);
    CHECK_NOTHROW(draw(d, c));
}
