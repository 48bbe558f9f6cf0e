// SPDX-License-Identifier: GPL-3.0-or-later
// A save that cannot go through, on real file systems: the earlier file stays as it was, and nothing that can
// be read is left beside it.
#include "core/image/picture.h"
#include "core/pdf/output_file.h"
#include "tests/app/small_disk.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <csignal>

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

using core::base::ErrorCode;
using tests::Faults;
using tests::SmallDisk;
namespace fs = std::filesystem;

namespace {

constexpr const char* kEarlier = "the earlier file";

std::string noisyJpeg(int side) {
    core::image::Picture picture{side, side, {}};
    unsigned noise = 1;
    for (int i = 0; i < 3 * side * side; ++i)
        picture.rgb.push_back(static_cast<std::uint8_t>((noise = noise * 1664525U + 1013904223U) >> 24U));
    return core::image::encodeJpeg(picture, 95);
}

// Pages and a picture of `side` pixels that is fetched while the file is written; `onLoad` is called then.
std::unique_ptr<core::pdf::Canvas> canvasWith(int side, const std::function<void()>& onLoad) {
    auto canvas = std::make_unique<core::pdf::Canvas>(core::pdf::defaultFontFolders(), core::pdf::Metadata{});
    const auto jpeg = std::make_shared<std::string>(noisyJpeg(side));
    canvas->newPage(210, 297);
    canvas->draw(canvas->layout("Hemmelige ord på første side", {}, 170), 20, 20);
    canvas->drawImage(canvas->addJpeg(core::pdf::jpegFacts(*jpeg),
                                      [jpeg, onLoad] {
                                          onLoad();
                                          return *jpeg;
                                      }),
                      20, 40, 100, 100);
    return canvas;
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::optional<ErrorCode> codeIfAny(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::base::Error& error) {
        return error.code();
    }
    return std::nullopt;
}

void write(const fs::path& path, const std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
}

void onDisk(const std::function<void(const SmallDisk&, Faults&)>& work) {
    const auto faults = tests::onSmallDisk(8U << 20U, work);
    if (!faults) SKIP("no file system of its own is allowed here");
    CHECK(*faults == "");
}

} // namespace

TEST_CASE("a disk that is full while the PDF is written leaves the earlier one and nothing else",
          "[core][pdf]") {
    onDisk([](const SmallDisk& disk, Faults& faults) {
        const fs::path target = disk.path() / "log.pdf";
        write(target, kEarlier);
        const auto canvas = canvasWith(700, [] {});
        for (const std::size_t left : {0U, 4'096U, 100'000U, 300'000U}) {
            disk.fill(left);
            const std::size_t before = entries(disk.path());
            const auto code = codeIfAny([&] { tests::save(*canvas, target); });
            faults.unless(code == ErrorCode::NoSpace, "no space said with " + std::to_string(left));
            faults.unless(tests::readFile(target) == kEarlier,
                          "the earlier file with " + std::to_string(left));
            faults.unless(entries(disk.path()) == before, "nothing beside it with " + std::to_string(left));
        }
        disk.clear();
        faults.unless(!codeIfAny([&] { tests::save(*canvas, target); }), "saved when there is space again");
        faults.unless(tests::readFile(target).starts_with("%PDF"), "the new file");
    });
}

TEST_CASE("on a read-only disk the earlier PDF stays, and it is said", "[core][pdf]") {
    onDisk([](const SmallDisk& disk, Faults& faults) {
        const fs::path target = disk.path() / "log.pdf";
        write(target, kEarlier);
        disk.makeReadOnly();
        const auto canvas = canvasWith(100, [] {});
        faults.unless(codeIfAny([&] { tests::save(*canvas, target); }) == ErrorCode::Permission,
                      "permission");
        faults.unless(tests::readFile(target) == kEarlier, "the earlier file");
        faults.unless(entries(disk.path()) == 1, "nothing beside it");
    });
}

TEST_CASE("a program killed in the middle of a PDF leaves the earlier one and nothing that can be read",
          "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", kEarlier);
    const pid_t child = fork();
    if (child == 0) {
        try {
            tests::save(*canvasWith(700, [] { ::raise(SIGKILL); }), target);
        } catch (...) {
        }
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(tests::readFile(target) == kEarlier);
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a PDF that is cancelled while its pictures are fetched leaves the earlier one", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", kEarlier);
    std::stop_source stop;
    core::base::Progress progress(stop.get_token());
    const auto canvas = canvasWith(700, [&] { stop.request_stop(); });
    CHECK(codeIfAny([&] { canvas->save(target, progress); }) == ErrorCode::Cancelled);
    CHECK(tests::readFile(target) == kEarlier);
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a picture that cannot be fetched again, or is another one, stops the PDF", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto target = folder.write("log.pdf", kEarlier);
    const std::string jpeg = noisyJpeg(300);
    for (const std::string& second : {std::string(), jpeg + "x"}) {
        core::pdf::Canvas canvas(core::pdf::defaultFontFolders(), {});
        canvas.newPage(210, 297);
        canvas.drawImage(canvas.addJpeg(core::pdf::jpegFacts(jpeg), [&] { return second; }), 20, 20, 50, 50);
        CHECK(codeIfAny([&] { tests::save(canvas, target); }) == ErrorCode::Damaged);
        CHECK(tests::readFile(target) == kEarlier);
    }
}
