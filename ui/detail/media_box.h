// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What cannot be shown as text or as a picture: a sound, a video, a document. Says what it is, how long and
// how big. It plays nothing: a player would need the decrypted bytes in a file.

#include "core/model/item.h"

#include <cstdint>
#include <string>

#include <wx/panel.h>

namespace ui::detail {

struct MediaFacts {
    core::model::ItemKind kind = core::model::ItemKind::Document;
    std::int64_t seconds = 0; // 0: not known
    std::uint64_t bytes = 0;
    wxString name; // of the file
};

wxPanel* makeMediaBox(wxWindow* parent, const MediaFacts& facts);

// "Video · 2:05 · 12 MB"
wxString mediaLine(const MediaFacts& facts);
core::model::ItemKind kindOfType(const std::string& mimeType); // Document where it is nothing else

} // namespace ui::detail
