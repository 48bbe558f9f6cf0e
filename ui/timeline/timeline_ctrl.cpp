// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_ctrl.h"

#include "ui/access/accessible.h"
#include "ui/timeline/timeline_impl.h"

#include <wx/dcmemory.h>
#include <wx/settings.h>

namespace ui::timeline {

using core::timeline::TimelineIndex;
using core::timeline::TimeRange;
using core::timeline::TimeScale;

TimelineCtrl::Impl::Impl(TimelineCtrl& control)
    : owner(control), whole(std::make_shared<TimelineIndex>()), filtered(whole) {
    look.colors =
        wxSystemSettings::GetAppearance().IsDark() ? TimelineColors::dark() : TimelineColors::light();
    settled.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { rememberView(); });
}

TimelineCtrl::TimelineCtrl(wxWindow* parent, wxWindowID id)
    : wxControl(parent, id, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS),
      impl_(std::make_unique<Impl>(*this)) {
    impl_->bindPaint();
    impl_->bindKeys();
    impl_->bindMouse();
    access::describe(*this, access::Role::Chart, timelineName(0, impl_->tongue), timelineHelp());
}

TimelineCtrl::~TimelineCtrl() = default;

void TimelineCtrl::setColors(const TimelineColors& colors) {
    impl_->look.colors = colors;
    impl_->lookStale = true; // the font may have come with the theme
    impl_->changed();
}

void TimelineCtrl::setLaneIcons(const std::array<wxBitmapBundle, core::timeline::kLanes>& icons) {
    impl_->look.icons = icons;
    impl_->repaint();
}

void TimelineCtrl::setLanguage(core::base::Language language) {
    impl_->tongue.language = language;
    impl_->lookStale = true;
    impl_->changed();
    impl_->speak();
}

void TimelineCtrl::setCaseZone(const std::string& zone) {
    impl_->tongue.zone = zone;
    impl_->texts.forgetTexts();
    impl_->overviewStale = true;
    impl_->changed();
    impl_->speak();
}

void TimelineCtrl::setTextSource(std::function<std::vector<EntryText>(const std::vector<EntryRef>&)> source) {
    impl_->texts.setSource(std::move(source));
    impl_->changed();
}

void TimelineCtrl::setPictures(std::shared_ptr<CardPictures> pictures) {
    impl_->pictures = std::move(pictures);
    impl_->fitted.forget();
    impl_->repaint();
}

void TimelineCtrl::picturesChanged() { impl_->repaint(); }

void TimelineCtrl::setData(Index whole, std::vector<core::timeline::Milestone> milestones) {
    impl_->whole = whole ? std::move(whole) : std::make_shared<TimelineIndex>();
    impl_->milestones = std::move(milestones);
    impl_->lookStale = true; // the shelf and the flags come and go with the data
    setFilteredIndex(nullptr);
}

void TimelineCtrl::setFilteredIndex(Index filtered) {
    impl_->filtered = filtered ? std::move(filtered) : impl_->whole;
    impl_->texts.forgetTexts();
    impl_->overviewStale = true;
    impl_->changed();
    impl_->placeSelection();
    impl_->placeCursor();
    if (onViewChanged) onViewChanged(summary());
}

void TimelineCtrl::setSelection(const std::vector<EntryRef>& entries) { impl_->select(entries, false); }

void TimelineCtrl::showEntry(const EntryRef& entry) {
    const auto place = impl_->shown().find(entry);
    if (!place) return;
    impl_->cursor = core::timeline::Cursor{place->lane, place->position, false};
    impl_->followCursor();
    impl_->speak();
    Refresh();
}

void TimelineCtrl::setRange(std::optional<TimeRange> range) { impl_->setRange(range, false); }

void TimelineCtrl::fitAll() { impl_->fitAll(); }
void TimelineCtrl::zoomIn() { impl_->zoomAround(impl_->cursorX(), 2); }
void TimelineCtrl::zoomOut() { impl_->zoomAround(impl_->cursorX(), 0.5); }
void TimelineCtrl::zoomTo(const TimeRange& range) { impl_->zoomTo(range, false); }

void TimelineCtrl::goTo(std::int64_t timeMs) {
    impl_->ensureLayout();
    impl_->setScale(impl_->scale.movedBy(impl_->scale.toX(timeMs) - impl_->axisWidth() / 2.0));
}

bool TimelineCtrl::back() {
    // A view that has not yet come to rest is one to come back to as well.
    impl_->rememberView();
    const auto view = impl_->history.back();
    if (view) impl_->zoomTo(*view, false);
    return view.has_value();
}

bool TimelineCtrl::forward() {
    const auto view = impl_->history.forward();
    if (view) impl_->zoomTo(*view, false);
    return view.has_value();
}

void TimelineCtrl::setSolo(std::optional<core::timeline::Lane> lane) {
    impl_->solo = lane;
    impl_->changed();
    if (impl_->cursor && lane && impl_->cursor->lane != *lane) {
        impl_->cursorEntry.reset();
        impl_->placeCursor();
    }
    if (onViewChanged) onViewChanged(summary());
}

TimeRange TimelineCtrl::visibleRange() const {
    impl_->ensureLayout();
    return impl_->scale.range(impl_->axisWidth());
}

ViewSummary TimelineCtrl::summary() const {
    const TimeRange range = visibleRange();
    return {range, rangeText(range, impl_->tongue), countText(impl_->layout, impl_->tongue),
            !pictureCards(impl_->layout, impl_->shown()).empty()};
}

std::optional<TimeRange> TimelineCtrl::range() const { return impl_->range; }
const std::vector<TimelineCtrl::EntryRef>& TimelineCtrl::selection() const { return impl_->selection; }
std::optional<TimelineCtrl::EntryRef> TimelineCtrl::cursorEntry() const { return impl_->cursorEntry; }
wxString TimelineCtrl::spokenText() const { return impl_->spoken; }

wxBitmap TimelineCtrl::picture() {
    impl_->paintPicture();
    wxBitmap copy;
    copy.CreateWithDIPSize(GetClientSize(), GetContentScaleFactor());
    wxMemoryDC dc(copy);
    impl_->paint(dc);
    dc.SelectObject(wxNullBitmap);
    return copy;
}

wxSize TimelineCtrl::DoGetBestClientSize() const {
    impl_->ensureLayout();
    const Look& look = impl_->look;
    const int lanes = static_cast<int>(impl_->lanes().size());
    const int lower = look.metrics.incidentHeight - look.metrics.laneHeight;
    return {FromDIP(640),
            impl_->areas.rulerHeight + lanes * look.metrics.laneHeight + lower + look.overviewHeight};
}

} // namespace ui::timeline
