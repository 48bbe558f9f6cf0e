// SPDX-License-Identifier: GPL-3.0-or-later
// The cards beside marks: what an entry says in two or three lines, and its small picture where it has one.
#include "ui/timeline/scene.h"

#include <wx/control.h>
#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::Card;
using core::timeline::Lane;

namespace {

// What is on it in words: who it is from and what it says; of a photo when it was taken, and its name.
void paintWords(wxDC& dc, const Scene& scene, const Card& card, const wxRect& room) {
    const Look& look = scene.look;
    const EntryText& text = scene.texts.text(scene.shown.entryAt(card.lane, card.position));
    const bool isPhoto = card.pictureWidth > 0;
    const wxString& head = isPhoto ? text.time : text.who;
    const auto most = static_cast<std::size_t>(std::clamp(room.height / look.smallHeight, 1, 3));
    std::vector<wxString> lines;
    if (!head.empty())
        lines = scene.texts.lines(dc, isPhoto ? look.small : look.smallStrong, head, room.width,
                                  isPhoto ? most - 1 : 1);
    const std::size_t heads = lines.size();
    for (const wxString& line : scene.texts.lines(dc, look.small, text.line, room.width, most - heads))
        lines.push_back(line);
    int y = room.y + (room.height - static_cast<int>(lines.size()) * look.smallHeight) / 2;
    for (std::size_t i = 0; i < lines.size(); ++i, y += look.smallHeight) {
        dc.SetFont(i < heads && !isPhoto ? look.smallStrong : look.small);
        dc.SetTextForeground(isPhoto && i >= heads ? look.colors.muted : look.colors.text);
        dc.DrawText(lines[i], room.x, y);
    }
}

// Grey until it has come, and with the lane's icon while pictures are closed.
void paintPicture(wxDC& dc, const Scene& scene, const Card& card, const wxRect& room) {
    const Look& look = scene.look;
    const core::timeline::EntryRef entry = scene.shown.entryAt(card.lane, card.position);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.grid);
    dc.DrawRectangle(room);
    if (const wxImage* image = scene.pictures != nullptr ? scene.pictures->find(entry) : nullptr) {
        const wxBitmap& bitmap =
            scene.fitted.fitted(entry, *image, room.GetSize(), scene.window.GetContentScaleFactor());
        const wxSize size = bitmap.GetLogicalSize();
        dc.DrawBitmap(bitmap, room.x + (room.width - size.x) / 2, room.y + (room.height - size.y) / 2);
        return;
    }
    const wxBitmapBundle& icon = look.icons[core::timeline::indexOf(card.lane)];
    if (icon.IsOk())
        dc.DrawBitmap(icon.GetBitmapFor(&scene.window), room.x + (room.width - look.icon) / 2,
                      room.y + (room.height - look.icon) / 2, true);
}

void paintCard(wxDC& dc, const Scene& scene, const Card& card) {
    const Look& look = scene.look;
    const wxColour& colour = look.colors.lane(card.lane);
    wxRect box(scene.axisX(card.rect.x), scene.laneY(card.rect.y), card.rect.width, card.rect.height);
    dc.SetPen(wxPen(look.colors.line, look.thin));
    dc.SetBrush(look.colors.window);
    dc.DrawRectangle(box);
    // The edge towards the mark, and the stem to it: that is where the time is.
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(colour);
    dc.DrawRectangle(card.left ? box.GetRight() + 1 - look.thick : box.x, box.y, look.thick, box.height);
    dc.DrawRectangle(scene.axisX(card.stemX), scene.laneY(card.stemY) - look.thin / 2, card.stemWidth,
                     look.thin);
    box.Deflate(look.thin);
    const int edge = look.thick - look.thin;
    box.width -= edge;
    if (!card.left) box.x += edge;
    if (card.pictureWidth > 0) {
        const int width = std::min(card.pictureWidth, box.width);
        paintPicture(dc, scene, card, {box.x, box.y, width, box.height});
        box.x += width;
        box.width -= width;
    }
    box.Deflate(look.pad / 2, 0);
    if (box.width < look.metrics.cardLeast / 2) return; // the picture alone
    const wxDCClipper clip(dc, box);
    paintWords(dc, scene, card, box);
}

} // namespace

std::vector<core::timeline::EntryRef> pictureCards(const core::timeline::Layout& layout,
                                                   const core::timeline::TimelineIndex& shown) {
    std::vector<core::timeline::EntryRef> entries;
    for (const Card& card : layout.cards)
        if (card.pictureWidth > 0) entries.push_back(shown.entryAt(card.lane, card.position));
    return entries;
}

void paintCards(wxDC& dc, const Scene& scene) {
    std::vector<core::timeline::EntryRef> wanted;
    for (const Card& card : scene.layout.cards)
        wanted.push_back(scene.shown.entryAt(card.lane, card.position));
    scene.texts.fetch(wanted);
    for (const Card& card : scene.layout.cards) paintCard(dc, scene, card);
}

} // namespace ui::timeline
