// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/report/empty_form.h"
#include "core/report/form_file.h"
#include "tests/core/report/log_case.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

std::string column(const std::string& key, double width) {
    return "{\"key\": \"" + key +
           "\", \"danish\": \"d\", \"english\": \"e\", \"width\": " + std::to_string(width) + "}";
}

std::string form(const std::string& columns, const std::string& more = {}) {
    return "{\"danish\": \"Dansk navn\", \"english\": \"English name\", " + more + "\"columns\": [" +
           columns + "]}";
}

std::string problemOf(const std::string& text) {
    const TempFolder folder;
    folder.write("logskema/own.json", text);
    try {
        report::loadForm(folder.path(), "own");
    } catch (const base::Error& error) {
        CHECK(error.code() == base::ErrorCode::Damaged);
        CHECK(error.subject().ends_with("own.json"));
        return error.what();
    }
    return {};
}

report::LogDocument buildWith(Case& c, const std::string& name,
                              report::Audience audience = report::Audience::Adviser) {
    const query::CaseReader reader(*c.store);
    report::LogOptions options;
    options.audience = audience;
    options.exhibits = c.editor->freezeExhibits(report::planExhibits(reader));
    options.nowMs = c.clock.nowMs();
    return report::buildLog(reader, options, base::Catalog(base::Language::English),
                            report::loadFormData(LOGBOG_ASSETS, name));
}

std::string cellText(const report::LogDocument& d, const report::LogRow& row, const std::string& key) {
    std::string text;
    for (std::size_t c = 0; c < d.columns.size(); ++c)
        if (d.columns[c].key == key)
            for (const auto& line : row.cells[c])
                for (const auto& run : line.runs) text += run.text + "\n";
    return text;
}

} // namespace

TEST_CASE("every form that ships is sound, fills the page and has a name in both languages") {
    const auto forms = report::listForms(LOGBOG_ASSETS);
    REQUIRE(forms.size() >= 2);
    CHECK(forms.front().name == report::kUsualForm);
    for (const report::FormChoice& choice : forms) {
        CAPTURE(choice.name, choice.problem);
        REQUIRE(choice.problem.empty());
        CHECK(!choice.shown.danish.empty());
        CHECK(!choice.shown.english.empty());
        double width = 0;
        for (const auto& c : report::loadForm(LOGBOG_ASSETS, choice.name).columns) width += c.widthMm;
        CHECK(std::abs(width - report::kLogWidthMm) < 0.01);
    }
}

TEST_CASE("widths of another sheet are scaled to the page") {
    const TempFolder folder;
    folder.write("logskema/own.json", form(column("date", 50) + "," + column("what", 150),
                                           "\"total\": 200, \"order\": \"oldest-first\", "));
    const report::Form own = report::loadForm(folder.path(), "own");
    CHECK(std::abs(own.columns[0].widthMm - 66.75) < 0.01);
    CHECK(!own.newestFirst);
}

TEST_CASE("what is wrong with a form is said in words") {
    const std::string good = column("date", 67) + "," + column("what", 200);
    CHECK(problemOf(form(good)).empty());
    CHECK(problemOf(form(column("date", 67) + "," + column("what", 199))).find("266 in all and not 267") !=
          std::string::npos);
    CHECK(problemOf(form(column("date", 67) + "," + column("wat", 200))).find("no column \"wat\"") !=
          std::string::npos);
    CHECK(problemOf(form(column("date", 3) + "," + column("what", 264))).find("narrower") !=
          std::string::npos);
    CHECK(problemOf(form(column("what", 267))).find("date") != std::string::npos);
    CHECK(problemOf(form(column("date", 267))).find("what happened") != std::string::npos);
    CHECK(problemOf(form(good + "," + column("date", 0))).find("twice") != std::string::npos);
    CHECK(problemOf(form(good, "\"ordre\": 1, ")).find("unknown \"ordre\"") != std::string::npos);
    CHECK(problemOf(form(good, "\"order\": \"up\", ")).find("newest-first") != std::string::npos);
    CHECK(problemOf(form(good, "\"title\": 3, ")).find("title") != std::string::npos);
    for (const char* text : {"", "{", "[]", "3", "{}", "{\"danish\": 1}", "{\"columns\": {}}",
                             "{\"danish\": \"a\", \"english\": \"b\", \"columns\": [3]}",
                             "{\"danish\": \"a\", \"english\": \"b\", \"columns\": []}"}) {
        CAPTURE(text);
        CHECK(!problemOf(text).empty());
    }
}

TEST_CASE("a form is taken by its plain name only, and a damaged one does not hide the others") {
    for (const char* name : {"", "..", "../logskema/dansk", "dansk.json", "a/b"})
        CHECK_THROWS_AS(report::loadForm(LOGBOG_ASSETS, name), base::Error);
    const TempFolder folder;
    folder.write("logskema/b.json", form(column("date", 67) + "," + column("what", 200)));
    folder.write("logskema/a.json", "{");
    folder.write("logskema/types.json", "{}");
    const auto forms = report::listForms(folder.path());
    REQUIRE(forms.size() == 2);
    CHECK(!forms[0].problem.empty());
    CHECK(forms[1].problem.empty());
    CHECK(forms[1].shown.danish == "Dansk navn");
}

TEST_CASE("the form after SPARC has its own title and order, loses no sender and no kind") {
    Case c;
    model::Incident n;
    n.type = "approach";
    n.title = "At the door";
    n.witnesses = "V1, neighbour, 20 33 44 55";
    n.reportNumber = "9999-1";
    n.reported = true;
    n.response = "called-police";
    n.identifiedBy = {"seen"};
    c.addIncident(n);
    model::Milestone step;
    step.kind = model::MilestoneKind::PoliceReport;
    step.time = base::fromLocal({2025, 5, 21, 0, 0, 0, 0}, base::kDefaultZone, base::Precision::Day);
    step.reportNumber = "9999-1";
    step.note = "Officer A. Nielsen, badge 4711";
    c.editor->saveMilestone(step);

    const auto d = buildWith(c, "sparc");
    CHECK(d.words.logForm == "Incident log");
    CHECK(d.logOrder == "oldest first");
    std::optional<report::LogRow> row;
    for (const report::LogRow& r : d.rows)
        if (textOf(r).find("At the door") != std::string::npos) row = r;
    REQUIRE(row);
    CHECK(row->cells.size() == d.columns.size());
    CHECK(cellText(d, *row, "what").find("Turns up / approaches") == 0);
    CHECK(cellText(d, *row, "what").find("seen") != std::string::npos);
    CHECK(cellText(d, *row, "police").find("9999-1") != std::string::npos);
    CHECK(cellText(d, *row, "police").find("Called the police.") != std::string::npos);
    CHECK(cellText(d, *row, "officer").find("4711") != std::string::npos);
    CHECK(cellText(d, *row, "witnesses").find("20 33 44 55") == std::string::npos);
    const auto police = buildWith(c, "sparc", report::Audience::Police);
    CHECK(allText(police).find("20 33 44 55") != std::string::npos);
    for (const report::LogRow& r : d.rows)
        if (!r.isMilestone && r.label != row->label) CHECK(cellText(d, r, "officer").empty());
}

TEST_CASE("the empty form has the columns, the guidance and nothing of a case") {
    for (const auto language : {base::Language::Danish, base::Language::English}) {
        const auto d =
            report::emptyForm(base::Catalog(language), report::loadForm(LOGBOG_ASSETS, "dansk"), "");
        REQUIRE(d.empty);
        CHECK(d.columns.size() == 10);
        CHECK(d.rows.empty());
        CHECK(d.code.empty());
        CHECK(d.empty->head.size() == 6);
        CHECK(d.empty->guidance.front().find("yesterday") !=
              std::string::npos); // no translation is loaded here
    }
    const auto oldest = report::emptyForm(base::Catalog(base::Language::English),
                                          report::loadForm(LOGBOG_ASSETS, "sparc"), "Case 7F3");
    CHECK(oldest.empty->guidance[1].find("Oldest first") == 0);
    CHECK(oldest.caseLabel == "Case 7F3");
}

TEST_CASE("the form to be filled in by hand has columns for a hand, and the width of the page") {
    for (const char* name : {"dansk", "sparc"}) {
        const auto form = report::emptyForm(base::Catalog(base::Language::English),
                                            report::loadForm(LOGBOG_ASSETS, name), "");
        double width = 0;
        for (const report::Column& column : form.columns) {
            CAPTURE(name, column.key);
            width += column.widthMm;
            CHECK(column.widthMm >= (column.key == "number" ? 12 : column.key == "exhibit" ? 14 : 20));
            if (column.key == "place") CHECK(column.widthMm >= 26);
        }
        CHECK(std::abs(width - report::kLogWidthMm) < 0.01);
        std::string guidance;
        for (const std::string& line : form.empty->guidance) guidance += line;
        CHECK(guidance.find("Keep everything") != std::string::npos);
        CHECK(guidance.find("receipt") != std::string::npos);
        CHECK(!form.empty->handedIn.empty());
    }
}
