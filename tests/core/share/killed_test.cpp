// SPDX-License-Identifier: GPL-3.0-or-later
// What an export leaves on the disk when the program is killed in the middle of it.
#include "core/base/byte_source.h"
#include "core/base/error.h"
#include "core/pdf/output_file.h"
#include "core/share/package_writer.h"
#include "core/share/part_set.h"
#include "tests/support/temp_folder.h"

#include <csignal>
#include <functional>

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace tests;
namespace fs = std::filesystem;

namespace {

// Runs `work` in a process of its own that is killed at its end.
void killedAfter(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        try {
            work();
        } catch (...) {
            _exit(1);
        }
        ::raise(SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void addTo(core::share::PackageWriter& writer) {
    const std::string text(1U << 20U, 'x');
    core::base::MemorySource source(text);
    writer.add("originaler/K1-sms.xml", source, text.size());
}

} // namespace

TEST_CASE("of a PDF and a zip that were being written when the program was killed nothing is left") {
    TempFolder folder;
    killedAfter([&] {
        core::pdf::OutputFile file(folder.path() / "a.pdf");
        file.write("%PDF her words");
        file.flush();
        ::raise(SIGKILL);
    });
    CHECK(entries(folder.path()) == 0);
    killedAfter([&] {
        const auto writer = core::share::makePackageWriter(folder.path() / "a.zip");
        addTo(*writer);
        writer->finish();
        ::raise(SIGKILL);
    });
    CHECK(entries(folder.path()) == 0);
}

TEST_CASE(
    "a set of parts that a killed program did not finish is no part of an earlier set, nor of a later one") {
    TempFolder folder;
    const core::base::Catalog english(core::base::Language::English);
    const auto pathsOf = [&] { return core::share::partPaths(folder.path() / "log.pdf", english, 2); };
    const auto write = [&](const std::string& bytes, bool isKilled) {
        const auto paths = pathsOf();
        core::pdf::OutputFile first(paths[0]), second(paths[1]);
        first.write(bytes);
        second.write(bytes);
        if (isKilled) { // between the two names
            core::share::commitParts({&first}, {paths[0]});
            ::raise(SIGKILL);
        }
        core::share::commitParts({&first, &second}, paths);
    };
    write("earlier", false);
    killedAfter([&] { write("killed", true); });
    write("later", false);
    const auto read = [&](const std::string& name) { return readFile(folder.path() / name); };
    CHECK(read("log Part 1 of 2.pdf") == "earlier");
    CHECK(read("log Part 2 of 2.pdf") == "earlier");
    CHECK(read("log (2) Part 1 of 2.pdf") == "killed");
    CHECK_FALSE(fs::exists(folder.path() / "log (2) Part 2 of 2.pdf"));
    CHECK(read("log (3) Part 1 of 2.pdf") == "later");
    CHECK(read("log (3) Part 2 of 2.pdf") == "later");
    CHECK(entries(folder.path()) == 5);
}

TEST_CASE(
    "a half package folder of a killed program goes at the next export, one that is being written stays") {
    TempFolder folder;
    const auto living = core::share::makePackageWriter(folder.path() / "living");
    addTo(*living);
    killedAfter([&] {
        const auto writer = core::share::makePackageWriter(folder.path() / "package");
        addTo(*writer);
        ::raise(SIGKILL);
    });
    CHECK(entries(folder.path()) == 2);
    folder.write(".logbog-notes.txt", "hers");
    { const core::pdf::OutputFile next(folder.path() / "b.pdf"); }
    CHECK(entries(folder.path()) == 2);
    living->finish();
    living->commit();
    CHECK(fs::exists(folder.path() / "living/originaler/K1-sms.xml"));
    CHECK(fs::exists(folder.path() / ".logbog-notes.txt"));
}

TEST_CASE(
    "the end of the program takes away what is being written, and nothing can be written there afterwards") {
    TempFolder folder;
    const auto writer = core::share::makePackageWriter(folder.path() / "package");
    addTo(*writer);
    core::pdf::Unfinished::removeAll();
    CHECK(entries(folder.path()) == 0);
    core::base::MemorySource source("mere");
    CHECK_THROWS_AS(writer->add("originaler/K2-a.xml", source, 4), core::base::Error);
    CHECK(entries(folder.path()) == 0);
}

TEST_CASE("a PDF takes the place of an earlier one when it is whole, and a zip does not") {
    TempFolder folder;
    const auto target = folder.write("a.pdf", "old");
    core::pdf::OutputFile file(target);
    file.write("new");
    file.flush();
    CHECK(readFile(target) == "old");
    CHECK_THROWS_AS(file.commit(core::pdf::OutputFile::Present::Refuse), core::base::Error);
    CHECK(readFile(target) == "old");
    file.commit();
    CHECK(readFile(target) == "new");
    CHECK(entries(folder.path()) == 1);
}
