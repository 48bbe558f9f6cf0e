// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work on a thread of its own whose result comes back to a window that may have gone meanwhile.
// Nothing here waits in an event handler; only stopJobs() does, when the windows are gone.
//
//   job_ = runJob(this, [reader = session->openReader()](core::base::Progress& p) { return count(*reader, p);
//   },
//                 [this](Outcome<int> n) { show(n.value()); });

#include "core/base/progress.h"

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

class wxWindow;

namespace ui::common {

// What a job ended with. value() throws what the work threw.
template <typename T>
class Outcome {
public:
    explicit Outcome(T value) : value_(std::move(value)) {}
    explicit Outcome(std::exception_ptr error) : error_(std::move(error)) {}

    bool ok() const { return !error_; }
    const std::exception_ptr& error() const { return error_; }
    T& value() {
        if (error_) std::rethrow_exception(error_);
        return *value_;
    }

private:
    std::optional<T> value_;
    std::exception_ptr error_;
};

template <>
class Outcome<void> {
public:
    Outcome() = default;
    explicit Outcome(std::exception_ptr error) : error_(std::move(error)) {}
    bool ok() const { return !error_; }
    const std::exception_ptr& error() const { return error_; }
    void value() const {
        if (error_) std::rethrow_exception(error_);
    }

private:
    std::exception_ptr error_;
};

// A handle; dropping it leaves the work running. Main thread only.
class Job {
public:
    Job() = default;
    bool isRunning() const; // false once `done` has been called or the window has gone
    void cancel();          // asks; `done` still comes, usually with Error(Cancelled)
    // Called about 20 times a second while the work runs and the window lives.
    void onProgress(std::function<void(const core::base::Progress&)> show);

private:
    friend Job startJob(wxWindow*, std::function<void(core::base::Progress&)>, std::function<void()>);
    int id_ = 0;
};

// `work` must catch all it throws; runJob does.
Job startJob(wxWindow* owner, std::function<void(core::base::Progress&)> work, std::function<void()> done);

// Runs `work(Progress&)` on a thread; then `done(Outcome<Result>)` on the main thread if `owner` still lives.
// `work` must not touch any window and must own what it uses.
template <typename Work, typename Done>
Job runJob(wxWindow* owner, Work work, Done done) {
    using Result = std::invoke_result_t<Work, core::base::Progress&>;
    auto outcome = std::make_shared<std::optional<Outcome<Result>>>();
    auto shared = std::make_shared<Work>(std::move(work)); // so that move-only captures are allowed
    auto body = [outcome, shared](core::base::Progress& progress) mutable {
        try {
            if constexpr (std::is_void_v<Result>) {
                (*shared)(progress);
                outcome->emplace();
            } else {
                outcome->emplace((*shared)(progress));
            }
        } catch (...) {
            outcome->emplace(std::current_exception());
        }
        shared.reset(); // what the work owned ends on its own thread
    };
    auto deliver = [outcome, done = std::make_shared<Done>(std::move(done))] {
        (*done)(std::move(**outcome));
    };
    return startJob(owner, std::move(body), std::move(deliver));
}

void cancelJobs(); // asks all to stop; returns at once
// Asks all to stop and waits at most that long. False if some were still at work.
bool stopJobs(std::chrono::milliseconds limit);

} // namespace ui::common
