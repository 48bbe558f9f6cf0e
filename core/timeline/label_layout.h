// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where words go: labels right of marks, cards, titles below incidents, milestone flags. Used by build()
// alone.

#include "core/timeline/layout.h"

namespace core::timeline {

// Flags first: titles of incidents must not cross a milestone's line.
void layoutFlags(const LayoutInput& input, Layout& layout);
void layoutTitles(const LayoutInput& input, Layout& layout);
void layoutLabels(const LayoutInput& input, Layout& layout);
void layoutCards(const LayoutInput& input, Layout& layout);

int nextLine(const Layout& layout, int x); // of a milestone, right of x; far away where there is none

} // namespace core::timeline
