// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"
#include "ui/common/job.h"
#include "ui/common/observers.h"

#include <atomic>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>

using namespace std::chrono_literals;
using core::base::Progress;
using ui::common::Outcome;
using ui::common::runJob;

TEST_CASE("the result of a job comes back on the main thread") {
    wxFrame frame(nullptr, wxID_ANY, "test");
    const auto mainThread = std::this_thread::get_id();
    std::thread::id workThread, doneThread;
    int result = 0;
    auto job = runJob(
        &frame,
        [&](Progress&) {
            workThread = std::this_thread::get_id();
            return 42;
        },
        [&](Outcome<int> outcome) {
            doneThread = std::this_thread::get_id();
            result = outcome.value();
        });
    CHECK(job.isRunning());
    REQUIRE(tests::waitFor([&] { return result != 0; }, 5000));
    CHECK(result == 42);
    CHECK(doneThread == mainThread);
    CHECK(workThread != mainThread);
    CHECK_FALSE(job.isRunning());
}

TEST_CASE("what a job throws is thrown where its value is asked for") {
    wxFrame frame(nullptr, wxID_ANY, "test");
    bool thrown = false;
    runJob(
        &frame,
        [](Progress&) -> int { throw core::base::Error(core::base::ErrorCode::WrongPassphrase, "no"); },
        [&](Outcome<int> outcome) {
            try {
                outcome.value();
            } catch (const core::base::Error& error) {
                thrown = error.code() == core::base::ErrorCode::WrongPassphrase;
            }
        });
    CHECK(tests::waitFor([&] { return thrown; }, 5000));
}

TEST_CASE("a job whose window has gone is not delivered") {
    auto* frame = new wxFrame(nullptr, wxID_ANY, "test");
    std::atomic<bool> release{false};
    bool delivered = false;
    auto job = runJob(
        frame,
        [&](Progress&) {
            while (!release) std::this_thread::sleep_for(1ms);
        },
        [&](const Outcome<void>&) { delivered = true; });
    delete frame;
    release = true;
    CHECK(tests::waitFor([&] { return !job.isRunning(); }, 5000));
    CHECK_FALSE(delivered);
}

TEST_CASE("a job that is cancelled hears of it, and progress is shown while it runs") {
    wxFrame frame(nullptr, wxID_ANY, "test");
    bool cancelled = false;
    int shown = 0;
    auto job = runJob(
        &frame,
        [](Progress& progress) {
            for (;;) {
                progress.add(1);
                progress.throwIfCancelled();
                std::this_thread::sleep_for(1ms);
            }
        },
        [&](const Outcome<void>& outcome) { cancelled = !outcome.ok(); });
    job.onProgress([&](const Progress& progress) { shown += progress.done() > 0 ? 1 : 0; });
    REQUIRE(tests::waitFor([&] { return shown >= 3; }, 5000));
    job.cancel();
    CHECK(tests::waitFor([&] { return cancelled; }, 5000));
}

TEST_CASE("an ended subscription is not called, also when it ends within a call") {
    ui::common::Observers observers;
    int first = 0, second = 0;
    ui::common::Subscription b;
    auto a = observers.add([&] {
        ++first;
        b.reset();
    });
    b = observers.add([&] { ++second; });
    observers.notify();
    observers.notify();
    CHECK(first == 2);
    CHECK(second == 0);
}
