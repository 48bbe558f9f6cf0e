// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which incidents or exhibits each item is in, by their numbers: two numbers a pair, for there may be very
// many items, and a map takes ten times that.

#include "core/model/item.h"

#include <algorithm>
#include <compare>
#include <span>
#include <vector>

namespace core::report {

class ItemNumbers {
public:
    struct Pair {
        model::Id item;
        int number;
        auto operator<=>(const Pair&) const = default;
    };

    void add(model::Id item, int number) { pairs_.push_back({item, number}); }
    void sort() { std::sort(pairs_.begin(), pairs_.end()); } // after the last one, before anybody asks

    std::span<const Pair> of(model::Id item) const { // ascending
        const auto byItem = [](const Pair& a, const Pair& b) { return a.item < b.item; };
        const auto [first, last] = std::equal_range(pairs_.begin(), pairs_.end(), Pair{item, 0}, byItem);
        return {first, last};
    }
    // visit(item, its pairs), by item
    template <typename Visit>
    void each(const Visit& visit) const {
        for (auto first = pairs_.begin(); first != pairs_.end();) {
            const auto end =
                std::find_if(first, pairs_.end(), [&](const Pair& pair) { return pair.item != first->item; });
            visit(first->item, std::span<const Pair>(first, end));
            first = end;
        }
    }
    bool contains(model::Id item) const { return !of(item).empty(); }

private:
    std::vector<Pair> pairs_;
};

} // namespace core::report
