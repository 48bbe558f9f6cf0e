// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <csignal>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

using core::base::ErrorCode;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<core::pdf::Canvas> filledCanvas() {
    auto canvas = tests::newCanvas();
    for (int i = 0; i < 40; ++i) {
        canvas->newPage(210, 297);
        canvas->draw(canvas->layout("Besked " + std::to_string(i) + " med æøå og 😀.", {}, 100), 20, 20);
    }
    return canvas;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

template <typename Action>
ErrorCode codeOf(Action action) {
    try {
        action();
    } catch (const core::base::Error& e) {
        return e.code();
    }
    FAIL("no error");
    return ErrorCode::Internal;
}

// No file may grow beyond `bytes` while this lives: the disk is as good as full.
struct FileSizeLimit {
    explicit FileSizeLimit(rlim_t bytes) {
        before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit low{bytes, limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &low);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, before);
    }
    rlimit limit{};
    void (*before)(int);
};

} // namespace

TEST_CASE("a full disk leaves the earlier file as it was, and nothing beside it", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", "the earlier file");
    const auto canvas = filledCanvas();
    // At the start, in the middle, and one byte before the end.
    tests::save(*canvas, folder.path() / "whole.pdf");
    const auto whole = fs::file_size(folder.path() / "whole.pdf");
    fs::remove(folder.path() / "whole.pdf");
    for (const auto limit : {std::uintmax_t{0}, std::uintmax_t{1000}, whole / 2, whole - 1}) {
        const FileSizeLimit full(limit);
        CHECK(codeOf([&] { tests::save(*canvas, target); }) == ErrorCode::NoSpace);
    }
    CHECK(tests::readFile(target) == "the earlier file");
    CHECK(filesIn(folder.path()) == 1);
    tests::save(*canvas, target);
    CHECK(tests::isCleanPdf(target));
}

TEST_CASE("a cancelled export leaves the earlier file as it was, and nothing beside it", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", "the earlier file");
    const auto canvas = filledCanvas();
    std::stop_source stop;
    core::base::Progress progress(stop.get_token());
    stop.request_stop();
    CHECK(codeOf([&] { canvas->save(target, progress); }) == ErrorCode::Cancelled);
    CHECK(tests::readFile(target) == "the earlier file");
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("an export can be cancelled while it is written", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", "the earlier file");
    const auto canvas = filledCanvas();
    for (int i = 0; i < 2000; ++i) canvas->newPage(210, 297);
    std::stop_source stop;
    core::base::Progress progress(stop.get_token());
    std::jthread user([&](const std::stop_token& end) {
        while (progress.done() == 0 && !end.stop_requested()) std::this_thread::yield();
        stop.request_stop();
    });
    CHECK(codeOf([&] { canvas->save(target, progress); }) == ErrorCode::Cancelled);
    CHECK(tests::readFile(target) == "the earlier file");
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("a folder that is not there is said so", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = filledCanvas();
    CHECK(codeOf([&] { tests::save(*canvas, folder.path() / "missing" / "log.pdf"); }) ==
          ErrorCode::NotFound);
}

TEST_CASE("a target that cannot be replaced is said so", "[core][pdf]") {
    const tests::TempFolder folder;
    folder.write("log.pdf/inside", "x"); // a folder stands there
    const auto canvas = filledCanvas();
    CHECK_THROWS_AS(tests::save(*canvas, folder.path() / "log.pdf"), core::base::Error);
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("the file is for its owner only", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.path() / "log.pdf";
    tests::save(*filledCanvas(), target);
    struct stat info {};
    REQUIRE(stat(target.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("progress ends where it said it would", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = filledCanvas();
    core::base::Progress progress;
    canvas->save(folder.path() / "log.pdf", progress);
    CHECK(progress.total() > 0);
    CHECK(progress.done() == progress.total());
}
