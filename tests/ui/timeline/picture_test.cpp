// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"
#include "tests/support/wx_main.h"
#include "ui/timeline/timeline_ctrl.h"

#include <algorithm>
#include <chrono>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/frame.h>
#include <wx/image.h>

using core::timeline::Lane;
using ui::timeline::TimelineColors;
using ui::timeline::TimelineCtrl;

namespace {

int pixelsOf(const wxBitmap& bitmap, const wxColour& colour) {
    const wxImage image = bitmap.ConvertToImage();
    const unsigned char* data = image.GetData();
    int count = 0;
    for (int i = 0; i < image.GetWidth() * image.GetHeight(); ++i)
        if (data[3 * i] == colour.Red() && data[3 * i + 1] == colour.Green() &&
            data[3 * i + 2] == colour.Blue())
            ++count;
    return count;
}

} // namespace

TEST_CASE("each lane with items is painted in its own colour, light and dark, at any size of case") {
    const bool dark = GENERATE(false, true);
    const std::size_t n = GENERATE(1U, 400U, 1'000'000U);
    const TimelineColors colors = dark ? TimelineColors::dark() : TimelineColors::light();
    const tests::SampleCase sample = tests::sampleCase(n);
    const tests::TestFrame frame({880, 400});
    auto* control = new TimelineCtrl(frame.get());
    tests::fillTimeline(*control, sample, colors);
    frame.fill(control);
    const wxBitmap bitmap = control->picture();
    tests::keepPicture(bitmap, std::string(dark ? "dark-" : "light-") + std::to_string(n));
    for (const Lane lane : core::timeline::kAllLanes) {
        INFO("lane " << core::timeline::indexOf(lane) << ", " << n << " items");
        const bool any = !sample.index->lane(lane).start.empty();
        CHECK((pixelsOf(bitmap, colors.lane(lane)) > 20) == any);
    }
    if (n > 1) CHECK(pixelsOf(bitmap, colors.milestone) > 3 * 2 * 250); // three lines through all lanes
}

TEST_CASE("where there is no room for all lanes, those that a filter emptied make room for the others") {
    const TimelineColors colors = TimelineColors::light();
    const tests::SampleCase sample = tests::sampleCase(300);
    std::vector<core::timeline::Entry> photos;
    for (int day = 0; day < 40; ++day)
        photos.push_back({day + 1, Lane::Photo, sample.milestones[0].timeMs + day * 86'400'000LL, 0, false});
    const bool isLow = GENERATE(false, true);
    const tests::TestFrame frame({880, isLow ? 230 : 700});
    auto* control = new TimelineCtrl(frame.get());
    tests::fillTimeline(*control, sample, colors);
    frame.fill(control);
    const auto rightEdge = [&] { return control->picture().GetSubBitmap({873, 0, 7, isLow ? 170 : 640}); };
    CHECK((pixelsOf(rightEdge(), colors.muted) > 0) == isLow); // a mark says that there are more lanes
    control->setFilteredIndex(std::make_shared<const core::timeline::TimelineIndex>(photos));
    CHECK(pixelsOf(rightEdge(), colors.muted) == 0);
    CHECK(pixelsOf(control->picture(), colors.lane(Lane::Photo)) > 500); // more than the icon of the lane
    tests::keepPicture(control->picture(), isLow ? "low-filtered" : "high-filtered");
}

TEST_CASE("zoomed in, marks have labels; the selection, a range and the cursor are seen") {
    const bool dark = GENERATE(false, true);
    const tests::SampleCase sample = tests::sampleCase(400);
    const tests::TestFrame frame({880, 400});
    auto* control = new TimelineCtrl(frame.get());
    tests::fillTimeline(*control, sample, dark ? TimelineColors::dark() : TimelineColors::light());
    frame.fill(control);
    const std::int64_t middle = sample.milestones[1].timeMs;
    control->zoomTo({middle - 2 * 86'400'000, middle + 3 * 86'400'000});
    const auto& sms = sample.index->lane(Lane::Sms);
    control->setSelection({{sms.id[sms.at(middle)], false}});
    control->setRange(core::timeline::TimeRange{middle + 40'000'000, middle + 140'000'000});
    control->SetFocus();
    tests::waitFor([&] { return control->HasFocus(); });
    tests::keepPicture(control->picture(), dark ? "dark-zoomed" : "light-zoomed");
    CHECK(pixelsOf(control->picture(), dark ? TimelineColors::dark().range : TimelineColors::light().range) >
          2000);
}

TEST_CASE("a frame of a million items costs less than five of ten thousand") {
    const auto frameTime = [](std::size_t n) {
        const tests::SampleCase sample = tests::sampleCase(n);
        const tests::TestFrame frame({1600, 400});
        auto* control = new TimelineCtrl(frame.get());
        tests::fillTimeline(*control, sample);
        frame.fill(control);
        control->picture();
        std::vector<double> times;
        for (int i = 0; i < 15; ++i) {
            control->goTo(sample.milestones[1].timeMs + i * 3'600'000);
            const auto begin = std::chrono::steady_clock::now();
            control->picture();
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            times.push_back(took.count());
        }
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    };
    const double small = frameTime(10'000);
    const double large = frameTime(1'000'000);
    WARN("frame: 10 000 items " << small << " ms, 1 000 000 items " << large << " ms, ratio "
                                << large / small);
    CHECK(large < 5 * small);
}
