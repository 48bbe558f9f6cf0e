// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The timeline as a control: ruler, lanes, shelf of the undated and the overview strip, painted from
// core/timeline, driven by mouse and keys. Main thread only. It changes nothing in the case: it reports what
// was chosen, and the shell acts.

#include "core/base/date_format.h"
#include "core/timeline/timeline_index.h"
#include "ui/timeline/timeline_colors.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <wx/bmpbndl.h>
#include <wx/control.h>

namespace ui::timeline {

// What is said about one entry, in the language of the window.
struct EntryText {
    wxString time; // with its precision: "5 Mar 2024 14:05", "approx. March 2024"
    wxString who;  // "from Anna"; may be empty
    wxString line; // subject or first line; the label beside a mark
};

struct ViewSummary {
    core::timeline::TimeRange range;
    wxString rangeText;       // "1 Jan – 30 Jun 2024"
    wxString countText;       // "960 items in view · highest bar: 58 in one day"
    bool hasPictures = false; // cards of photos or films are in view
};

class CardPictures;

class TimelineCtrl : public wxControl {
public:
    using EntryRef = core::timeline::EntryRef;
    using Index = std::shared_ptr<const core::timeline::TimelineIndex>;

    explicit TimelineCtrl(wxWindow* parent, wxWindowID id = wxID_ANY);
    ~TimelineCtrl() override;

    void setColors(const TimelineColors& colors);
    void setLaneIcons(const std::array<wxBitmapBundle, core::timeline::kLanes>& icons); // in lane colours
    void setLanguage(core::base::Language language); // of dates and numbers; default Danish
    void setCaseZone(const std::string& zone);       // IANA; default Europe/Copenhagen
    // Texts of entries that are to be drawn or spoken, in the order asked for; called from paint and key
    // handlers, at most 200 at a time, and kept until the data changes. It must be quick (a few ms).
    void setTextSource(std::function<std::vector<EntryText>(const std::vector<EntryRef>&)> source);

    // Small pictures for the cards of photos and films; null, as at first: they are closed.
    void setPictures(std::shared_ptr<CardPictures> pictures);
    void picturesChanged(); // one more has come

    // The whole case; shows all of it the first time, and keeps the view afterwards.
    void setData(Index whole, std::vector<core::timeline::Milestone> milestones);
    // What the lanes show and the overview has in colour; nullptr = no filter.
    void setFilteredIndex(Index filtered);
    void setSelection(const std::vector<EntryRef>& entries); // calls nothing back; unknown ones are ignored
    void showEntry(const EntryRef& entry);                   // moves cursor and view there
    void setRange(std::optional<core::timeline::TimeRange> range); // calls nothing back

    void fitAll();
    void zoomIn(); // 2x around the cursor, as the keys do
    void zoomOut();
    void zoomTo(const core::timeline::TimeRange& range);
    void goTo(std::int64_t timeMs); // centres
    bool back();                    // in the history of views; false where there is none
    bool forward();
    void setSolo(std::optional<core::timeline::Lane> lane); // that lane alone; none = all

    core::timeline::TimeRange visibleRange() const;
    ViewSummary summary() const;
    std::optional<core::timeline::TimeRange> range() const; // chosen with mouse or Shift+arrows
    const std::vector<EntryRef>& selection() const;
    std::optional<EntryRef> cursorEntry() const; // none in an empty case or on the shelf
    wxString spokenText() const;                 // the accessible name as it stands

    // Called on the main thread, after the control has updated itself. Unset ones are skipped.
    std::function<void(const std::vector<EntryRef>&)> onSelect; // by the user; may be empty
    std::function<void(const EntryRef&)> onActivate;            // Enter or double click on an item
    std::function<void(const EntryRef&)> onCursor;              // the keys moved to this entry
    std::function<void(std::optional<core::timeline::TimeRange>)> onRange;
    std::function<void(const ViewSummary&)> onViewChanged;
    std::function<void(const wxPoint&)> onContextMenu; // client coordinates; the selection is set before

    // The control as it would be painted, for pictures and tests; without focus and cursor.
    wxBitmap picture();

private:
    struct Impl; // the parts: state, painters, input
    std::unique_ptr<Impl> impl_;

    wxSize DoGetBestClientSize() const override;
};

} // namespace ui::timeline
