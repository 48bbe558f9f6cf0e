// SPDX-License-Identifier: GPL-3.0-or-later
// The view: which part of time is shown, and the layout made of it.
#include "core/base/clock.h"
#include "ui/timeline/timeline_impl.h"

#include <algorithm>

namespace ui::timeline {

using core::timeline::Lane;
using core::timeline::TimelineIndex;
using core::timeline::TimeRange;
using core::timeline::TimeScale;

namespace {
constexpr int kSettleMs = 500;
constexpr int kMostFlagRows = 3;

// What a case without a date shows: not 1970, of which nobody has spoken.
TimeRange lastWeek() {
    const std::int64_t now = core::base::Clock().nowMs();
    return {now - 7 * core::base::kDayMs, now};
}
} // namespace

void TimelineCtrl::Impl::changed() {
    layoutStale = pictureStale = true;
    owner.Refresh();
}

void TimelineCtrl::Impl::repaint() {
    pictureStale = true;
    owner.Refresh();
}

std::vector<Lane> TimelineCtrl::Impl::lanes() const {
    if (solo) return {*solo};
    const auto hasAny = [](const TimelineIndex& index, Lane lane) {
        const auto& column = index.lane(lane);
        return !column.start.empty() || !column.undated.empty();
    };
    std::vector<Lane> present;
    for (const Lane lane : core::timeline::kAllLanes)
        if (lane == Lane::Incident || hasAny(*whole, lane)) present.push_back(lane);
    // Lanes stay while a filter empties them, so that the picture does not jump. Where there is no room for
    // all, those that have something are what she looks for.
    if (!haveRoom(look, areas, present.size(), true) && filtered->datedCount() + filtered->undatedCount() > 0)
        std::erase_if(present, [&](Lane lane) { return !hasAny(*filtered, lane); });
    return present;
}

int TimelineCtrl::Impl::axisWidth() const { return areas.ruler.width; }

void TimelineCtrl::Impl::ensureLayout() {
    if (lookStale) {
        look.update(owner, !milestones.empty(), whole->undatedCount() > 0,
                    whole->range() ? shortRangeText(*whole->range(), tongue) : wxString());
        texts.forgetWidths();
        lookStale = false;
        layoutStale = overviewStale = pictureStale = true;
    }
    if (!layoutStale && !overviewStale) return;
    areas = areasOf(look, owner.GetClientSize());
    fitToWindow();
    if (overviewStale) chooseFlagRows();
    core::timeline::LayoutInput input = layoutInput();
    input.index = filtered.get();
    input.lanes = lanes();
    input.zone = tongue.zone;
    const bool hasIncidents = std::ranges::find(input.lanes, Lane::Incident) != input.lanes.end();
    input.metrics = stretched(look, areas, input.lanes.size(), hasIncidents);
    input.metrics.flagRows = look.flagRows;
    input.previous = levels;
    layout = build(input);
    levels = layout.levels();
    scrollY = std::clamp(scrollY, 0, std::max(layout.height - areas.lanes.height, 0));
    if (overviewStale)
        overview = layoutOverview(*whole, *filtered, tongue.zone, areas.overview.width,
                                  areas.overview.height - 2 * look.overviewPad - 2 * look.metrics.barBottom,
                                  look.metrics);
    layoutStale = overviewStale = false;
    hover = {}; // it pointed into the old layout
}

core::timeline::LayoutInput TimelineCtrl::Impl::layoutInput() {
    core::timeline::LayoutInput input;
    input.milestones = &milestones;
    input.scale = scale;
    input.width = axisWidth();
    input.metrics = look.metrics;
    input.labelWidth = [this](const std::string& text) { return texts.width(owner, look.small, text); };
    input.flagWidth = [this](const std::string& text) { return texts.width(owner, look.smallStrong, text); };
    return input;
}

// As many as the whole case needs, so that the lanes do not jump when the view changes.
void TimelineCtrl::Impl::chooseFlagRows() {
    if (axisWidth() < 2 || milestones.empty()) return;
    core::timeline::LayoutInput input = layoutInput();
    if (whole->range()) input.scale = TimeScale::fit(core::timeline::withAir(*whole->range()), input.width);
    look.flagRows = flagRowsNeeded(input, kMostFlagRows);
    areas = areasOf(look, owner.GetClientSize());
}

void TimelineCtrl::Impl::fitToWindow() {
    const int width = axisWidth();
    if (width < 2) return; // not yet laid out by its parent
    if (showsAll && whole->range()) {
        scale = TimeScale::fit(core::timeline::withAir(*whole->range()), width);
    } else if (showsAll && fittedWidth < 2) {
        scale = TimeScale::fit(lastWeek(), width);
    } else if (fittedWidth > 1 && fittedWidth != width) {
        scale = TimeScale::fit(scale.range(fittedWidth), width);
    }
    if (fittedWidth != width) settled.StartOnce(kSettleMs);
    fittedWidth = width;
}

Scene TimelineCtrl::Impl::scene() {
    return {owner,  look,  areas,          layout, overview, *filtered, milestones,
            tongue, texts, pictures.get(), fitted, range,    scrollY,   solo.has_value()};
}

core::timeline::CursorContext TimelineCtrl::Impl::context() {
    ensureLayout();
    shownLanes = lanes();
    return {*filtered, shownLanes, levels, layout.barStep, tongue.zone};
}

void TimelineCtrl::Impl::setScale(const TimeScale& to) {
    if (to == scale) return;
    scale = to;
    showsAll = false;
    changed();
    settled.StartOnce(kSettleMs);
    if (owner.onViewChanged) owner.onViewChanged(owner.summary());
}

void TimelineCtrl::Impl::zoomAround(double x, double factor) { setScale(scale.zoomedAround(x, factor)); }

void TimelineCtrl::Impl::zoomTo(const TimeRange& to, bool withSomeAir) {
    ensureLayout();
    setScale(TimeScale::fit(withSomeAir ? core::timeline::withAir(to) : to, axisWidth()));
}

void TimelineCtrl::Impl::fitAll() {
    if (!whole->range()) return;
    zoomTo(*whole->range(), true);
    showsAll = true;
}

double TimelineCtrl::Impl::cursorX() {
    ensureLayout();
    const double middle = axisWidth() / 2.0;
    if (!cursor || cursor->onShelf) return middle;
    const double x = scale.toX(shown().lane(cursor->lane).start[cursor->position]);
    return x >= 0 && x < axisWidth() ? x : middle;
}

void TimelineCtrl::Impl::scrollLanes(int px) {
    ensureLayout();
    const int before = scrollY;
    scrollY = std::clamp(scrollY + px, 0, std::max(layout.height - areas.lanes.height, 0));
    if (scrollY != before) repaint();
}

void TimelineCtrl::Impl::rememberView() { history.push(scale.range(axisWidth())); }

} // namespace ui::timeline
