// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A box for what is not known exactly: outline and lines at 45 degrees. Drawn as lines, because a hatched
// brush looks different on each platform.

#include "ui/timeline/look.h"

class wxDC;

namespace ui::timeline {

void paintHatch(wxDC& dc, const Look& look, const wxRect& box, const wxColour& colour);

} // namespace ui::timeline
