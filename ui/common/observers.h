// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A list of callbacks that live as long as their subscription. Main thread only; not an event queue: notify()
// calls at once.

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace ui::common {

// Ends the subscription when it goes. Movable; safe to outlive the list.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : end_(std::move(end)) {}
    Subscription(Subscription&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept {
        if (this != &other) {
            reset();
            end_ = std::exchange(other.end_, nullptr);
        }
        return *this;
    }
    ~Subscription() { reset(); }
    void reset() {
        if (end_) std::exchange(end_, nullptr)();
    }

private:
    std::function<void()> end_;
};

class Observers {
public:
    [[nodiscard]] Subscription add(std::function<void()> callback) {
        const int id = ++list_->last;
        list_->callbacks.emplace(id, std::move(callback));
        return Subscription([weak = std::weak_ptr<List>(list_), id] {
            if (const auto list = weak.lock()) list->callbacks.erase(id);
        });
    }
    void notify() const {
        const auto list = list_; // a callback may end the owner
        std::vector<int> ids;
        for (const auto& [id, callback] : list->callbacks) ids.push_back(id);
        for (const int id : ids) {
            const auto found = list->callbacks.find(id);
            if (found == list->callbacks.end()) continue;
            const auto callback = found->second;
            callback();
        }
    }

private:
    struct List {
        std::map<int, std::function<void()>> callbacks;
        int last = 0;
    };
    std::shared_ptr<List> list_ = std::make_shared<List>();
};

} // namespace ui::common
