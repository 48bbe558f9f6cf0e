// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/interaction.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::timeline;

TEST_CASE("a press and release without a drag is a click on what was pressed") {
    Interaction mouse;
    mouse.press(Button::Left, Target::Item, 100, 50);
    CHECK(mouse.move(102, 51).kind == GestureKind::None);
    const Gesture click = mouse.release(102, 51);
    CHECK(click.kind == GestureKind::Click);
    CHECK(click.target == Target::Item);
    CHECK(mouse.state() == Interaction::State::Idle);
    CHECK(mouse.release(102, 51).kind == GestureKind::None);
}

TEST_CASE("an item cannot be dragged: evidence keeps its time") {
    Interaction mouse;
    mouse.press(Button::Left, Target::Item, 100, 50);
    CHECK(mouse.move(160, 50).kind == GestureKind::None);
    CHECK(mouse.release(160, 50).kind == GestureKind::None);
}

TEST_CASE("a drag over empty lanes draws a range, from where it was pressed") {
    Interaction mouse;
    mouse.press(Button::Left, Target::EmptyLane, 100, 50);
    CHECK(mouse.move(103, 50).kind == GestureKind::None);
    const Gesture range = mouse.move(140, 60);
    CHECK(range.kind == GestureKind::Range);
    CHECK(range.fromX == 100);
    CHECK(range.x == 140);
    CHECK(mouse.release(150, 60).kind == GestureKind::RangeDone);
}

TEST_CASE("dragging an edge of the range keeps its other edge") {
    Interaction mouse;
    mouse.press(Button::Left, Target::RangeEnd, 200, 50, 80);
    CHECK(mouse.move(230, 50).fromX == 80);
}

TEST_CASE("the ruler and the middle button pan, by what the mouse moved since the last time") {
    for (const auto& [button, target] :
         {std::pair{Button::Left, Target::Ruler}, std::pair{Button::Middle, Target::EmptyLane},
          std::pair{Button::Middle, Target::Item}}) {
        Interaction mouse;
        mouse.press(button, target, 100, 50);
        CHECK(mouse.move(110, 50).kind == GestureKind::Pan);
        CHECK(mouse.move(115, 50).dx == 5);
        CHECK(mouse.release(115, 50).kind == GestureKind::None);
    }
}

TEST_CASE("Escape takes a range back that was being drawn, and later moves do nothing") {
    Interaction mouse;
    mouse.press(Button::Left, Target::EmptyLane, 100, 50);
    mouse.move(140, 50);
    CHECK(mouse.cancel().kind == GestureKind::RangeCancelled);
    CHECK(mouse.move(180, 50).kind == GestureKind::None);
    CHECK(mouse.release(180, 50).kind == GestureKind::None);
    CHECK(mouse.cancel().kind == GestureKind::None);
}

TEST_CASE("the overview moves by its frame, zooms by its handles, and centres on a click") {
    const auto drag = [](Target target) {
        Interaction mouse;
        mouse.press(Button::Left, target, 100, 10);
        return mouse.move(120, 10).kind;
    };
    CHECK(drag(Target::OverviewFrame) == GestureKind::OverviewMove);
    CHECK(drag(Target::OverviewStart) == GestureKind::OverviewStart);
    CHECK(drag(Target::OverviewEnd) == GestureKind::OverviewEnd);
    Interaction mouse;
    mouse.press(Button::Left, Target::Overview, 100, 10);
    CHECK(mouse.release(100, 10).kind == GestureKind::OverviewCentre);
}
