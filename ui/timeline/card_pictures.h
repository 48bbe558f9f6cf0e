// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the small pictures on cards come from, and those that fit their cards, kept while they are in view.
// Not reading or decoding: whoever has the case does that, on a worker. Main thread.

#include "core/timeline/entry.h"

#include <map>
#include <vector>

#include <wx/bitmap.h>
#include <wx/image.h>

namespace ui::timeline {

// Pictures are closed until she opens them, small ones too: a control has none of these until then.
class CardPictures {
public:
    using EntryRef = core::timeline::EntryRef;

    virtual ~CardPictures() = default;
    // What is seen now, from left to right, in place of all that was asked for before; each time it is
    // painted. No side need be longer than that many pixels.
    virtual void want(const std::vector<EntryRef>& entries, int longest) = 0;
    // Null where there is none, or not yet.
    virtual const wxImage* find(const EntryRef& entry) const = 0;
};

class FittedPictures {
public:
    // Into that room (device-independent), never enlarged; made once for as long as the room stays the same.
    const wxBitmap& fitted(const core::timeline::EntryRef& entry, const wxImage& image, const wxSize& room,
                           double scale);
    void forget() { bitmaps_.clear(); }

private:
    std::map<core::timeline::EntryRef, wxBitmap> bitmaps_;
    wxSize room_;
    double scale_ = 0;
};

} // namespace ui::timeline
