// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_messages.h"
#include "tests/core/pdf/pages/rendering.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::catalog;
using tests::render;
using tests::Rendered;

namespace {

report::Message message(int incident, int index, const std::string& text) {
    report::Message m;
    m.label = std::to_string(incident) + "." + std::to_string(index);
    m.day = "Day " + std::to_string(incident);
    m.clock = "22.04.17";
    m.zoneNote = "UTC+2";
    m.sourceNote = "K1, post " + std::to_string(incident * 10 + index);
    m.sender = "Fra udøver";
    m.text = text;
    m.fromOffender = true;
    m.incidents = {incident};
    return m;
}

// The first exhibit shows `incidents` incidents of three messages each; the log has a row for each.
report::LogDocument monthDocument(int incidents) {
    auto d = tests::sampleDocument(catalog(), {incidents, 1, true});
    std::vector<report::Message> messages;
    for (int n = 1; n <= incidents; ++n)
        for (int i = 1; i <= 3; ++i)
            messages.push_back(message(n, i, "ord" + std::to_string(n * 10 + i) + "x"));
    d.exhibits.front().messages = report::packedMessages(messages);
    tests::changeRows(d, [](report::LogRow& row, std::size_t) {
        if (!row.isMilestone) row.exhibits = {1};
    });
    d.examples.clear();
    return d;
}

std::string withoutBlanks(std::string text) {
    for (const std::string mark : {" ", "\n", "\f", "\t", "\u00a0", "\u200b", "\u200f", "\u202b", "\u202c"})
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    return text;
}

std::string page(const Rendered& r, int number) { return r.pages.at(static_cast<std::size_t>(number - 1)); }

} // namespace

TEST_CASE("every message stands in the PDF as it was written") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    const std::vector<std::string> texts{
        "Undskyld 🙏❤️ for i går 👨‍👩‍👧 og 🇩🇰",
        "First line\nsecond line\n\nlast line after an empty one",
        "من فضلك أجيبي",
        "Æøå ÆØÅ é ü – »quoted« “quoted” … €",
        "A long one that cannot share a line with its sender, since it runs on and on and on, until the "
        "bubble has to break it in two or three lines, none of which may lose a word.",
        "[not struck out] \\ {page} %1 %%",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890"};
    std::vector<report::Message> messages;
    int index = 0;
    for (const std::string& text : texts) messages.push_back(message(3, ++index, text));
    d.exhibits.front().messages = report::packedMessages(messages);
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("exhibit:1");
    std::string all;
    for (int n = range.first; n <= range.last; ++n) all += page(r, n);
    for (const std::string& text : texts) {
        CAPTURE(text, all);
        CHECK(withoutBlanks(all).find(withoutBlanks(text)) != std::string::npos); // a line may break anywhere
        if (text.size() < 60 && text.find('\n') == std::string::npos)
            CHECK(all.find(text) != std::string::npos);
    }
    CHECK(all.find("second line\n") != std::string::npos);
}

TEST_CASE("every word of a right-to-left message with points and emoji stands in the PDF") {
    // pdftotext takes points at the end of such a line for the beginning of another: the words are compared.
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    d.exhibits.front().messages =
        report::packedMessages({message(3, 1, "لماذا لا تجيبين؟ أنا أنتظر أمام البيت. 🚗")});
    const Rendered r = render(d, folder.path() / "log.pdf");
    const std::string text = page(r, r.result.map.firstPage("exhibit:1"));
    for (const char* word : {"لماذا", "لا", "تجيبين", "أنا", "أنتظر", "أمام", "البيت", "🚗", "؟"}) {
        CAPTURE(word, text);
        CHECK(text.find(word) != std::string::npos);
    }
}

TEST_CASE("a row of the log names the pages where its own messages stand") {
    const tests::TempFolder folder;
    const report::LogDocument d = monthDocument(40);
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto whole = r.result.map.ranges.at("exhibit:1");
    CHECK(whole.last - whole.first > 3);
    for (int n = 1; n <= 40; ++n) {
        CAPTURE(n);
        const auto place = r.result.map.ranges.at(pdf::pages::placeKey(1, n));
        CHECK(page(r, place.first).find("ord" + std::to_string(n * 10 + 1) + "x") != std::string::npos);
        CHECK(page(r, place.last).find("ord" + std::to_string(n * 10 + 3) + "x") != std::string::npos);
        CHECK(place.last - place.first <= 1);
        const std::string pages =
            base::fill(d.words.shortPage, {r.result.map.text(pdf::pages::placeKey(1, n))});
        CHECK(page(r, r.result.map.firstPage("row:" + std::to_string(n))).find(pages) != std::string::npos);
    }
}

TEST_CASE("the stamp names the incidents of its page, the margin those of the day") {
    const tests::TempFolder folder;
    const report::LogDocument d = monthDocument(12);
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto whole = r.result.map.ranges.at("exhibit:1");
    for (int number = whole.first; number <= whole.last; ++number) {
        std::vector<int> here;
        for (int n = 1; n <= 12; ++n)
            for (int i = 1; i <= 3; ++i)
                if (page(r, number).find("ord" + std::to_string(n * 10 + i) + "x") != std::string::npos &&
                    (here.empty() || here.back() != n))
                    here.push_back(n);
        const std::string shown = base::fill(
            d.words.exhibitStamp,
            {"1", std::to_string(number - whole.first + 1), std::to_string(whole.last - whole.first + 1),
             base::fill(d.words.exhibitIncidents,
                        {std::to_string(here.front()) + "–" + std::to_string(here.back())})});
        CAPTURE(shown, page(r, number));
        if (here.size() > 2) CHECK(page(r, number).find(shown) != std::string::npos);
        for (const int n : here)
            CHECK(page(r, number).find("Incident no. " + std::to_string(n)) != std::string::npos);
    }
}

TEST_CASE("short mails share a page, a mail that does not fit begins one") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    report::ExhibitPart& part = d.exhibits.at(1);
    report::Mail mail = part.mails.front();
    mail.pictures.clear();
    mail.sourceNote = "K2, post 1";
    part.mails.assign(5, mail);
    for (std::size_t i = 0; i < 5; ++i) part.mails[i].text = "mail" + std::to_string(i) + "begin\n\nText.\n";
    for (int i = 0; i < 20; ++i) part.mails[3].text += "Line " + std::to_string(i) + "\n";
    part.mails[3].text += "mail3end";
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("exhibit:2");
    CHECK(range.last - range.first == 1);
    CHECK(page(r, range.first).find("mail2begin") != std::string::npos);
    CHECK(page(r, range.first).find("mail3begin") == std::string::npos);
    CHECK(page(r, range.last).find("mail3begin") != std::string::npos);
    CHECK(page(r, range.last).find("mail3end") != std::string::npos);
    CHECK(page(r, range.last).find("mail4begin") != std::string::npos);
    CHECK(page(r, range.last).find("K2") != std::string::npos);
}

TEST_CASE("the number of a mail stands apart from who wrote it, and its empty lines are folded") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    report::Mail& mail = d.exhibits.at(1).mails.front();
    mail.label = "77.1";
    mail.sourceNote = "K2, post 1";
    mail.headers.front() = {"Sent by", "somebody", false};
    mail.text = "begin" + std::string(90, '\n') + "end";
    const Rendered r = render(d, folder.path() / "log.pdf");
    const std::string text = page(r, r.result.map.firstPage("exhibit:2"));
    CAPTURE(text);
    CHECK(text.find("77.1") < text.find("Sent by"));
    CHECK(withoutBlanks(text).find("Sentbysomebody") != std::string::npos); // with nothing between them
    CHECK(text.find("[89 empty lines]") != std::string::npos);
    CHECK(text.find("end") != std::string::npos);
}

TEST_CASE("the foot names the sources of its page, and says where the rest stands") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    report::ExhibitPart& part = d.exhibits.front();
    std::vector<report::Message> messages;
    part.sources.clear();
    for (int k = 1; k <= 9; ++k) {
        const std::string key = "K" + std::to_string(k);
        part.sources.push_back({key, "file" + std::to_string(k) + ".xml", "added", std::string(64, 'a')});
        messages.push_back(message(3, k, "text"));
        messages.back().sourceNote = key + ", post 1";
    }
    part.messages = report::packedMessages(messages);
    const Rendered r = render(d, folder.path() / "log.pdf");
    const std::string text = page(r, r.result.map.firstPage("exhibit:1"));
    CHECK(text.find("file5.xml") != std::string::npos);
    CHECK(text.find("K6, K7, K8, K9: page ") != std::string::npos);
}
