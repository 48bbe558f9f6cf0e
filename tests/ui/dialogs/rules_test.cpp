// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialogs decide without a window.
#include "core/base/zone.h"
#include "ui/common/format_words.h"
#include "ui/form/when_rule.h"
#include "ui/import/import_rows.h"
#include "ui/import/import_words.h"
#include "ui/incident/incident_draft.h"
#include "ui/incident/relative_hint.h"

#include <catch2/catch_test_macros.hpp>

using core::base::CivilTime;
using core::base::Language;
using core::base::Precision;
using ui::form::checkDate;
using ui::form::DateProblem;
using ui::form::makeTimestamp;
using ui::form::PrecisionChoice;

namespace {

const CivilTime kToday{.year = 2024, .month = 4, .day = 22};
const std::string kZone = "Europe/Copenhagen";

std::string localText(const core::base::Timestamp& time) {
    const CivilTime t = core::base::toLocal(time.utcMs, kZone);
    return std::to_string(t.year) + "-" + std::to_string(t.month) + "-" + std::to_string(t.day) + " " +
           std::to_string(t.hour) + ":" + std::to_string(t.minute);
}

core::import::FoundFile found(const std::string& path, const std::string& format, int photos) {
    core::import::FoundFile file;
    file.path = path;
    file.format = format;
    if (photos > 0) file.kinds[core::model::ItemKind::Photo] = photos;
    return file;
}

} // namespace

TEST_CASE("a word for a date is refused, and the day it means is offered", "[ui]") {
    for (const char* word : {"i går", "I GÅR", "yesterday"}) {
        const auto check = checkDate(word, kToday);
        CHECK(check.problem == DateProblem::RelativeWord);
        CHECK_FALSE(check.date);
        REQUIRE(check.suggestion);
        CHECK(check.suggestion->day == 21);
        CHECK(check.suggestion->month == 4);
    }
    CHECK(checkDate("forgårs", kToday).suggestion->day == 20);
}

TEST_CASE("a word for a span of days is refused without a day to offer", "[ui]") {
    const auto check = checkDate("sidste uge", kToday);
    CHECK(check.problem == DateProblem::RelativeWord);
    CHECK_FALSE(check.suggestion);
}

TEST_CASE("a date field takes real dates only", "[ui]") {
    CHECK(checkDate("21.4.2024", kToday).problem == DateProblem::None);
    CHECK(checkDate(" 21. apr. 2024 ", kToday).date->day == 21);
    CHECK(checkDate("", kToday).problem == DateProblem::Empty);
    CHECK(checkDate("31.2.2024", kToday).problem == DateProblem::NotADate);
    CHECK(checkDate("engang", kToday).problem == DateProblem::NotADate);
    const auto later = checkDate("23.4.2024", kToday);
    CHECK(later.problem == DateProblem::Future);
    CHECK(later.date);
    CHECK(checkDate("22.4.2024", kToday).problem == DateProblem::None); // today is no future
}

TEST_CASE("the stored time says no more than what was typed", "[ui]") {
    const CivilTime day{.year = 2024, .month = 4, .day = 25};
    const CivilTime clock{.hour = 22, .minute = 10};
    const auto minute = makeTimestamp(day, clock, PrecisionChoice::Minute, kZone);
    CHECK(minute.precision == Precision::Minute);
    CHECK(localText(minute) == "2024-4-25 22:10");
    const auto noClock = makeTimestamp(day, std::nullopt, PrecisionChoice::Minute, kZone);
    CHECK(noClock.precision == Precision::Day);
    CHECK(localText(noClock) == "2024-4-25 0:0");
    const auto about = makeTimestamp(day, clock, PrecisionChoice::About, kZone);
    CHECK(about.about);
    CHECK(about.precision == Precision::Minute);
    CHECK(localText(makeTimestamp(day, clock, PrecisionChoice::PartOfDay, kZone)) == "2024-4-25 18:0");
    CHECK(localText(makeTimestamp(day, std::nullopt, PrecisionChoice::Week, kZone)) == "2024-4-22 0:0");
    CHECK(localText(makeTimestamp(day, std::nullopt, PrecisionChoice::Month, kZone)) == "2024-4-1 0:0");
}

TEST_CASE("each choice of precision is read back as itself", "[ui]") {
    const CivilTime day{.year = 2024, .month = 10, .day = 27}; // summer time ends
    const CivilTime clock{.hour = 13, .minute = 5};
    for (int i = 0; i < ui::form::kPrecisionChoices; ++i) {
        const auto choice = static_cast<PrecisionChoice>(i);
        CHECK(ui::form::choiceOf(makeTimestamp(day, clock, choice, kZone)) == choice);
    }
}

TEST_CASE("the hint replaces the word it was made for and nothing else", "[ui]") {
    const std::string text = "Han holdt her i går aftes, og i går igen.";
    const auto hint = ui::incident::nextHint(text, kToday, {}, Language::Danish);
    REQUIRE(hint);
    CHECK(hint->date.starts_with("21. april 2024"));
    const std::string after = ui::incident::withDate(text, *hint);
    CHECK(after.find("Han holdt her 21. april 2024") == 0);
    CHECK(ui::incident::withDate("noget helt andet", *hint) == "noget helt andet");
    CHECK_FALSE(ui::incident::nextHint("Han sov i gården", kToday, {}, Language::Danish));
    CHECK_FALSE(ui::incident::nextHint("i går", kToday, {"i går"}, Language::Danish)); // left standing
}

TEST_CASE("a new incident takes its time and its sender from the items, and no words", "[ui]") {
    core::query::ItemRow late, early;
    late.id = 2;
    late.kind = early.kind = core::model::ItemKind::Sms;
    early.id = 1;
    late.time = makeTimestamp({.year = 2024, .month = 4, .day = 21}, CivilTime{.hour = 23},
                              PrecisionChoice::Minute, kZone);
    early.time = makeTimestamp({.year = 2024, .month = 4, .day = 21}, CivilTime{.hour = 22},
                               PrecisionChoice::Minute, kZone);
    early.timeSource = core::model::TimeSource::MessageExport;
    early.other.written = "+4520110917";
    early.other.party = 7;
    early.other.partyRole = core::model::PartyRole::Offender;
    const auto incident = ui::incident::draftIncident({late, early}, 0, kZone);
    CHECK(incident.start == *early.time);
    CHECK(incident.end == late.time);
    CHECK(incident.timeSource == core::model::TimeSource::MessageExport);
    CHECK(incident.party == 7);
    CHECK(incident.identifiedBy == std::vector<std::string>{"number"});
    CHECK(incident.type == "sms");
    CHECK(incident.count == 2);
    CHECK(incident.title.empty());
    CHECK(incident.items.size() == 2);
}

TEST_CASE("an incident without items is a day, from memory", "[ui]") {
    const auto incident = ui::incident::draftIncident({}, 1'713'823'200'000, kZone); // 2024-04-23 00:00 local
    CHECK(incident.start.precision == Precision::Day);
    CHECK(localText(incident.start) == "2024-4-23 0:0");
    CHECK(incident.timeSource == core::model::TimeSource::OwnMemory);
}

TEST_CASE("many pictures of one folder are one row, an archive keeps its own", "[ui]") {
    std::vector<core::import::FoundFile> files;
    for (int i = 0; i < 5; ++i) files.push_back(found("/x/photos/" + std::to_string(i) + ".jpg", "photo", 1));
    files.push_back(found("/x/notes.pages", "", 0));
    files.push_back(found("/x/mail.mbox", "mbox", 3));
    auto rows = ui::import::foundRows(files);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].isFolder);
    CHECK(rows[0].name == "photos");
    CHECK(rows[0].items == 5);
    CHECK(rows[2].format.empty()); // not understood: last, and not chosen by itself
    CHECK_FALSE(rows[2].isChosen);
    CHECK(ui::import::totals(rows).items == 8);
    CHECK(ui::import::chosenPaths(rows).size() == 6);
    rows[2].isChosen = true;
    CHECK(ui::import::totals(rows).items == 9); // kept as one document
}

TEST_CASE("the files of an archive stand under it, are counted in it, and come with it alone", "[ui]") {
    std::vector<core::import::FoundFile> files;
    files.push_back(found("/x/a.zip", "archive", 0));
    files.push_back(found("/x/a.zip/inbox/message_1.json", "messenger", 7));
    files[1].missing = 2;
    files[1].asksDateOrder = true;
    files[1].localTimes = 5;
    for (int i = 0; i < 9; ++i) {
        files.push_back(found("/x/a.zip/photos/" + std::to_string(i) + ".jpg", i < 5 ? "photo" : "", 0));
        files.back().isShown = true;
    }
    files.push_back(found("/x/a.zip/notes.bin", "", 0));
    files.push_back(found("/x/b.txt", "", 0));
    const auto rows = ui::import::foundRows(files);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].name == "a.zip");
    CHECK_FALSE(rows[0].isMember);
    CHECK(rows[0].items == 8); // seven messages and one document
    CHECK(rows[0].shown == 9);
    CHECK(rows[0].missing == 2);
    CHECK(rows[0].unknown == 1);
    CHECK(rows[1].isMember);
    CHECK(rows[2].isShown);
    CHECK(rows[2].paths.size() == 9);
    CHECK(rows[3].name == "notes.bin");
    CHECK(rows[3].isChosen); // what is in an archive is kept with it
    const auto sum = ui::import::totals(rows);
    CHECK(sum.files == 2);
    CHECK(sum.items == 8);
    CHECK(rows[1].asksDateOrder);
    CHECK(sum.localTimes == 5);
    CHECK(ui::import::chosenPaths(rows) == std::vector<std::filesystem::path>{"/x/a.zip"});
}

TEST_CASE("an attachment in a mailbox comes with it, and is not looked for as a file of its own", "[ui]") {
    std::vector<core::import::FoundFile> files;
    files.push_back(found("/x/a.mbox", "mbox", 3));
    files.push_back(found("/x/post.pst", "outlook-pst", 8));
    files.push_back(found("/x/post.pst/attachment.docx", "document", 0));
    files.back().isShown = true;
    files.push_back(found("/x/post.pst.txt", "document", 1));
    const auto rows = ui::import::foundRows(files);
    REQUIRE(rows.size() == 4);
    CHECK(rows[2].name == "attachment.docx");
    CHECK(rows[2].isMember);
    CHECK_FALSE(rows[3].isMember);
    CHECK(rows[1].items == 8);
    CHECK(rows[1].shown == 1);
    CHECK(ui::import::totals(rows).items == 12);
    CHECK(ui::import::chosenPaths(rows) ==
          std::vector<std::filesystem::path>{"/x/a.mbox", "/x/post.pst", "/x/post.pst.txt"});
}

TEST_CASE("what exports never hold is said in words, each once", "[ui]") {
    core::import::ImportReport report;
    for (const char* codes : {"disappearing names-only", "self-destruct names-only something-new"}) {
        core::import::FileReport file;
        file.issues.push_back(
            {core::model::IssueCode::NotContained, core::model::IssueSeverity::Note, codes, 0});
        report.files.push_back(file);
    }
    const auto codes = ui::import::notContained(report);
    CHECK(codes == std::vector<std::string>{"disappearing", "names-only", "self-destruct", "something-new"});
    const std::string text = ui::common::notContainedText(codes).utf8_string();
    CHECK(text.find("disappear by themselves; numbers and addresses of the people: only their names; "
                    "something-new") != std::string::npos);
    CHECK(ui::common::notContainedText({}).empty());
}

TEST_CASE("the figures of a report are the sums of its rows", "[ui]") {
    core::import::ImportReport report;
    for (int i = 0; i < 6; ++i) {
        core::import::FileReport file;
        file.path = "/x/photos/" + std::to_string(i) + ".jpg";
        file.format = "photo";
        file.items = i == 0 ? 0 : 1;
        file.duplicates = i == 0 ? 1 : 0;
        file.issues.push_back(
            {core::model::IssueCode::MissingDate, core::model::IssueSeverity::Note, "x", 0});
        file.issueCount = 1;
        report.files.push_back(file);
    }
    core::import::FileReport broken;
    broken.path = "/x/gone.mbox";
    broken.error = "cannot open";
    report.files.push_back(broken);
    const auto rows = ui::import::reportRows(report);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].files == 6);
    CHECK(rows[1].failed == 1);
    const auto sum = ui::import::reportTotals(rows);
    CHECK(sum.found == 6);
    CHECK(sum.items == 5);
    CHECK(sum.duplicates == 1);
    const auto issues = ui::import::issueCounts(report, rows[0]);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].count == 6);
    CHECK(issues[0].details.size() == 1);
}
