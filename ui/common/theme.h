// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Colours by role, light and dark, and the few font sizes. The one place that knows a colour value.
// Not an observer: windows repaint on wxEVT_SYS_COLOUR_CHANGED after asking again.

#include "core/model/item.h"

#include <wx/colour.h>
#include <wx/font.h>

class wxWindow;

namespace ui::common {

enum class Color {
    Window, // frame, bars, lane heads
    Base,   // lists, lanes, panels
    Zebra,  // every other row
    Text,
    Muted, // secondary text, axis
    Selection,
    SelectionText,
    Accent, // focus, links, viewport frame
    Milestone,
    Notice, // message bar, hints
    NoticeLine,
    Line,  // separators
    Grid,  // lane lines
    Ghost, // the whole case behind a filter
    Incident,
    Sms,
    Call,
    Email,
    Chat,
    Photo,
    Document,
    Note,
    Heat0, // a heat map's six steps, from few to many
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
};

bool isDark(); // of the system theme, read again by refreshTheme()
void refreshTheme();
wxColour color(Color role);
Color laneColor(core::model::ItemKind kind);
wxColour heatText(int step); // on Heat0 + step

enum class TextStyle {
    Body,
    Strong,  // semibold body
    Small,   // 0.92
    Tiny,    // 0.85
    Section, // 1.15 semibold
    Title,   // 1.5 semibold
    Welcome, // 1.85 semibold
    Figure,  // 3.0
    Fixed,   // fixed pitch, for hashes
};
wxFont font(TextStyle style);

} // namespace ui::common
