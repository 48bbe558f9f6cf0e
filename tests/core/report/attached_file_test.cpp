// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are attached to messages and mails: shown within their exhibit as files of their own are, under
// the same guards.
#include "tests/core/report/mail_case.h"
#include "tests/support/pdf_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::film;
using tests::letter;
using tests::MailCase;
using tests::pageWith;
using tests::PdfMaker;
using tests::shownAt;

namespace {

const report::ExhibitPart& mailOf(const report::LogDocument& d) {
    for (const report::ExhibitPart& e : d.exhibits)
        if (!e.mails.empty()) return e;
    FAIL("no exhibit of mails");
    return d.exhibits.front();
}

const char* const kPdf = "application/pdf";

} // namespace

TEST_CASE("a PDF that came with a mail is shown page by page within the exhibit of the mail") {
    MailCase c({{"letter.pdf", kPdf, letter({"attached page one", "attached page two"})}});
    const report::LogDocument d = c.build();
    const auto pages = c.draw(d);
    const std::string exhibit = "Exhibit " + std::to_string(mailOf(d).number) + " – page ";
    CHECK(pageWith(pages, exhibit + "1 of 4").find("Words of the mail") != std::string::npos);
    CHECK(pageWith(pages, "attached page one").find(exhibit + "2 of 4") != std::string::npos);
    CHECK(pageWith(pages, "attached page two").find(exhibit + "3 of 4") != std::string::npos);
    CHECK(pageWith(pages, "attached page two").find("letter.pdf – page 2 of 2, shown at") !=
          std::string::npos);
    const std::string facts = pageWith(pages, exhibit + "4 of 4");
    CHECK(facts.find("Attached to") != std::string::npos);
    CHECK(facts.find("SHA-256") != std::string::npos);
    // The line under the mail says where.
    std::size_t first = 0;
    while (first < pages.size() && pages[first].find("attached page one") == std::string::npos) ++first;
    const std::string where = "See page " + std::to_string(first + 1) + "–" + std::to_string(first + 2) + ".";
    CHECK(pageWith(pages, exhibit + "1 of 4").find(where) != std::string::npos);
}

TEST_CASE("a PDF is known by its bytes, whatever the mail calls it") {
    MailCase c({{"letter", "application/octet-stream", letter({"attached words"})},
                {"list.pdf", kPdf, "nothing of the kind"}});
    const auto pages = c.draw(c.build());
    CHECK(!pageWith(pages, "letter – page 1 of 1").empty());
    CHECK(pageWith(pages, "list.pdf – page").empty());
}

TEST_CASE("an attached film is shown as stills with its length and code, an attached sound as a card") {
    MailCase c({{"film.mp4", "video/mp4", film("film.mp4")}, {"sound.mp3", "audio/mpeg", film("sound.mp3")}});
    const auto pages = c.draw(c.build());
    const std::string shown = pageWith(pages, "into the film");
    CHECK(shown.find("film.mp4") != std::string::npos);
    CHECK(shown.find("Length") != std::string::npos);
    CHECK(shown.find("SHA-256") != std::string::npos);
    CHECK(shown.find("In the case within") != std::string::npos);
    std::size_t cards = 0;
    for (const std::string& page : pages)
        if (page.find("sound.mp3") != std::string::npos && page.find("Attached to") != std::string::npos)
            ++cards;
    CHECK(cards == 1);
}

TEST_CASE("an attached PDF with something protected, sealed or hostile is a card that says so") {
    PdfMaker sealed;
    sealed.page(shownAt(60, 700, "never seen"));
    std::string locked = sealed.bytes();
    locked.replace(locked.find("/Root 1 0 R"), 11,
                   "/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" +
                       std::string(64, '1') + "> /U <" + std::string(64, '2') + "> >>");
    PdfMaker spots; // letter by letter, from the right to the left
    std::string operators = "BT /F1 12 Tf ";
    const std::string street = "Birkevej 12";
    for (std::size_t i = street.size(); i-- > 0;)
        operators += "1 0 0 1 " + std::to_string(60 + 7 * i) + " 700 Tm (" + street[i] + ") Tj ";
    spots.page(operators + "ET");
    MailCase c({{"seen.pdf", kPdf, letter({"Jeg bor paa Birkevej 12 nu"})},
                {"spots.pdf", kPdf, spots.bytes()},
                {"locked.pdf", kPdf, locked},
                {"broken.pdf", kPdf, "%PDF-1.7\n" + std::string(3000, 'x')},
                {"free.pdf", kPdf, letter({"harmless words"})}});
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    const auto pages = c.draw(c.build());
    const std::string all = tests::joinedPages(pages);
    CHECK(all.find("Birkevej") == std::string::npos);
    CHECK(pageWith(pages, "seen.pdf – page").empty());
    CHECK(pageWith(pages, "spots.pdf – page").empty());
    CHECK(pageWith(pages, "never seen").empty());
    CHECK(!pageWith(pages, "locked with a passphrase").empty());
    CHECK(!pageWith(pages, "The file is damaged. Its pages cannot be shown").empty());
    CHECK(!pageWith(pages, "harmless words").empty());
    CHECK(tests::countOf(all, "entered as protected. Its pages") == 2);
}

TEST_CASE("documents and voices beside a chat are shown within its exhibit, once each, with their key") {
    tests::FileCase c({});
    c.folder.write("bolund_1/message_1.json",
                   R"({"participants":[{"name":"Bo Lund"},{"name":"Anna Dal"}],"messages":[
{"sender_name":"Bo Lund","timestamp_ms":1747900000000,"content":"Se her","files":[{"uri":"files/letter.pdf"}]},
{"sender_name":"Bo Lund","timestamp_ms":1747900060000,"content":"Og her","files":[{"uri":"files/notes.txt"}]},
{"sender_name":"Bo Lund","timestamp_ms":1747900120000,"audio_files":[{"uri":"audio/voice.mp3"}]}],
"title":"Bo Lund","thread_path":"inbox/bolund_1"})");
    c.folder.write("bolund_1/files/letter.pdf", letter({"attached page one"}));
    c.folder.write("bolund_1/files/notes.txt", "Words of the notes\n");
    c.folder.write("bolund_1/audio/voice.mp3", film("sound.mp3"));
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.path() / "bolund_1"}, {}, progress);
    model::Incident n;
    n.type = "chat";
    query::ItemFilter filter;
    filter.kinds = {model::ItemKind::Chat};
    n.items = query::CaseReader(*c.store).itemIds(filter);
    c.addIncident(n);
    const report::LogDocument d = c.build();
    const auto pages = c.draw(d);
    const std::string shown = pageWith(pages, "attached page one");
    CHECK(shown.find("letter.pdf – page 1 of 1") != std::string::npos);
    CHECK(!pageWith(pages, "Words of the notes").empty());
    CHECK(pageWith(pages, "In the case as").find("voice.mp3") != std::string::npos);
    for (const report::ExhibitPart& e : d.exhibits)
        if (!e.files.empty() && !e.messages.empty()) CHECK(e.files.size() == 3);
}

TEST_CASE("the row of a message says how many pictures came with it") {
    const auto rowOf = [](const std::vector<tests::AttachedFile>& files) {
        MailCase c(files);
        const report::LogDocument d = c.build();
        std::string rows;
        for (std::size_t i = 0; i < d.rows.size(); ++i) rows += tests::textOf(*d.rows.at(i));
        return rows;
    };
    const tests::AttachedFile pdf{"letter.pdf", kPdf, letter({"words"})};
    const std::string two =
        rowOf({{"a.jpg", "image/jpeg", "not shown"}, pdf, {"b.png", "image/png", "nor this"}});
    CAPTURE(two);
    CHECK(two.find("\n2 pictures attached\n") != std::string::npos);
    CHECK(rowOf({{"a.jpg", "image/jpeg", "not shown"}}).find("\n1 picture attached\n") != std::string::npos);
    CHECK(rowOf({pdf}).find("attached") == std::string::npos);
}

TEST_CASE("a letterhead within the text of a mail is no picture that came with it") {
    std::string text = tests::mailWith({{"logo.png", "image/png", "not shown"}});
    const std::string disposition = "Content-Disposition: attachment";
    text.replace(text.find(disposition), disposition.size(),
                 "Content-ID: <logo>\r\nContent-Disposition: inline");
    MailCase c(text);
    CHECK(tests::allText(c.build()).find("picture attached") == std::string::npos);
}

TEST_CASE("the row of a text message without words says that a picture came with it") {
    tests::Case c(
        R"(<smses count="1"><mms date="1747051199000" msg_box="1" address="+4520110917" m_type="132">
<parts><part seq="0" ct="image/jpeg" name="a.jpg" cl="a.jpg" data=")" +
        tests::base64("not shown") + R"(" /></parts>
<addrs><addr address="+4520110917" type="137" charset="106" /></addrs></mms></smses>)");
    const report::LogDocument d = c.build();
    std::string rows;
    for (std::size_t i = 0; i < d.rows.size(); ++i) rows += tests::textOf(*d.rows.at(i));
    CAPTURE(rows);
    CHECK(rows.find("\n1 picture attached\n") != std::string::npos);
}
