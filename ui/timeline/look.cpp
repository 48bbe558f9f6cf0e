// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/look.h"

#include "ui/timeline/words.h"

#include <algorithm>

#include <wx/dcclient.h>
#include <wx/window.h>

namespace ui::timeline {

namespace {

int widthOf(const wxWindow& window, const wxFont& font, const wxString& text) {
    int width = 0;
    int height = 0;
    window.GetTextExtent(text, &width, &height, nullptr, nullptr, &font);
    return width;
}

int heightOf(const wxWindow& window, const wxFont& font) {
    int width = 0;
    int height = 0;
    window.GetTextExtent("Ag", &width, &height, nullptr, nullptr, &font);
    return height;
}

core::timeline::Metrics scaledMetrics(const wxWindow& window, int smallHeight, int bodyHeight) {
    const auto px = [&](int dip) { return window.FromDIP(dip); };
    core::timeline::Metrics m;
    m.laneHeight = std::max(px(40), bodyHeight + smallHeight + px(6)); // two lines, and cards with two
    m.incidentHeight = m.laneHeight + std::max(px(16), smallHeight + px(2));
    m.barStep = 0.875 * px(4);
    m.barMin = px(2);
    m.barMax = px(32);
    m.barBottom = px(4);
    m.mark = px(8);
    m.box = std::max(px(16), smallHeight + px(1));
    m.boxMin = std::max(px(14), widthOf(window, window.GetFont(), "0") + px(6));
    m.spanHeight = m.box + px(4);
    m.labelRoom = px(90);
    m.labelGap = px(6);
    m.tickLabel = std::max(px(70), widthOf(window, window.GetFont(), "00.00.00") + px(12));
    m.flagPad = px(8);
    m.cardAir = px(2);
    m.cardLow = 2 * smallHeight + px(2);
    m.cardHigh = 3 * smallHeight + px(6);
    m.cardLeast = std::max(px(90), widthOf(window, window.GetFont(), "0") * 11);
    m.cardMost = m.cardLeast * 7 / 3;
    m.cardStem = px(8);
    return m;
}

} // namespace

void Look::update(wxWindow& window, bool hasFlags, bool hasShelf, const wxString& wholeRange) {
    const auto px = [&](int dip) { return window.FromDIP(dip); };
    body = window.GetFont();
    strong = body.Bold();
    small = body.Scaled(0.88F);
    smallStrong = small.Bold();
    bodyHeight = heightOf(window, body);
    smallHeight = heightOf(window, small);
    metrics = scaledMetrics(window, smallHeight, bodyHeight);
    handleWidth = px(7);
    pad = px(8);
    icon = px(16);
    hatchStep = px(6);
    thick = px(2);
    thin = px(1);
    int names = 0;
    for (const core::timeline::Lane lane : core::timeline::kAllLanes)
        names = std::max(names, widthOf(window, strong, laneName(lane)));
    const int wholeCase =
        std::max(widthOf(window, body, wholeCaseName()), widthOf(window, small, wholeRange));
    headWidth = std::max({px(104), pad + icon + pad + names + pad, pad + wholeCase + 2 * handleWidth});
    shelfWidth = 0;
    if (hasShelf) {
        shelfWidth = px(48);
        for (const wxString& line : shelfHeading())
            shelfWidth = std::max(shelfWidth, widthOf(window, small, line) + 2 * pad);
    }
    flagRow = hasFlags ? smallHeight + px(10) : 0;
    rulerRow = smallHeight + px(5);
    overviewPad = px(8);
    overviewHeight = px(40) + 2 * overviewPad;
    handleHeight = px(16);
}

Areas areasOf(const Look& look, const wxSize& client) {
    Areas areas;
    areas.width = client.x;
    areas.height = client.y;
    areas.axisLeft = look.headWidth + look.shelfWidth;
    areas.rulerHeight = look.flagsHeight() + 2 * look.rulerRow;
    const int axis = std::max(client.x - areas.axisLeft, 1);
    const int overviewTop = std::max(client.y - look.overviewHeight, areas.rulerHeight);
    areas.ruler = {areas.axisLeft, 0, axis, areas.rulerHeight};
    areas.lanes = {areas.axisLeft, areas.rulerHeight, axis, std::max(overviewTop - areas.rulerHeight, 0)};
    areas.overview = {areas.axisLeft, overviewTop, axis, look.overviewHeight};
    return areas;
}

bool haveRoom(const Look& look, const Areas& areas, std::size_t lanes, bool incidents) {
    const core::timeline::Metrics& m = look.metrics;
    const int extraOfIncidents = incidents ? m.incidentHeight - m.laneHeight : 0;
    return static_cast<int>(lanes) * m.laneHeight + extraOfIncidents <= areas.lanes.height;
}

core::timeline::Metrics stretched(const Look& look, const Areas& areas, std::size_t lanes, bool incidents) {
    core::timeline::Metrics m = look.metrics;
    if (lanes == 0) return m;
    const int extraOfIncidents = m.incidentHeight - m.laneHeight;
    const int available = areas.lanes.height - (incidents ? extraOfIncidents : 0);
    const int height =
        std::clamp(available / static_cast<int>(lanes), m.spanHeight + look.pad / 2, 2 * m.laneHeight);
    m.barMax += height - m.laneHeight;
    m.laneHeight = height;
    m.incidentHeight = height + extraOfIncidents;
    return m;
}

} // namespace ui::timeline
