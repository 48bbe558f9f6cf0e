// SPDX-License-Identifier: GPL-3.0-or-later
// Cards beside marks and spans; declared in label_layout.h. A mark keeps its place, whatever stands beside
// it.
#include "core/timeline/label_layout.h"

#include <algorithm>
#include <optional>

namespace core::timeline {

namespace {

// A mark or a span of a lane, from left to right.
struct Drawn {
    Rect rect;
    std::optional<Position> single; // the entry, where it is one alone
    int right() const { return rect.x + rect.width; }
};

std::vector<Drawn> drawnIn(const Layout& layout, Lane lane) {
    std::vector<Drawn> all;
    for (const Mark& mark : layout.marks)
        if (mark.lane == lane)
            all.push_back({mark.rect, mark.count == 1 ? std::optional(mark.first) : std::nullopt});
    for (const Span& span : layout.spans)
        if (span.lane == lane)
            all.push_back({span.rect, span.positions.size() == 1 ? std::optional(span.positions.front())
                                                                 : std::nullopt});
    std::sort(all.begin(), all.end(), [](const Drawn& a, const Drawn& b) { return a.rect.x < b.rect.x; });
    return all;
}

int lineBefore(const Layout& layout, int x) {
    int before = 0;
    for (const Flag& flag : layout.flags)
        if (flag.x <= x) before = std::max(before, flag.x);
    return before;
}

// The cards of one lane, from left to right.
class CardRow {
public:
    CardRow(const LayoutInput& input, const LaneFrame& frame, Layout& layout)
        : metrics_(input.metrics), frame_(frame), layout_(layout), all_(drawnIn(layout, frame.lane)) {
        const int room = frame.height - 2 * metrics_.cardAir;
        const bool hasPicture = frame.lane == Lane::Photo;
        height_ = hasPicture ? room : std::min(room, metrics_.cardHigh);
        picture_ = hasPicture ? height_ * 4 / 3 : 0;
        least_ = hasPicture ? picture_ : metrics_.cardLeast;
        most_ = hasPicture ? picture_ + metrics_.cardLeast * 4 / 3 : metrics_.cardMost;
    }

    void place() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Drawn& drawn = all_[i];
            // One that a longer span reaches beyond has no free side.
            if (drawn.single && drawn.rect.x >= 0 && drawn.rect.x < layout_.width && taken_ <= drawn.right())
                if (!placeRight(drawn, i + 1 < all_.size() ? all_[i + 1].rect.x : layout_.width))
                    placeLeft(drawn);
            taken_ = std::max(taken_, drawn.right());
        }
    }

private:
    bool placeRight(const Drawn& drawn, int next) {
        const int from = drawn.right() + metrics_.cardStem;
        const int to = std::min({next, nextLine(layout_, drawn.rect.x), layout_.width}) - metrics_.labelGap;
        if (to - from < least_) return false;
        add(drawn, from, std::min(to - from, most_), false);
        return true;
    }
    void placeLeft(const Drawn& drawn) {
        const int to = drawn.rect.x - metrics_.cardStem;
        narrowBefore(to);
        const int from = std::max(taken_, lineBefore(layout_, drawn.rect.x)) + metrics_.labelGap;
        if (to - from < least_) return;
        const int width = std::min(to - from, most_);
        add(drawn, to - width, width, true);
    }
    // The card before gives up what it can spare, where that makes room for one that ends at `to`.
    void narrowBefore(int to) {
        if (layout_.cards.size() == begun_) return;
        Card& before = layout_.cards.back();
        const int end = before.rect.x + before.rect.width;
        const int both = to - before.rect.x - metrics_.labelGap;
        if (end != taken_ || before.left || to - end - metrics_.labelGap >= least_ || both < 2 * least_)
            return;
        before.rect.width = picture_ > 0 ? picture_ : both / 2;
        before.whole.width = before.rect.x + before.rect.width - before.whole.x;
        taken_ = before.rect.x + before.rect.width;
    }
    void add(const Drawn& drawn, int x, int width, bool left) {
        Card card;
        const int middle = drawn.rect.y + drawn.rect.height / 2;
        const int top = std::clamp(middle - height_ / 2, frame_.top + metrics_.cardAir,
                                   frame_.top + frame_.height - metrics_.cardAir - height_);
        // A picture alone, or a picture with words beside it, not with a strip too narrow for them.
        if (picture_ > 0 && width < picture_ + metrics_.cardLeast) {
            if (left) x += width - picture_;
            width = picture_;
        }
        card.rect = {x, top, width, height_};
        const int begin = std::min(x, drawn.rect.x);
        card.whole = {begin, top, std::max(x + width, drawn.right()) - begin, height_};
        card.lane = frame_.lane;
        card.position = *drawn.single;
        card.left = left;
        card.stemX = left ? x + width : drawn.right();
        card.stemWidth = metrics_.cardStem;
        card.stemY = middle;
        card.pictureWidth = picture_;
        layout_.cards.push_back(card);
        taken_ = std::max(taken_, x + width);
    }

    const Metrics& metrics_;
    const LaneFrame& frame_;
    Layout& layout_;
    std::vector<Drawn> all_;
    std::size_t begun_ = layout_.cards.size(); // cards of other rows
    int height_ = 0, picture_ = 0, least_ = 0, most_ = 0;
    int taken_ = 0; // up to there something is drawn
};

} // namespace

void layoutCards(const LayoutInput& input, Layout& layout) {
    for (const LaneFrame& frame : layout.lanes)
        if (frame.level == Level::Cards) CardRow(input, frame, layout).place();
}

} // namespace core::timeline
