// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/record_queue.h"

#include "core/base/error.h"

#include <thread>
#include <utility>

namespace core::import {

namespace {

// Of text, about. A cancelled import still stores what waits, which for a megabyte takes a fraction of a
// second.
constexpr std::size_t kTurnBytes = 128U << 10U;
constexpr std::size_t kWaitingBytes = 1U << 20U;
constexpr std::size_t kTurnEntries = 128; // about as many as are passed at once

std::size_t sizeOf(const RecordQueue::Entry& entry) {
    constexpr std::size_t kRecord = 1024; // without its texts
    if (const auto* issue = std::get_if<model::Issue>(&entry)) return sizeof(*issue) + issue->detail.size();
    const auto& record = std::get<format::ItemRecord>(entry);
    std::size_t size = kRecord + record.subject.size() + record.text.size() + record.identity.size();
    size += 256 * (record.participants.size() + record.attachments.size() + record.issues.size());
    return size;
}

// The reader's thread.
class QueueSink : public format::RecordSink {
public:
    QueueSink(RecordQueue& queue, format::RecordSink& sink) : queue_(queue), sink_(sink) {}
    void item(format::ItemRecord&& record) override { queue_.put(std::move(record)); }
    void issue(const model::Issue& issue) override { queue_.put(issue); }
    void position(std::uint64_t offset) override {
        queue_.throwIfGivenUp();
        sink_.position(offset);
    }

private:
    RecordQueue& queue_;
    format::RecordSink& sink_;
};

} // namespace

void RecordQueue::put(Entry&& entry) {
    if (filling_.empty()) filling_.reserve(kTurnEntries);
    fillingBytes_ += sizeOf(entry);
    filling_.push_back(std::move(entry));
    if (fillingBytes_ < kTurnBytes) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waitingBytes_ < kWaitingBytes || isGivenUp_; });
    throwIfGivenUp();
    pass(lock);
}

void RecordQueue::throwIfGivenUp() const {
    if (isGivenUp_) throw base::Error(base::ErrorCode::Cancelled, "nobody stores what is read");
}

void RecordQueue::pass(std::unique_lock<std::mutex>& lock) {
    if (!filling_.empty()) waiting_.push_back(std::exchange(filling_, {}));
    waitingBytes_ += std::exchange(fillingBytes_, 0);
    lock.unlock();
    changed_.notify_one();
}

void RecordQueue::end(std::exception_ptr failure) {
    std::unique_lock lock(mutex_);
    failure_ = std::move(failure);
    isEnded_ = true;
    pass(lock);
}

std::vector<std::vector<RecordQueue::Entry>> RecordQueue::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || isEnded_; });
    if (waiting_.empty() && failure_) std::rethrow_exception(failure_);
    waitingBytes_ = 0;
    std::vector<std::vector<Entry>> taken = std::exchange(waiting_, {});
    lock.unlock();
    changed_.notify_one();
    return taken;
}

void RecordQueue::giveUp() {
    {
        const std::lock_guard lock(mutex_);
        isGivenUp_ = true;
    }
    changed_.notify_one();
}

void readBeside(const std::function<void(format::RecordSink&)>& read, format::RecordSink& sink) {
    RecordQueue queue;
    const std::jthread reading([&] {
        QueueSink queued(queue, sink);
        try {
            read(queued);
            queue.end();
        } catch (...) {
            queue.end(std::current_exception());
        }
    });
    struct GivingUp { // before the thread is waited for
        RecordQueue& queue;
        ~GivingUp() { queue.giveUp(); }
    } const givingUp{queue};
    const auto handOn = [&](RecordQueue::Entry& entry) {
        if (auto* record = std::get_if<format::ItemRecord>(&entry))
            sink.item(std::move(*record));
        else
            sink.issue(std::get<model::Issue>(entry));
    };
    for (auto waiting = queue.take(); !waiting.empty(); waiting = queue.take())
        for (auto& entries : waiting)
            for (RecordQueue::Entry& entry : entries) handOn(entry);
}

} // namespace core::import
