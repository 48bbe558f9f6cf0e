// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"
#include "tests/support/wx_main.h"
#include "ui/timeline/card_pictures.h"
#include "ui/timeline/timeline_ctrl.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/frame.h>
#include <wx/image.h>
#include <wx/tooltip.h>

using core::timeline::EntryRef;
using core::timeline::Lane;
using ui::timeline::CardPictures;
using ui::timeline::TimelineColors;
using ui::timeline::TimelineCtrl;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kBegin = 1'709'560'800'000; // 4 Mar 2024
const wxColour kPaint(1, 250, 2);                  // of the pictures, and of nothing else

// Photos and messages over two days, some of them close together.
tests::SampleCase fewEntries() {
    std::vector<core::timeline::Entry> entries;
    const auto add = [&](Lane lane, double hour) {
        entries.push_back({static_cast<std::int64_t>(entries.size()) + 1, lane,
                           kBegin + static_cast<std::int64_t>(hour * kHour), 0, false});
    };
    for (const double hour : {3.0, 14.0, 15.2, 30.0, 41.0}) add(Lane::Photo, hour);
    for (const double hour : {2.0, 2.1, 9.0, 20.0, 36.0, 37.0}) add(Lane::Sms, hour);
    for (const double hour : {12.0, 26.0}) add(Lane::Email, hour);
    return {std::make_shared<core::timeline::TimelineIndex>(entries), {}};
}

class Pictures : public CardPictures {
public:
    void want(const std::vector<EntryRef>& entries, int) override { wanted = entries; }
    const wxImage* find(const EntryRef& entry) const override {
        return std::find(come.begin(), come.end(), entry) == come.end() ? nullptr : &image;
    }
    std::vector<EntryRef> wanted, come;
    wxImage image = [] {
        wxImage made(120, 160);
        made.SetRGB(wxRect(0, 0, 120, 160), kPaint.Red(), kPaint.Green(), kPaint.Blue());
        return made;
    }();
};

int painted(TimelineCtrl& control) {
    const wxImage image = control.picture().ConvertToImage();
    int count = 0;
    for (int y = 0; y < image.GetHeight(); ++y)
        for (int x = 0; x < image.GetWidth(); ++x)
            if (image.GetRed(x, y) == kPaint.Red() && image.GetGreen(x, y) == kPaint.Green() &&
                image.GetBlue(x, y) == kPaint.Blue())
                ++count;
    return count;
}

struct World {
    explicit World(const TimelineColors& colors = TimelineColors::light(), wxSize size = {1100, 420})
        : frame(size), control(new TimelineCtrl(frame.get())), pictures(std::make_shared<Pictures>()) {
        tests::fillTimeline(*control, sample, colors);
        frame.fill(control);
        control->onSelect = [this](const std::vector<EntryRef>& entries) { selected = entries; };
    }
    void click(wxPoint at) const {
        for (const wxEventType type : {wxEVT_MOTION, wxEVT_LEFT_DOWN, wxEVT_LEFT_UP}) {
            wxMouseEvent event(type);
            event.SetPosition(at);
            control->ProcessWindowEvent(event);
        }
    }
    tests::SampleCase sample = fewEntries();
    tests::TestFrame frame;
    TimelineCtrl* control; // owned by the frame
    std::shared_ptr<Pictures> pictures;
    std::vector<EntryRef> selected;
};

} // namespace

TEST_CASE(
    "pictures are closed until they are opened, then grey until they have come, and can be closed again") {
    const bool dark = GENERATE(false, true);
    const World world(dark ? TimelineColors::dark() : TimelineColors::light());
    const std::string name = dark ? "dark-cards" : "light-cards";
    tests::keepPicture(world.control->picture(), name + "-closed");
    CHECK(world.control->summary().hasPictures);
    world.control->setPictures(world.pictures);
    CHECK(painted(*world.control) == 0);
    CHECK(world.pictures->wanted.size() >= 3);
    for (const EntryRef& entry : world.pictures->wanted) CHECK(entry.id <= 5);
    world.pictures->come = world.pictures->wanted;
    CHECK(painted(*world.control) == 0); // nobody has said that they are there
    world.control->picturesChanged();
    CHECK(painted(*world.control) > 1000);
    tests::keepPicture(world.control->picture(), name);
    world.control->setPictures(nullptr);
    CHECK(painted(*world.control) == 0);
}

TEST_CASE("a view that has moved away wants no pictures, and one with more than cards can show none either") {
    const World world;
    world.control->setPictures(world.pictures);
    world.control->picture();
    CHECK_FALSE(world.pictures->wanted.empty());
    world.control->zoomTo({kBegin + 100 * kHour, kBegin + 140 * kHour});
    world.control->picture();
    CHECK(world.pictures->wanted.empty());
    CHECK_FALSE(world.control->summary().hasPictures);
    world.control->zoomTo({kBegin + 13 * kHour, kBegin + 14 * kHour + kHour / 2});
    world.control->picture();
    CHECK(world.pictures->wanted == std::vector<EntryRef>{{2, false}});
}

TEST_CASE("a card is pressed, told of and ringed as its mark is") {
    World world;
    world.control->setSolo(Lane::Sms);
    world.control->zoomTo({kBegin + 8 * kHour, kBegin + 10 * kHour}); // the entry in the middle, alone
    const wxSize size = world.control->GetClientSize();
    // From the right end of the view to the left: the first thing that is hit is the card.
    wxPoint found{-1, -1};
    for (int y = 60; y < 160 && found.x < 0; y += 6)
        for (int x = size.x - 4; x > 300 && found.x < 0; x -= 4) {
            world.click({x, y});
            if (!world.selected.empty()) found = {x, y};
        }
    REQUIRE(found.x > 0);
    CHECK(world.selected == std::vector<EntryRef>{{8, false}});
    const int middle = size.x - (size.x - 300) / 2; // not far from where the mark is
    CHECK(found.x > middle + 60);                   // much further than a mark is wide
    CHECK(world.control->GetToolTipText().Contains("fra Anna"));
    CHECK(world.control->cursorEntry() == EntryRef{8, false});
    CHECK(world.control->spokenText().StartsWith("SMS lane, item 3 of 6"));
    CHECK(world.control->spokenText().Contains("fra Anna: "));
    const wxImage before = world.control->picture().ConvertToImage();
    world.control->setSelection({});
    const wxImage after = world.control->picture().ConvertToImage();
    int changed = 0; // the ring is as long as the card
    for (int x = 0; x < before.GetWidth(); ++x)
        for (int y = 0; y < before.GetHeight(); ++y)
            if (before.GetRed(x, y) != after.GetRed(x, y)) ++changed;
    CHECK(changed > 400);
}

TEST_CASE("in a small window, and with large text, cards are painted") {
    for (const wxSize size : {wxSize(500, 300), wxSize(1400, 900)}) {
        const World world(TimelineColors::light(), size);
        wxFont font = world.control->GetFont();
        for (const int points : {font.GetPointSize(), 2 * font.GetPointSize()}) {
            font.SetPointSize(points);
            world.control->SetFont(font);
            world.control->setColors(TimelineColors::light()); // measures anew
            world.control->setPictures(world.pictures);
            world.control->picture();
            world.pictures->come = world.pictures->wanted;
            world.control->picturesChanged();
            tests::keepPicture(world.control->picture(),
                               "cards-" + std::to_string(size.x) + "-" + std::to_string(points));
            if (size.x > 1000 || points < 15) CHECK(painted(*world.control) > 300);
        }
    }
}

TEST_CASE("a frame full of cards costs less than four full of bars and labels") {
    const auto frameTime = [](TimelineCtrl& control) {
        double best = 1e9;
        for (int i = 0; i < 15; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            control.picturesChanged(); // painted anew
            control.picture();
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            best = std::min(best, took.count());
        }
        return best;
    };
    constexpr std::array<Lane, 5> lanes{Lane::Photo, Lane::Sms, Lane::Email, Lane::Chat, Lane::Call};
    std::vector<core::timeline::Entry> entries;
    for (std::size_t i = 0; i < 40; ++i)
        entries.push_back({static_cast<std::int64_t>(i) + 1, lanes[i % lanes.size()],
                           kBegin + static_cast<std::int64_t>(i) * kHour, 0, false});
    const World full(TimelineColors::light(), {1600, 700});
    full.control->setData(std::make_shared<core::timeline::TimelineIndex>(entries), {});
    full.control->setPictures(full.pictures);
    full.control->picture();
    CHECK(full.pictures->wanted.size() == 8);
    full.pictures->come = full.pictures->wanted;
    const double cards = frameTime(*full.control);
    tests::keepPicture(full.control->picture(), "cards-many");
    const World other(TimelineColors::light(), {1600, 700});
    const tests::SampleCase sample = tests::sampleCase(10'000);
    other.control->setData(sample.index, sample.milestones);
    const double bars = frameTime(*other.control);
    WARN("frame: cards " << cards << " ms, bars and labels " << bars << " ms");
    CHECK(cards < 4 * bars);
}
