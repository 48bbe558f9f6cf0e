// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whose turn it is to write, among the threads of this program: strictly in the order of asking, so that a
// long import cannot keep the window waiting longer than for the batch it is in. Not a lock against other
// programs: that is folder_lock.h, and SQLite's own.

#include "core/store/database.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace core::store {

class WriteGate {
public:
    // True where a thread waits for its turn; whoever holds it should come to an end.
    bool isWaitedFor() const {
        const std::lock_guard lock(mutex_);
        return next_ - serving_ > 1;
    }

private:
    friend class WriteTransaction;
    void enter() {
        std::unique_lock lock(mutex_);
        const std::uint64_t mine = next_++;
        called_.wait(lock, [&] { return serving_ == mine; });
    }
    void leave() {
        {
            const std::lock_guard lock(mutex_);
            ++serving_;
        }
        called_.notify_all();
    }

    mutable std::mutex mutex_;
    std::condition_variable called_;
    std::uint64_t next_ = 0, serving_ = 0;
};

// A Transaction in its turn. One at a time a thread: a second one would wait for itself.
class WriteTransaction {
public:
    WriteTransaction(WriteGate& gate, Database& database) : turn_(gate), transaction_(database) {}
    void commit() { transaction_.commit(); }

private:
    struct Turn {
        explicit Turn(WriteGate& g) : gate(g) { gate.enter(); }
        ~Turn() { gate.leave(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        WriteGate& gate;
    };
    Turn turn_; // before the transaction, so that it outlives it
    Transaction transaction_;
};

} // namespace core::store
