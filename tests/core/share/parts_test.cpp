// SPDX-License-Identifier: GPL-3.0-or-later
// A report in parts, locked or for an archive: its files, its entries in the history, all or none.
#include "core/base/error.h"
#include "core/share/part_set.h"
#include "tests/core/share/share_case.h"

#include <map>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

// A limit at which the report of this case falls into parts.
std::uint64_t limitFor(TempCase& c) {
    core::base::Progress progress;
    const auto whole =
        core::share::writeReport(*c.store, reportOptions(), c.folder.path() / "whole.pdf", progress);
    REQUIRE(whole.parts.size() == 1);
    const std::uint64_t size = fs::file_size(whole.path);
    fs::remove(whole.path);
    return size / 3;
}

const core::base::Catalog kEnglish{core::base::Language::English};

std::size_t pdfs(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".pdf" && entry.is_regular_file()) ++count;
    return count;
}

} // namespace

TEST_CASE("a report in parts is named after its parts, and each is entered in the history") {
    TempCase c;
    fillCase(c);
    auto options = reportOptions();
    options.maxPartBytes = limitFor(c);
    core::base::Progress progress;
    const auto result = core::share::writeReport(*c.store, options, c.folder.path() / "log.pdf", progress);
    REQUIRE(result.parts.size() > 1);
    CHECK(pdfs(c.folder.path()) == result.parts.size());
    CHECK_FALSE(fs::exists(c.folder.path() / "log.pdf"));
    const std::string count = std::to_string(result.parts.size());
    int pages = 0;
    const auto events = c.reader->custody(0);
    for (std::size_t i = 0; i < result.parts.size(); ++i) {
        const auto& part = result.parts[i];
        CHECK(part.path.filename() == "log Del " + std::to_string(i + 1) + " af " + count + ".pdf");
        CHECK(fs::exists(part.path));
        pages += part.pages;
        const auto& event = events.at(result.parts.size() - 1 - i);
        CHECK(event.action == "export");
        CHECK(event.detail.find(part.sha256) != std::string::npos);
    }
    CHECK(result.pages == pages);
    CHECK(result.path == result.parts[0].path);
}

TEST_CASE("the parts of an earlier export stay as they are: a later one has a number in its names") {
    TempCase c;
    fillCase(c);
    auto options = reportOptions();
    options.maxPartBytes = limitFor(c);
    core::base::Progress progress;
    const auto first = core::share::writeReport(*c.store, options, c.folder.path() / "log.pdf", progress);
    REQUIRE(first.parts.size() > 1);
    std::map<fs::path, std::string> before;
    for (const auto& part : first.parts) before[part.path] = readFile(part.path);
    c.clock.advance(3'600'000); // the new parts differ
    const auto second = core::share::writeReport(*c.store, options, c.folder.path() / "log.pdf", progress);
    const std::string count = std::to_string(second.parts.size());
    CHECK(second.parts[0].path.filename() == "log (2) Del 1 af " + count + ".pdf");
    CHECK(second.parts.back().path.filename() == "log (2) Del " + count + " af " + count + ".pdf");
    for (const auto& [path, bytes] : before) CHECK(readFile(path) == bytes);
    CHECK(pdfs(c.folder.path()) == first.parts.size() + second.parts.size());
    CHECK(c.reader->custody(0).front().subject == second.parts.back().path.filename());
}

TEST_CASE("where one part gets no name, none has one, and what has taken it is as it was") {
    TempFolder folder;
    const auto paths = core::share::partPaths(folder.path() / "log.pdf", kEnglish, 3);
    std::vector<core::pdf::OutputFile> files;
    for (const fs::path& path : paths) {
        files.emplace_back(path);
        files.back().write("%PDF");
        files.back().flush();
    }
    folder.write(paths[2].filename(), "hers");
    CHECK_THROWS_AS(core::share::commitParts({&files[0], &files[1], &files[2]}, paths), core::base::Error);
    CHECK(pdfs(folder.path()) == 1);
    CHECK(readFile(paths[2]) == "hers");
}

TEST_CASE("where the parts get no names, the history says of each that it failed") {
    TempCase c;
    fillCase(c);
    auto options = reportOptions();
    options.maxPartBytes = limitFor(c);
    core::base::Progress progress;
    const auto first = core::share::writeReport(*c.store, options, c.folder.path() / "log.pdf", progress);
    const std::size_t count = first.parts.size();
    REQUIRE(count > 1);
    const std::string name =
        std::string(248, 'x') + ".pdf"; // longer with the number of a part than names may be
    CHECK_THROWS_AS(core::share::writeReport(*c.store, options, c.folder.path() / name, progress),
                    core::base::Error);
    CHECK(pdfs(c.folder.path()) == count);
    const auto events = c.reader->custody(0);
    for (std::size_t i = 0; i < count; ++i) CHECK(events.at(i).action == "export-failed");
}

TEST_CASE("a locked report holds no readable word, and cannot be one for an archive") {
    TempCase c;
    fillCase(c);
    auto options = reportOptions();
    options.output.password = std::make_shared<core::base::SecretText>("blå hest");
    core::base::Progress progress;
    const auto result = core::share::writeReport(*c.store, options, c.folder.path() / "log.pdf", progress);
    const std::string bytes = readFile(result.path);
    CHECK(bytes.find("/AESV3") != std::string::npos);
    CHECK(bytes.find("Logbog") == std::string::npos);
    options.output.archive = core::share::Archive::A2b;
    CHECK_THROWS_AS(core::share::writeReport(*c.store, options, c.folder.path() / "b.pdf", progress),
                    core::base::Error);
    CHECK_FALSE(fs::exists(c.folder.path() / "b.pdf"));
}
