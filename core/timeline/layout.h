// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything there is to paint for one view, as plain rectangles and ranges of positions. x = 0 is the left
// end of the time axis, y = 0 the top of the first lane. It holds no colours, no words but titles, and no
// state.

#include "core/timeline/ruler.h"
#include "core/timeline/timeline_index.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace core::timeline {

struct Rect {
    int x = 0, y = 0, width = 0, height = 0;
    bool contains(int px, int py) const { return px >= x && px < x + width && py >= y && py < y + height; }
    bool operator==(const Rect&) const = default;
};

// Pixels. The defaults are device-independent ones for an ordinary font; the window scales them.
struct Metrics {
    int laneHeight = 40;
    int incidentHeight = 56;
    double barStep = 3.5; // the least; so a day stays a day over half a year
    int barMin = 2;
    int barMax = 32;
    int barBottom = 4; // from the lane's bottom
    int mark = 8;
    int box = 16;    // height of joined marks
    int boxMin = 14; // width
    int spanHeight = 20;
    int labelRoom = 90; // free px right of a mark before it gets a label
    int labelGap = 6;
    int tickLabel = 70;
    int flagPad = 8;    // around the words of a milestone's flag, staff included
    int flagRows = 1;   // rows that flags may hang in, one below the other
    int cardLow = 36;   // least height of a card: two lines
    int cardHigh = 52;  // the most for words, three lines; a picture may be as high as its lane
    int cardLeast = 90; // width of one with words
    int cardMost = 210;
    int cardStem = 8; // from the mark to its card
    int cardAir = 2;  // to the lane's lines; half of that between cards and marks is too little
};

// Cards are marks with a card beside them where there is room.
enum class Level : std::uint8_t { Marks, Density, Cards };
using Levels = std::array<Level, kLanes>;

struct LaneFrame {
    Lane lane = Lane::Other;
    int top = 0;
    int height = 0;
    Level level = Level::Marks;
    std::size_t inView = 0; // that start in the view
    std::size_t total = 0;
    std::size_t undated = 0;
};

// [first, last) are positions in the lane. `count` is smaller where some of them are drawn as spans.
struct Bar {
    Rect rect;
    Lane lane = Lane::Other;
    TimeRange range; // of the calendar step it counts
    Position first = 0, last = 0, count = 0;
};

struct Mark {
    Rect rect;
    Lane lane = Lane::Other;
    Position first = 0, last = 0, count = 0; // a box with the count where it is more than 1
};

// The possible time of an entry (hatched), or its known duration (filled). Clipped near the view's edges.
struct Span {
    Rect rect;
    Lane lane = Lane::Other;
    bool lasting = false;
    std::vector<Position> positions; // several entries "on 3 May" are one box
};

struct Label {
    Rect rect; // the room there is; text longer than that is cut by the painter
    Lane lane = Lane::Other;
    Position position = 0;
    int stemX = -1;   // of the stem up to the mark; -1 = none
    std::string text; // titles of incidents; empty for items, whose words are fetched by the painter
};

// What an entry says, or its small picture, beside its mark or span: never over one, nor over another card.
struct Card {
    Rect rect;
    Rect whole; // with the mark or span it stands beside
    Lane lane = Lane::Other;
    Position position = 0;
    bool left = false; // it stands left of its mark
    int stemX = 0;     // of the stem from the mark to it
    int stemWidth = 0;
    int stemY = 0;
    int pictureWidth = 0; // of the picture at its left end; 0: words alone
};

struct Flag {
    int x = 0;         // of the line through all lanes
    int width = 0;     // 0 = no room for the words; less than they need: they are cut
    bool left = false; // the flag hangs to the left of the line
    int row = 0;       // from the top; the line begins there
    std::size_t milestone = 0;
};

struct Layout {
    TimeScale scale;
    int width = 0;
    int height = 0; // of all lanes
    RulerLayout ruler;
    CalendarStep barStep;
    std::vector<LaneFrame> lanes;
    std::vector<Bar> bars;
    std::vector<Mark> marks;
    std::vector<Span> spans;
    std::vector<Label> labels;
    std::vector<Card> cards;
    std::vector<Flag> flags;
    std::size_t inView = 0;  // entries of all lanes that start in the view
    Position highestBar = 0; // count of the highest bar, 0 where there are none

    const LaneFrame* frame(Lane lane) const;
    Levels levels() const; // for the next layout, so that a lane near the limit does not flicker
};

// Width in px of a text in the label font (and in the flag font for milestones).
using Measure = std::function<int(const std::string&)>;

struct LayoutInput {
    const TimelineIndex* index = nullptr; // what is shown
    std::vector<Lane> lanes;              // from top to bottom
    const std::vector<Milestone>* milestones = nullptr;
    TimeScale scale;
    int width = 0;
    std::string zone;
    Metrics metrics;
    Levels previous{};       // all Marks the first time
    bool ownMaximum = false; // bar heights by the lane's own maximum instead of that of all lanes
    Measure labelWidth;
    Measure flagWidth;
};

inline constexpr std::size_t kMaxLabels = 200;   // a frame; text is what costs
inline constexpr std::size_t kMaxSpans = 2000;   // a lane; more cannot be told apart
inline constexpr std::size_t kMostForCards = 40; // entries in view, of all lanes; a few more until they go

Layout build(const LayoutInput& input);

// How many rows the flags of that view need so that each has its words; at most `most`, at least 1.
int flagRowsNeeded(const LayoutInput& input, int most);

// The entries a bar, a mark or a span stands for.
std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Span& span);
std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Bar& bar);
std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Mark& mark);

} // namespace core::timeline
