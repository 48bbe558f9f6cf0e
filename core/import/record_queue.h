// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Between the thread that reads a file and the one that stores its records: both cores work, and what waits
// is bounded. One thread gives, one takes. Not a place to keep things: order and number are those of the
// reader.

#include "core/format/reader.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <variant>
#include <vector>

namespace core::import {

class RecordQueue {
public:
    using Entry = std::variant<format::ItemRecord, model::Issue>;

    // The giver's. Waits while much is waiting already; throws Error(Cancelled) once the taker has given up.
    void put(Entry&& entry);
    void throwIfGivenUp() const;
    void end(std::exception_ptr failure = nullptr); // the last call; what was put before still arrives

    // The taker's: all that waits, in its order, as it was passed; none at the end. Throws what the giver
    // ended with.
    std::vector<std::vector<Entry>> take();
    void giveUp(); // nothing is taken any more

private:
    void pass(std::unique_lock<std::mutex>& lock);

    std::vector<Entry> filling_; // the giver's own, until it is worth a turn of the lock
    std::size_t fillingBytes_ = 0;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::vector<Entry>> waiting_;
    std::size_t waitingBytes_ = 0;
    bool isEnded_ = false;
    std::atomic<bool> isGivenUp_ = false; // set under the lock
    std::exception_ptr failure_;
};

// Runs `read` with a sink on a thread of its own and hands on to `sink`, here, what it finds; position() is
// called on the other thread. Returns, or throws what either of them throws, once that thread is done.
void readBeside(const std::function<void(format::RecordSink&)>& read, format::RecordSink& sink);

} // namespace core::import
