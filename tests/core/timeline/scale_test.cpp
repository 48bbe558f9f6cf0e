// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/time_scale.h"
#include "core/timeline/view_history.h"
#include "sample.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

using namespace sample;

TEST_CASE("zooming keeps the time under the pointer, from a century to seconds and back") {
    TimeScale scale = TimeScale::fit({at("1950-01-01T00:00:00Z"), at("2050-01-01T00:00:00Z")}, 1000);
    for (const double factor : {1.25, 3.0, 0.8, 100.0, 1000.0, 1e9, 0.5, 1e-12}) {
        for (const double x : {0.0, 333.0, 999.0}) {
            const double before = scale.toMs(x);
            scale = scale.zoomedAround(x, factor);
            CHECK(std::abs(scale.toMs(x) - before) * scale.pxPerMs() < 0.01);
        }
    }
}

TEST_CASE("a range fits the width exactly, and panning moves by pixels") {
    const TimeRange range{at("2024-03-01T00:00:00Z"), at("2024-04-01T00:00:00Z")};
    const TimeScale scale = TimeScale::fit(range, 700);
    CHECK(std::abs(scale.toX(range.fromMs)) < 0.001);
    CHECK(std::abs(scale.toX(range.toMs) - 700) < 0.001);
    CHECK(std::abs(scale.movedBy(70).toX(range.fromMs) + 70) < 0.001);
}

TEST_CASE("a range of no length still gives a view around it") {
    const std::int64_t ms = at("2024-03-01T12:00:00Z");
    const TimeScale scale = TimeScale::fit({ms, ms}, 800);
    CHECK(std::abs(scale.toX(ms) - 400) < 1);
}

TEST_CASE("pixels far outside the window are clamped to what toolkits can draw") {
    const TimeScale scale(0, 0.1);
    CHECK(scale.clampedX(at("2024-03-01T00:00:00Z")) == 32'000);
    CHECK(scale.clampedX(at("1924-03-01T00:00:00Z")) == -32'000);
}

TEST_CASE("the view history goes back and forward, and a new view drops what lay ahead") {
    ViewHistory history;
    CHECK_FALSE(history.back());
    const TimeRange a{0, 1'000'000};
    const TimeRange b{5'000'000, 6'000'000};
    const TimeRange c{9'000'000, 9'500'000};
    for (const TimeRange& view : {a, b, c}) history.push(view);
    CHECK(history.back() == b);
    CHECK(history.back() == a);
    CHECK_FALSE(history.back());
    CHECK(history.forward() == b);
    history.push({5'000'001, 6'000'001}); // b again, but for a rounded pixel
    CHECK(history.forward() == c);
    CHECK(history.back() == b);
    history.push(a);
    CHECK_FALSE(history.forward());
}
