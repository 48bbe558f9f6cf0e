// SPDX-License-Identifier: GPL-3.0-or-later
// demo: the sample case from its exports to its PDF, with a short table of what went in and came out.
#include "app/cli/commands.h"
#include "app/cli/open_case.h"
#include "app/common/app_paths.h"
#include "app/common/sample_case.h"
#include "core/base/catalog.h"
#include "core/base/date_format.h"
#include "core/query/case_reader.h"
#include "core/share/export.h"
#include "core/store/case_store.h"

#include <iomanip>
#include <iostream>
#include <map>

namespace app::cli {

namespace {

struct FormatSum {
    int files = 0, items = 0, duplicates = 0, issues = 0;
};

void printTable(const core::import::ImportReport& report, const core::base::Catalog& words) {
    std::map<std::string, FormatSum> sums;
    for (const core::import::FileReport& file : report.files) {
        FormatSum& sum = sums[file.format.empty() ? "document" : file.format];
        ++sum.files;
        sum.items += file.items;
        sum.duplicates += file.duplicates;
        sum.issues += file.issueCount;
    }
    const auto cell = [](const std::string& text) { std::cout << std::setw(14) << text; };
    const auto number = [&](int n) { cell(core::base::formatCount(n, words.language())); };
    std::cout << std::left << std::setw(14) << words.tr("Format") << std::right;
    using core::base::markText;
    for (const char* heading :
         {markText("Files"), markText("Items"), markText("Duplicates"), markText("Issues")})
        cell(words.tr(heading));
    std::cout << "\n";
    for (const auto& [format, sum] : sums) {
        std::cout << std::left << std::setw(14) << format << std::right;
        number(sum.files);
        number(sum.items);
        number(sum.duplicates);
        number(sum.issues);
        std::cout << "\n";
    }
}

} // namespace

int runDemo(const Arguments& arguments) {
    const std::filesystem::path folder = std::filesystem::absolute(arguments.at(0, "DIR"));
    const std::string lang = arguments.value("lang", "da");
    if (lang != "da" && lang != "en") throw UsageError("--lang is da or en");
    const bool english = lang == "en";
    const auto language = english ? core::base::Language::English : core::base::Language::Danish;
    const auto words = core::base::Catalog::load(language, localeFolder());
    core::base::Progress progress;
    auto sample = makeSampleCase(folder / "case", assetsFolder(), systemClock(), progress);
    printTable(sample.report, words);

    core::share::ReportOptions options;
    options.language = language;
    options.localeFolder = localeFolder();
    options.assetsFolder = assetsFolder();
    const auto result = core::share::writeReport(
        *sample.store, options, folder / (english ? "log-form.pdf" : "logskema.pdf"), progress);
    std::cout << "\n"
              << core::base::fill(words.tr("%1 incidents, %2 contacts, %3 exhibits, %4 pages"),
                                  {core::base::formatCount(result.incidents, language),
                                   core::base::formatCount(result.contacts, language),
                                   core::base::formatCount(result.exhibits, language),
                                   core::base::formatCount(result.pages, language)})
              << "\n"
              << result.path.string() << "\n";
    return 0;
}

} // namespace app::cli
