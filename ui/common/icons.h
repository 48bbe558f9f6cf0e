// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Line icons of assets/icons as bitmaps in a theme colour. Never alone: a name stands beside each.

#include "core/model/item.h"
#include "ui/common/theme.h"

#include <wx/bmpbndl.h>

namespace ui::common {

enum class Icon {
    Sms,
    Call,
    Email,
    Chat,
    Photo,
    Video,
    Audio,
    Document,
    Note,
    Incident,
    Milestone,
    Create,
    Open,
    Sample,
    Undo,
    Redo,
    Attachment,
    Close,
};

Icon iconOf(core::model::ItemKind kind);

// An empty square of that size where the file is missing: a window without icons is better than none.
wxBitmapBundle icon(Icon icon, Color color, int dip = 16);
wxBitmapBundle kindIcon(core::model::ItemKind kind, int dip = 16); // in the kind's lane colour
// In a row that is selected: the dark colours of the light theme are not seen on the toolkit's blue.
wxBitmapBundle rowIcon(Icon icon, Color color, bool isSelected);

} // namespace ui::common
