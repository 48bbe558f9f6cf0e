// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the view has been, to go back and forward. It has no clock: the control pushes a view when it has
// come to rest.

#include "core/timeline/entry.h"

#include <optional>
#include <vector>

namespace core::timeline {

class ViewHistory {
public:
    void push(TimeRange view); // as good as the present one changes nothing; forward views are dropped
    std::optional<TimeRange> back();
    std::optional<TimeRange> forward();
    void clear();

private:
    std::vector<TimeRange> views_;
    std::size_t present_ = 0; // meaningless while empty
};

} // namespace core::timeline
