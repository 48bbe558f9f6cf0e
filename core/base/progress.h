// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What long work tells, and how it is stopped. Work reports as often as it likes; whoever shows it throttles.
// Not a thread: the same object serves work that runs in place.

#include "core/base/error.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>

namespace core::base {

class Progress {
public:
    explicit Progress(std::stop_token stop = {}) : stop_(std::move(stop)) {}

    // Any thread. Units are the caller's (bytes, items); `total` 0 means unknown.
    void setTotal(std::uint64_t total) { total_ = total; }
    void setDone(std::uint64_t done) { done_ = done; }
    void add(std::uint64_t n) { done_ += n; }
    void setStage(std::string text) {
        const std::lock_guard lock(mutex_);
        stage_ = std::move(text);
    }

    std::uint64_t total() const { return total_; }
    std::uint64_t done() const { return done_; }
    std::string stage() const {
        const std::lock_guard lock(mutex_);
        return stage_;
    }

    bool isCancelled() const { return stop_.stop_requested(); }
    void throwIfCancelled() const {
        if (isCancelled()) throw Error(ErrorCode::Cancelled, "stopped by the user");
    }

private:
    std::stop_token stop_;
    std::atomic<std::uint64_t> total_{0};
    std::atomic<std::uint64_t> done_{0};
    mutable std::mutex mutex_;
    std::string stage_;
};

} // namespace core::base
