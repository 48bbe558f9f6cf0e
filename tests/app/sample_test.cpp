// SPDX-License-Identifier: GPL-3.0-or-later
// The sample goes the whole way: exports, case, PDF, package. What a person sees first must work.
#include "app/common/app_paths.h"
#include "app/common/sample_case.h"
#include "core/query/case_reader.h"
#include "core/query/patterns.h"
#include "core/query/survey.h"
#include "core/store/case_store.h"
#include "tests/app/run_cli.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

#include <map>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::model::ItemKind;

TEST_CASE("the sample has what the welcome promises: months of contact, before and after a tilhold") {
    const TempFolder folder;
    core::base::Progress progress;
    const FixedClock clock(1'759'240'000'000); // 2025-09-30
    const auto sample = app::makeSampleCase(folder.path() / "case", app::assetsFolder(), clock, progress);
    const core::query::CaseReader reader(*sample.store);
    std::map<ItemKind, int> kinds;
    for (const auto& row : survey(reader, {}).rows) ++kinds[row.kind];
    CHECK(kinds[ItemKind::Sms] + kinds[ItemKind::Call] > 350);
    CHECK(kinds[ItemKind::Email] == 41);
    CHECK(kinds[ItemKind::Photo] == 20);
    CHECK(kinds[ItemKind::Mms] == 2);
    int duplicates = 0;
    for (const auto& file : sample.report.files) {
        CHECK(file.error.empty());
        duplicates += file.duplicates;
    }
    CHECK(duplicates > 100); // two backups overlap
    const auto patterns = core::query::patterns(reader, reader.incidents());
    const auto order =
        std::find_if(patterns.beforeAfter.begin(), patterns.beforeAfter.end(), [](const auto& b) {
            return b.milestone.kind == core::model::MilestoneKind::RestrainingOrder;
        });
    REQUIRE(order != patterns.beforeAfter.end());
    CHECK(order->before > 300);
    CHECK(order->after >= 12);
    CHECK(order->firstAfterDays == 3);
    CHECK(sample.store->verify().empty());
}

TEST_CASE("the mail with the wrong date is marked, and both times are kept") {
    const TempFolder folder;
    core::base::Progress progress;
    const FixedClock clock(1'759'240'000'000);
    const auto sample = app::makeSampleCase(folder.path() / "case", app::assetsFolder(), clock, progress);
    const core::query::CaseReader reader(*sample.store);
    core::query::ItemFilter filter;
    filter.search = "forkert-dato";
    const auto ids = reader.itemIds(filter);
    REQUIRE(ids.size() == 1);
    const auto item = *reader.item(ids[0]);
    bool marked = false;
    for (const auto& issue : item.issues)
        marked = marked || issue.code == core::model::IssueCode::DateDisagrees;
    CHECK(marked);
    CHECK(item.times.size() == 2);
}

TEST_CASE("demo ends with the path of a PDF that holds every message, emoji and Arabic included") {
    const TempFolder folder;
    const auto ran = runCli("demo '" + folder.path().string() + "'");
    REQUIRE(ran.code == 0);
    const auto pdf = folder.path() / "logskema.pdf";
    CHECK(ran.out.ends_with(pdf.string() + "\n"));
    CHECK(std::system(("qpdf --check '" + pdf.string() + "' >/dev/null").c_str()) == 0);
    CHECK(std::system(("pdftotext -enc UTF-8 '" + pdf.string() + "' '" + (folder.path() / "t.txt").string() +
                       "' 2>/dev/null")
                          .c_str()) == 0);
    const std::string text = readFile(folder.path() / "t.txt");
    for (const char* word :
         {"Så kommer jeg selv forbi.", "🎂", "😡", "Jeg savner vores ture ved vandet.", "Sag 7F3", "tilhold"})
        CHECK(text.find(word) != std::string::npos);
    CHECK(text.find("Lærkebakken") == std::string::npos);
}
