// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/log_form.h"
#include "core/format/document/office_text.h"
#include "tests/core/format/document/document_support.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::format::document;
using core::base::Precision;
using core::model::IssueCode;

namespace {

// "2023-05-14 21:30", as far as it is known; "~" for about, and the doubts behind it.
std::string read(const char* day, const char* clock = "") {
    const LogDate found = parseLogDate(day, clock);
    std::string out = found.about ? "~" : "";
    if (found.time) {
        const auto& c = found.time->civil;
        char text[64];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
        out += found.time->precision == Precision::Month ? std::string(text).substr(0, 7) : text;
        if (found.time->precision == Precision::Minute) {
            std::snprintf(text, sizeof text, " %02d:%02d", c.hour, c.minute);
            out += text;
        }
        if (found.time->precision == Precision::Hour) out += " " + std::to_string(c.hour) + "h";
        if (found.time->precision == Precision::PartOfDay) out += " from " + std::to_string(c.hour);
    }
    for (const auto& issue : found.issues)
        out += issue.code == IssueCode::DoubtfulTime ? " ?" + issue.detail
                                                     : std::string(" !") + codeOf(issue.code);
    return out;
}

std::vector<LogRow> logRowsOf(const Content& content) {
    std::vector<LogRow> all;
    for (const Table& table : content.tables)
        for (LogRow& row : logRows(table).value_or(std::vector<LogRow>{})) all.push_back(std::move(row));
    return all;
}

} // namespace

TEST_CASE("days and times are read as people write them") {
    CHECK(read("14.05.2023", "21.30") == "2023-05-14 21:30");
    CHECK(read("14.05.2023", "kl. 21:30") == "2023-05-14 21:30");
    CHECK(read("14/5 2023", "2130") == "2023-05-14 21:30");
    CHECK(read("14-05-2023 kl. 21.30") == "2023-05-14 21:30");
    CHECK(read("d. 14. maj 2023") == "2023-05-14");
    CHECK(read("Søndag den 14. maj 2023 kl. 21") == "2023-05-14 21h");
    CHECK(read("LØRDAG D. 3. JUNI 2023") == "2023-06-03");
    CHECK(read("2023-05-14", "9.30 PM") == "2023-05-14 21:30");
    CHECK(read("14. okt. 2023", "ca. 22") == "~2023-10-14 22h");
    CHECK(read("ca. 14/5 2023") == "~2023-05-14");
    CHECK(read("14.05.2023", "om aftenen") == "2023-05-14 from 18");
    CHECK(read("14.05.2023", "natten") == "2023-05-14 from 0");
    CHECK(read("marts 2023") == "2023-03");
}

TEST_CASE("what had to be guessed is said, and what would have to be is not") {
    CHECK(read("14/5-23") == "2023-05-14 ?two-digit-year");
    CHECK(read("14. maj 23") == "2023-05-14 ?two-digit-year");
    CHECK(read("14/5") == " ?no-year");
    CHECK(read("14/5 21.30") == " ?no-year");
    CHECK(read("14. maj", "21.30") == " ?no-year");
    CHECK(read("05/14/2023") == "2023-05-14 ?order");
    CHECK(read("14-16/5 2023") == "2023-05-14 ?range");
    CHECK(read("14.-16. maj 2023") == "2023-05-14 ?range");
    CHECK(read("14.05.2023", "21.30-22.00") == "2023-05-14 21:30 ?range");
    CHECK(read("14.05.2023", "hele tiden") == "2023-05-14 ?time");
    CHECK(read("14.05.2023", "kl. 25.10") == "2023-05-14 ?time");
    CHECK(read("uge 20") == " ?week");
    CHECK(read("") == " !missing-date");
    CHECK(read("i går") == " !invalid-date");
    CHECK(read("31.02.2023") == " !invalid-date");
    CHECK(read("99999999999999999999") == " !invalid-date");
}

TEST_CASE("the rows of a log in Word come out as they stand, with their days and exhibits") {
    const auto rows = logRowsOf(readOffice(tests::documentFixture("log.docx"), OfficeKind::Word));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].day == "14.05.2023");
    CHECK(rows[0].clock == "kl. 21.30");
    CHECK(rows[0].what == "Han ringede 14 gange, og jeg tog den ikke. \xF0\x9F\x98\x9F");
    CHECK(rows[0].exhibit == "1");
    CHECK(rows[0].row == 3);
    REQUIRE(rows[0].when.time);
    CHECK(rows[0].when.time->civil == core::base::CivilTime{2023, 5, 14, 21, 30, 0, 0});
    CHECK(rows[1].what == "Holdt stille i sin bil\nuden for min opgang");
    CHECK(rows[1].when.about);
    CHECK(rows[2].when.time->precision == Precision::PartOfDay);
    CHECK_FALSE(rows[3].when.time); // "11/5": no year is guessed
}

TEST_CASE("the rows of a log in OpenDocument and in a table are read, columns of another meaning kept") {
    const auto open = logRowsOf(readOffice(tests::documentFixture("letter.odt"), OfficeKind::OpenDocument));
    REQUIRE(open.size() == 1);
    CHECK(open[0].when.time->civil.hour == 21);
    const auto rows = logRows({{"Dato", "Klokkeslæt", "Beskrivelse af hændelsen", "Sted", "Bilag nr."},
                               {"14-05-2023", "21:30", "Han ringede; jeg sagde \"nej\"", "Hjemme", "1"}});
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().what == "Han ringede; jeg sagde \"nej\"");
    CHECK(rows->front().exhibit == "1");
    CHECK(rows->front().exhibitHeading == "Bilag nr.");
    CHECK(rows->front().others == std::vector<std::pair<std::string, std::string>>{{"Sted", "Hjemme"}});
    CHECK(rows->front().when.time->civil.minute == 30);
}

TEST_CASE("the headings of a log are known by several wordings") {
    const Row filled{"14.05.2023", "21.30", "x", "1"};
    for (const Row& head :
         {Row{"Dato", "Tid", "Hændelse", "Bilag"}, Row{"DATO:", "Kl.", "Beskrivelse", "Bilagsnr."},
          Row{"Dag", "Klokkeslæt", "Hvad skete der?", "Dokumentation"},
          Row{"Date", "Time", "What happened", "Exhibit no."}}) {
        const auto rows = logRows({head, filled});
        REQUIRE(rows);
        REQUIRE(rows->size() == 1);
        CHECK(rows->front().what == "x");
        CHECK(rows->front().exhibit == "1");
        CHECK(rows->front().when.time->precision == Precision::Minute);
    }
    const auto one = logRows({{"Tidspunkt", "Hændelse"}, {"14.05.2023 kl. 21.30", "x"}});
    REQUIRE(one);
    CHECK(one->front().when.time->precision == Precision::Minute);
    CHECK(logRows({{"Dato", "Hændelse"}, {"14.05.2023", "x"}, {"Dato", "Hændelse"}, {"", ""}})->size() == 1);
}

TEST_CASE("a table that is no log gives no rows") {
    CHECK_FALSE(logRows({}));
    CHECK_FALSE(logRows({{"Navn", "Telefon"}, {"Bodil", "12345678"}}));
    CHECK_FALSE(logRows({{"Dato", "Beløb"}, {"14.05.2023", "100"}}));
    CHECK_FALSE(logRows({{"Beskrivelse"}, {"x"}}));
    CHECK(logRowsOf(readOffice(tests::documentFixture("letter.docx"), OfficeKind::Word)).empty());
}
