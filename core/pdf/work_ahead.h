// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes things of a list a little ahead of where they are wanted, on the other cores too, and hands them out
// in their order. What is made may not depend on when or where it is made.

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace core::pdf {

// 0 on the thread that owns the work, from 1 on those that help: for what each keeps for itself.
inline thread_local std::size_t helperNumber = 0;
inline constexpr std::size_t kMostHelpers = 3;

// T is movable. `make` adds those from a number to before another; it is called on several threads at once,
// and what it throws, at() throws.
template <typename T>
class WorkAhead {
public:
    using Make = std::function<void(std::size_t first, std::size_t end, std::vector<T>& made)>;

    WorkAhead(std::size_t count, Make make) : count_(count), make_(std::move(make)) {
        const std::size_t cores = std::thread::hardware_concurrency();
        const std::size_t wanted = std::min(kMostHelpers, cores > 1 ? cores - 1 : 0);
        if (count < kWorthIt) return;
        for (std::size_t i = 0; i < wanted; ++i)
            helpers_.emplace_back([this, i](const std::stop_token& stop) { help(stop, i + 1); });
    }
    ~WorkAhead() {
        {
            const std::lock_guard lock(mutex_); // or one that is about to wait would miss it
            for (std::jthread& helper : helpers_) helper.request_stop();
        }
        changed_.notify_all();
    }
    WorkAhead(const WorkAhead&) = delete;
    WorkAhead& operator=(const WorkAhead&) = delete;

    std::size_t size() const { return count_; }

    // From the owner's thread; `i` is not before what was dropped.
    T& at(std::size_t i) {
        const std::size_t number = i / kBlock;
        if (ready_ == nullptr || readyNumber_ != number) {
            ready_ = &finished(number);
            readyNumber_ = number;
        }
        return ready_->items[i % kBlock];
    }
    // Everything before `i` is not wanted any more.
    void dropBefore(std::size_t i) {
        if (i / kBlock <= first_) return;
        std::vector<std::vector<T>> mine; // freed after the lock
        bool wakesHelpers = false;
        {
            const std::lock_guard lock(mutex_);
            for (; first_ < i / kBlock; ++first_) {
                if (first_ % kWake == 0) wakesHelpers = true; // for some blocks at a time
                if (blocks_.empty()) continue;
                auto& dropped = blocks_.front().maker == 0 ? mine : dropped_[blocks_.front().maker];
                dropped.push_back(std::move(blocks_.front().items));
                blocks_.pop_front();
            }
            ready_ = nullptr;
        }
        if (wakesHelpers) changed_.notify_all();
    }

private:
    static constexpr std::size_t kBlock = 16, kAhead = 16, kWake = kAhead / 2; // things; blocks
    static constexpr std::size_t kWorthIt = 4 * kBlock;
    enum class Stage { Waiting, Running, Done };
    struct Block {
        Stage stage = Stage::Waiting;
        std::size_t maker = 0;
        std::vector<T> items;
        std::exception_ptr error;
    };

    std::size_t blockCount() const { return (count_ + kBlock - 1) / kBlock; }

    void fill(Block& block, std::size_t number) const {
        try {
            block.items.reserve(kBlock);
            make_(number * kBlock, std::min(count_, (number + 1) * kBlock), block.items);
        } catch (...) {
            block.error = std::current_exception();
        }
    }

    // The block of that number; a deque keeps its place while others come and go at its ends.
    Block& block(std::size_t number) {
        while (blocks_.size() <= number - first_) blocks_.emplace_back();
        return blocks_[number - first_];
    }

    Block& finished(std::size_t number) {
        std::unique_lock lock(mutex_);
        Block& wanted = block(number);
        while (wanted.stage != Stage::Done) { // where a helper is at it, something is made for later
            const auto next = wanted.stage == Stage::Waiting ? std::optional(number) : nextWaiting();
            if (next)
                run(*next, lock);
            else {
                isWaiting_ = true;
                changed_.wait(lock, [&] { return wanted.stage == Stage::Done; });
                isWaiting_ = false;
            }
        }
        if (wanted.error) std::rethrow_exception(wanted.error);
        return wanted;
    }

    void run(std::size_t number, std::unique_lock<std::mutex>& lock) {
        Block& mine = block(number);
        mine.stage = Stage::Running;
        mine.maker = helperNumber;
        // Who made them frees them too: elsewhere that would be slow, both threads at one heap.
        std::vector<std::vector<T>> dropped = std::move(dropped_[helperNumber]);
        dropped_[helperNumber].clear();
        lock.unlock();
        dropped.clear();
        fill(mine, number);
        lock.lock();
        mine.stage = Stage::Done;
    }

    std::optional<std::size_t> nextWaiting() {
        const std::size_t end = std::min(blockCount(), first_ + kAhead);
        for (std::size_t number = first_; number < end; ++number)
            if (block(number).stage == Stage::Waiting) return number;
        return std::nullopt;
    }

    void help(const std::stop_token& stop, std::size_t helper) {
        helperNumber = helper;
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            const auto number = nextWaiting();
            if (!number) {
                changed_.wait(lock);
                continue;
            }
            run(*number, lock);
            if (isWaiting_) changed_.notify_all();
        }
    }

    std::size_t count_;
    Make make_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Block> blocks_;
    std::array<std::vector<std::vector<T>>, kMostHelpers + 1> dropped_; // by their makers
    bool isWaiting_ = false;                                            // the owner
    std::size_t first_ = 0;                                             // the number of the first block
    Block* ready_ = nullptr;
    std::size_t readyNumber_ = 0;
    std::vector<std::jthread> helpers_; // ends before what it works on
};

} // namespace core::pdf
