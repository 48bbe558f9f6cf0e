// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/view_history.h"

#include <algorithm>
#include <cstdlib>

namespace core::timeline {

namespace {
constexpr std::size_t kMaxViews = 200;

// Zooming to a stored view and back to pixels shifts its ends by a little.
bool asGoodAsSame(TimeRange a, TimeRange b) {
    const std::int64_t slack = std::max<std::int64_t>((a.toMs - a.fromMs) / 500, 2);
    return std::abs(a.fromMs - b.fromMs) <= slack && std::abs(a.toMs - b.toMs) <= slack;
}
} // namespace

void ViewHistory::push(TimeRange view) {
    if (!views_.empty()) {
        if (asGoodAsSame(views_[present_], view)) return;
        views_.resize(present_ + 1);
    }
    views_.push_back(view);
    if (views_.size() > kMaxViews) views_.erase(views_.begin());
    present_ = views_.size() - 1;
}

std::optional<TimeRange> ViewHistory::back() {
    if (views_.empty() || present_ == 0) return std::nullopt;
    return views_[--present_];
}

std::optional<TimeRange> ViewHistory::forward() {
    if (present_ + 1 >= views_.size()) return std::nullopt;
    return views_[++present_];
}

void ViewHistory::clear() {
    views_.clear();
    present_ = 0;
}

} // namespace core::timeline
