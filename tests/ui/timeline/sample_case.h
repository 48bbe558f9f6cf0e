// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Invented cases of any size for the tests of the timeline, the same on each run.

#include "core/timeline/timeline_index.h"
#include "ui/timeline/timeline_ctrl.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace tests {

struct SampleCase {
    std::shared_ptr<const core::timeline::TimelineIndex> index;
    std::vector<core::timeline::Milestone> milestones;
};

// Half a year of `n` items over the lanes, some incidents (imprecise and lasting ones), five chats without a
// date.
SampleCase sampleCase(std::size_t n);

// A control with that case in a frame, with texts for all entries.
void fillTimeline(ui::timeline::TimelineCtrl& control, const SampleCase& sample,
                  const ui::timeline::TimelineColors& colors = ui::timeline::TimelineColors::light());

} // namespace tests
