// SPDX-License-Identifier: GPL-3.0-or-later
// Where the milestones' flags hang: in rows above the ruler, right or left of their line.
#include "core/timeline/label_layout.h"

#include <algorithm>

namespace core::timeline {

namespace {

// Finds a place for each: tried one after the other, taken back where a later one finds none. Orders of the
// authorities choose first, then the others from left to right.
class Search {
public:
    Search(const LayoutInput& input, std::vector<Flag>& flags) : input_(input), flags_(flags) {
        for (const bool orders : {true, false})
            for (std::size_t i = 0; i < flags.size(); ++i)
                if (milestone(i).isOrder == orders) order_.push_back(i);
        for (std::size_t i = 0; i < flags.size(); ++i)
            widths_.push_back(input.flagWidth(milestone(i).label) + 2 * input.metrics.flagPad);
    }

    void run() {
        places_.assign(flags_.size(), {});
        best_ = places_;
        descend(0, 0);
        places_ = best_;
        // Words over another one's line, and then the first words alone, are better than none.
        for (const double part : {1.0, 0.6})
            for (const std::size_t i : order_)
                if (places_[i].width() == 0) placeAnyhow(i, static_cast<int>(part * widths_[i]));
        for (std::size_t i = 0; i < flags_.size(); ++i) {
            flags_[i].width = places_[i].width();
            flags_[i].left = places_[i].left;
            flags_[i].row = places_[i].row;
        }
    }

private:
    struct Place {
        int from = 0, to = 0; // of the words, [from, to); empty: none yet
        int row = 0;
        bool left = false;
        int width() const { return to - from; }
    };

    const Milestone& milestone(std::size_t i) const { return (*input_.milestones)[flags_[i].milestone]; }

    // The places of one flag in the order they are liked.
    std::vector<Place> choices(std::size_t i, int width) const {
        std::vector<Place> out;
        const int x = flags_[i].x;
        for (int row = 0; row < input_.metrics.flagRows; ++row) {
            if (x + width <= input_.width) out.push_back({x, x + width, row, false});
            if (x - width >= 0) out.push_back({x - width, x, row, true});
        }
        return out;
    }

    // True once all have a place, or after so many trials that the best found must do.
    bool descend(std::size_t depth, std::size_t placed) {
        if (placed > bestCount_) {
            bestCount_ = placed;
            best_ = places_;
        }
        if (depth == order_.size() || ++trials_ > kMostTrials) return true;
        if (placed + (order_.size() - depth) <= bestCount_) return bestCount_ == order_.size();
        const std::size_t i = order_[depth];
        for (const Place& place : choices(i, widths_[i])) {
            if (!isClear(i, place) || isOverWords(i, place)) continue;
            places_[i] = place;
            if (descend(depth + 1, placed + 1) && bestCount_ == order_.size()) return true;
            places_[i] = {};
            if (trials_ > kMostTrials) return true;
        }
        return descend(depth + 1, placed); // without words for this one
    }

    void placeAnyhow(std::size_t i, int width) {
        for (const Place& place : choices(i, width)) {
            if (isOverWords(i, place)) continue;
            places_[i] = place;
            return;
        }
    }

    bool isOverWords(std::size_t i, const Place& place) const {
        for (std::size_t k = 0; k < places_.size(); ++k)
            if (k != i && places_[k].width() > 0 && places_[k].row == place.row &&
                place.from < places_[k].to && places_[k].from < place.to)
                return true;
        return false;
    }

    // No line of one that hangs higher runs through these words, nor this line through words below it.
    bool isClear(std::size_t i, const Place& place) const {
        for (std::size_t k = 0; k < places_.size(); ++k) {
            const Place& other = places_[k];
            const int x = flags_[k].x;
            if (k == i || other.width() == 0) continue;
            if (other.row < place.row && x > place.from && x < place.to) return false;
            if (place.row < other.row && flags_[i].x > other.from && flags_[i].x < other.to) return false;
        }
        return true;
    }

    static constexpr std::size_t kMostTrials = 3000;

    const LayoutInput& input_;
    std::vector<Flag>& flags_;
    std::vector<std::size_t> order_;
    std::vector<int> widths_;
    std::vector<Place> places_, best_; // of each flag
    std::size_t bestCount_ = 0, trials_ = 0;
};

// The line of one that hangs higher comes down behind these words.
bool isCrossed(const std::vector<Flag>& flags, const Flag& flag) {
    const int from = flag.left ? flag.x - flag.width : flag.x;
    return std::any_of(flags.begin(), flags.end(), [&](const Flag& other) {
        return other.row < flag.row && other.x > from && other.x < from + flag.width;
    });
}

} // namespace

void layoutFlags(const LayoutInput& input, Layout& layout) {
    if (input.milestones == nullptr) return;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < input.milestones->size(); ++i) order.push_back(i);
    const auto timeOf = [&](std::size_t i) { return (*input.milestones)[i].timeMs; };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return timeOf(a) < timeOf(b); });
    for (const std::size_t i : order) {
        const int x = input.scale.clampedX(timeOf(i));
        if (x < 0 || x >= input.width) continue;
        Flag flag;
        flag.x = x;
        flag.milestone = i;
        layout.flags.push_back(flag);
    }
    Search(input, layout.flags).run();
}

int flagRowsNeeded(const LayoutInput& input, int most) {
    LayoutInput trial = input;
    for (trial.metrics.flagRows = 1; trial.metrics.flagRows < most; ++trial.metrics.flagRows) {
        Layout layout;
        layoutFlags(trial, layout);
        const auto isWell = [&](const Flag& flag) {
            const std::string& label = (*trial.milestones)[flag.milestone].label;
            return flag.width >= trial.flagWidth(label) + 2 * trial.metrics.flagPad &&
                   !isCrossed(layout.flags, flag);
        };
        if (std::all_of(layout.flags.begin(), layout.flags.end(), isWell)) break;
    }
    return trial.metrics.flagRows;
}

} // namespace core::timeline
