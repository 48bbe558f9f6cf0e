// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"
#include "tests/support/wx_main.h"
#include "ui/access/accessible.h"
#include "ui/timeline/timeline_ctrl.h"

#include <cmath>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>

using core::timeline::EntryRef;
using core::timeline::Lane;
using core::timeline::TimeRange;
using ui::timeline::TimelineCtrl;

namespace {

constexpr std::int64_t kDay = 86'400'000;

struct World {
    explicit World(std::size_t n) : sample(tests::sampleCase(n)), control(new TimelineCtrl(frame.get())) {
        tests::fillTimeline(*control, sample);
        frame.fill(control);
        control->onSelect = [this](const std::vector<EntryRef>& entries) { selected.push_back(entries); };
        control->onActivate = [this](const EntryRef& entry) { activated.push_back(entry); };
        control->onRange = [this](std::optional<TimeRange> range) { ranges.push_back(range); };
        control->onViewChanged = [this](const ui::timeline::ViewSummary&) { ++views; };
    }

    void key(int code, bool shift = false, bool ctrl = false) const {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        event.SetShiftDown(shift);
        event.SetControlDown(ctrl);
        control->ProcessWindowEvent(event);
    }
    void character(char c) const {
        wxKeyEvent event(wxEVT_CHAR);
        event.m_keyCode = event.m_uniChar = c;
        control->ProcessWindowEvent(event);
    }
    void mouse(wxEventType type, wxPoint at, bool ctrl = false) const {
        wxMouseEvent event(type);
        event.SetPosition(at);
        event.SetControlDown(ctrl);
        control->ProcessWindowEvent(event);
    }
    void drag(wxPoint from, wxPoint to) const {
        mouse(wxEVT_LEFT_DOWN, from);
        mouse(wxEVT_MOTION, {(from.x + to.x) / 2, (from.y + to.y) / 2});
        mouse(wxEVT_MOTION, to);
        mouse(wxEVT_LEFT_UP, to);
    }
    void wheel(wxPoint at, int notches, bool ctrl) const {
        wxMouseEvent event(wxEVT_MOUSEWHEEL);
        event.SetPosition(at);
        event.SetControlDown(ctrl);
        event.m_wheelDelta = 120;
        event.m_wheelRotation = 120 * notches;
        control->ProcessWindowEvent(event);
    }
    tests::SampleCase sample;
    tests::TestFrame frame;
    TimelineCtrl* control; // owned by the frame
    std::vector<std::vector<EntryRef>> selected;
    std::vector<EntryRef> activated;
    std::vector<std::optional<TimeRange>> ranges;
    int views = 0;
};

} // namespace

TEST_CASE("the keyboard reaches every item of the case") {
    const World world(300);
    world.control->zoomTo({world.sample.milestones[1].timeMs, world.sample.milestones[1].timeMs + 2 * kDay});
    std::set<EntryRef> seen;
    std::size_t undated = 0;
    for (int i = 0; i < 10; ++i) world.key(WXK_UP);
    for (int lane = 0; lane < 6; ++lane) {
        world.key(WXK_HOME, false, true);
        for (int i = 0; i < 400; ++i) {
            const auto entry = world.control->cursorEntry();
            REQUIRE(entry);
            seen.insert(*entry);
            world.key(WXK_RIGHT);
            if (world.control->cursorEntry() == entry) break;
        }
        world.key(WXK_HOME, false, true);
        world.key(WXK_LEFT); // the shelf, where there is one
        if (!world.control->cursorEntry()) {
            world.key(WXK_SPACE);
            undated += world.control->selection().size();
            world.key(WXK_RIGHT);
        }
        world.key(WXK_DOWN);
    }
    CHECK(seen.size() == world.sample.index->datedCount());
    CHECK(undated == world.sample.index->undatedCount());
}

TEST_CASE("the cursor stays in view, and is spoken with its lane, number and text") {
    const World world(300);
    world.control->zoomTo({world.sample.milestones[1].timeMs, world.sample.milestones[1].timeMs + 2 * kDay});
    for (int i = 0; i < 3; ++i) world.key(WXK_UP);
    world.key(WXK_DOWN);
    world.key(WXK_HOME, false, true);
    for (int i = 0; i < 40; ++i) {
        world.key(WXK_RIGHT);
        const auto place = world.sample.index->find(*world.control->cursorEntry());
        const std::int64_t ms = world.sample.index->lane(place->lane).start[place->position];
        const TimeRange view = world.control->visibleRange();
        CHECK(ms >= view.fromMs);
        CHECK(ms < view.toMs);
    }
    const wxString said = world.control->spokenText();
    INFO(said.utf8_string());
    CHECK(said.StartsWith("SMS lane, item 41 of "));
    CHECK(said.Contains("5. mar. 2024 14.05, fra Anna: "));
    CHECK(ui::access::nameOf(*world.control) == said);
}

TEST_CASE("in a crowded lane the bar is spoken with its days and its count") {
    const World world(20'000);
    for (int i = 0; i < 3; ++i) world.key(WXK_UP);
    world.key(WXK_DOWN);
    const wxString said = world.control->spokenText();
    INFO(said.utf8_string());
    CHECK(said.StartsWith("SMS lane, "));
    CHECK(said.EndsWith(" items"));
    const auto before = world.control->visibleRange();
    world.key(WXK_RETURN); // into the bar
    CHECK(world.control->visibleRange().toMs - world.control->visibleRange().fromMs <
          (before.toMs - before.fromMs) / 10);
    CHECK(world.activated.empty());
}

TEST_CASE("Ctrl and wheel zoom around the pointer: its time stays") {
    const World world(300);
    const int width = world.control->GetClientSize().x;
    for (const int notches : {1, 3, -2, 5}) {
        const wxPoint right{width - 1, 150};
        const TimeRange before = world.control->visibleRange();
        world.wheel(right, notches, true);
        const TimeRange after = world.control->visibleRange();
        const double factor = std::pow(1.25, notches);
        CHECK(std::abs(static_cast<double>(after.toMs - after.fromMs) * factor /
                           static_cast<double>(before.toMs - before.fromMs) -
                       1) < 0.01);
        const auto pixel = static_cast<double>(before.toMs - before.fromMs) / (width / 2.0);
        CHECK(std::abs(static_cast<double>(after.toMs - before.toMs)) < 2 * pixel);
    }
}

TEST_CASE("a drag over empty lanes chooses a range on ruler steps; Escape takes it back") {
    World world(1);
    world.drag({500, 320}, {700, 320});
    REQUIRE(world.ranges.size() == 1);
    REQUIRE(world.ranges[0]);
    const TimeRange range = *world.ranges[0];
    CHECK(range.toMs > range.fromMs);
    CHECK(range.fromMs % 60'000 == 0);
    CHECK(range.toMs % 60'000 == 0);
    CHECK(world.control->range() == range);
    world.key(WXK_RIGHT, true);
    CHECK(world.control->range()->toMs > range.toMs);
    CHECK(world.control->range()->fromMs == range.fromMs);
    world.key(WXK_ESCAPE);
    CHECK_FALSE(world.control->range());
    CHECK_FALSE(world.ranges.back());
}

TEST_CASE("dragging an item moves nothing and chooses nothing") {
    World world(1);
    world.key(WXK_HOME);
    const auto place = world.sample.index->find(*world.control->cursorEntry());
    const auto& start = world.sample.index->lane(place->lane).start;
    world.control->goTo(start[0]);
    // Centred, so it is drawn in the middle of the axis: found by clicking along it.
    wxPoint found{-1, -1};
    for (int y = 60; y < 330 && world.selected.empty(); y += 4)
        for (int x = 400; x < 620 && world.selected.empty(); x += 4) {
            world.mouse(wxEVT_LEFT_DOWN, {x, y});
            world.mouse(wxEVT_LEFT_UP, {x, y});
            found = {x, y};
        }
    REQUIRE(world.selected.size() == 1);
    const TimeRange view = world.control->visibleRange();
    world.drag(found, {found.x + 120, found.y});
    CHECK(world.control->visibleRange() == view);
    CHECK_FALSE(world.control->range());
    CHECK(world.selected.size() == 1);
}

TEST_CASE("a filter keeps the view, the selection and the cursor's entry") {
    const World world(300);
    world.control->zoomTo({world.sample.milestones[0].timeMs, world.sample.milestones[2].timeMs});
    const auto& sms = world.sample.index->lane(Lane::Sms);
    const EntryRef entry{sms.id[40], false};
    world.control->showEntry(entry);
    world.control->setSelection({entry});
    const TimeRange view = world.control->visibleRange();
    std::vector<core::timeline::Entry> some;
    for (core::timeline::Position p = 20; p < 60; ++p)
        some.push_back({sms.id[p], Lane::Sms, sms.start[p], 0, false});
    world.control->setFilteredIndex(std::make_shared<core::timeline::TimelineIndex>(some));
    CHECK(world.control->visibleRange() == view);
    CHECK(world.control->cursorEntry() == entry);
    CHECK(world.control->selection() == std::vector<EntryRef>{entry});
    CHECK(world.selected.empty()); // what the program does is not reported as the user's
}

TEST_CASE("keys 0, plus, minus, Backspace and the digits do what the key table says") {
    World world(300);
    const TimeRange all = world.control->visibleRange();
    CHECK(all.fromMs < world.sample.index->range()->fromMs);
    CHECK(all.toMs > world.sample.index->range()->toMs);
    const auto length = [&] {
        return world.control->visibleRange().toMs - world.control->visibleRange().fromMs;
    };
    const std::int64_t before = length();
    tests::waitFor([] { return false; }, 700); // only a view that came to rest is remembered
    world.character('+');
    CHECK(std::abs(length() * 2 - before) < before / 100);
    world.key(WXK_BACK);
    CHECK(std::abs(length() - before) < before / 100);
    CHECK(world.control->forward());
    CHECK(std::abs(length() * 2 - before) < before / 100);
    world.character('-');
    CHECK(std::abs(length() - before) < before / 100);
    world.character('0');
    CHECK(world.control->visibleRange() == all);
    world.character('2'); // the second lane alone
    CHECK(world.control->spokenText().StartsWith("SMS lane"));
    world.key(WXK_DOWN);
    CHECK(world.control->spokenText().StartsWith("SMS lane"));
    world.character('2');
    world.key(WXK_DOWN);
    CHECK_FALSE(world.control->spokenText().StartsWith("SMS lane"));
    CHECK(world.views > 4);
}

TEST_CASE("the overview's frame moves the view, and the summary says what is seen") {
    const World world(300);
    world.control->zoomTo({world.sample.milestones[0].timeMs, world.sample.milestones[1].timeMs});
    const TimeRange before = world.control->visibleRange();
    const int y = world.control->GetClientSize().y - 20;
    world.drag({400, y}, {450, y});
    const TimeRange after = world.control->visibleRange();
    CHECK(after.fromMs > before.fromMs + kDay);
    const auto summary = world.control->summary();
    INFO(summary.rangeText.utf8_string() << " | " << summary.countText.utf8_string());
    CHECK(summary.rangeText.EndsWith("2024"));
    CHECK(summary.countText.Contains("in view"));
}

TEST_CASE("the summary counts items as the list does, and incidents where there is nothing else") {
    const World world(300);
    CHECK(world.control->summary().countText.StartsWith("300 items in view"));

    const std::vector<core::timeline::Entry> incidents(
        2, {1, Lane::Incident, world.sample.milestones[0].timeMs, 0, false});
    world.control->setData(std::make_shared<core::timeline::TimelineIndex>(incidents),
                           world.sample.milestones);
    world.control->fitAll();
    CHECK(world.control->summary().countText.StartsWith("2 incidents in view"));
}

TEST_CASE("a new and an empty control take every key and paint") {
    const tests::TestFrame frame;
    auto* control = new TimelineCtrl(frame.get());
    frame.fill(control);
    control->setData(nullptr, {});
    CHECK(control->visibleRange().fromMs > 365 * kDay); // not 1970, of which nothing is known
    for (const int code : {WXK_LEFT, WXK_RIGHT, WXK_UP, WXK_DOWN, WXK_HOME, WXK_END, WXK_PAGEUP, WXK_PAGEDOWN,
                           WXK_RETURN, WXK_SPACE, WXK_BACK, WXK_ESCAPE}) {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        control->ProcessWindowEvent(event);
    }
    control->setData(nullptr, {});
    control->fitAll();
    control->goTo(0);
    CHECK(control->picture().IsOk());
    CHECK_FALSE(control->cursorEntry());
}
