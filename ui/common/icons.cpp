// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/settings.h"

#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace ui::common {
namespace {

// In the order of Icon.
constexpr std::array<const char*, 18> kFiles{"sms",   "call",     "email", "chat",     "photo",      "video",
                                             "audio", "document", "note",  "incident", "milestone",  "create",
                                             "open",  "sample",   "undo",  "redo",     "attachment", "close"};

const std::string& svgText(Icon icon) {
    static std::map<Icon, std::string> cache;
    const auto found = cache.find(icon);
    if (found != cache.end()) return found->second;
    const auto file =
        assetsFolder() / "icons" / (std::string(kFiles.at(static_cast<std::size_t>(icon))) + ".svg");
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return cache.emplace(icon, std::move(text)).first->second;
}

} // namespace

Icon iconOf(core::model::ItemKind kind) {
    using core::model::ItemKind;
    switch (kind) {
    case ItemKind::Sms:
    case ItemKind::Mms:
        return Icon::Sms;
    case ItemKind::Call:
        return Icon::Call;
    case ItemKind::Email:
        return Icon::Email;
    case ItemKind::Chat:
    case ItemKind::Notice:
        return Icon::Chat;
    case ItemKind::Photo:
        return Icon::Photo;
    case ItemKind::Video:
        return Icon::Video;
    case ItemKind::Audio:
        return Icon::Audio;
    case ItemKind::Document:
        return Icon::Document;
    case ItemKind::Note:
        return Icon::Note;
    }
    return Icon::Document;
}

wxBitmapBundle icon(Icon icon, Color role, int dip) {
    std::string text = svgText(icon);
    const wxSize size(dip, dip);
    if (text.empty()) {
        wxImage empty(size);
        empty.InitAlpha();
        return {wxBitmap(empty)};
    }
    const std::string hex = color(role).GetAsString(wxC2S_HTML_SYNTAX).ToStdString();
    for (std::size_t at = text.find("#000000"); at != std::string::npos; at = text.find("#000000", at + 7))
        text.replace(at, 7, hex);
    return wxBitmapBundle::FromSVG(text.c_str(), size);
}

wxBitmapBundle rowIcon(Icon which, Color color, bool isSelected) {
    return icon(which, isSelected && !isDark() ? Color::Base : color);
}

wxBitmapBundle kindIcon(core::model::ItemKind kind, int dip) {
    return icon(iconOf(kind), laneColor(kind), dip);
}

} // namespace ui::common
