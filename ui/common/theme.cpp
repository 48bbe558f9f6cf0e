// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <array>
#include <cstddef>

#include <wx/settings.h>

namespace ui::common {
namespace {

struct Pair {
    unsigned light, dark; // 0xRRGGBB
};

// In the order of Color. Contrast of each text and lane colour is at least 4.5:1 on Base and Window.
constexpr std::array<Pair, 28> kTable{{
    {0xF4F4F2, 0x2D2F31}, {0xFFFFFF, 0x232527}, {0xF7F7F5, 0x282A2D}, {0x1F2326, 0xE8E9EA},
    {0x5A6168, 0xAAB0B6}, {0x2F6591, 0x35618A}, {0xFFFFFF, 0xFFFFFF}, {0x2A6496, 0x8DBBE3},
    {0x3A4046, 0xD5D8DB}, {0xEEF1EC, 0x303632}, {0xC7CCC3, 0x4A534C}, {0xD5D6D2, 0x45484B},
    {0xE6E7E4, 0x34373A}, {0xC9CCCB, 0x565A5E}, {0x4C559E, 0xA3ABEA}, {0xA0621A, 0xDDA260},
    {0x68707A, 0xA9B0B9}, {0x2A72AD, 0x79B4E4}, {0x1B7F66, 0x5CC3A6}, {0x96588A, 0xD59AC8},
    {0x7A6A1C, 0xCDBB63}, {0x6F5BA8, 0xB7A6E6}, {0xF4F4F2, 0x2D2F31}, {0xDCE5ED, 0x2F4050},
    {0xB4CADC, 0x365570}, {0x7FA5C4, 0x406C90}, {0x44759F, 0x86B4D8}, {0x1F4A70, 0xCBE3F5},
}};

bool& darkFlag() {
    static bool dark = wxSystemSettings::GetAppearance().IsDark();
    return dark;
}

wxColour fromHex(unsigned rgb) {
    return {static_cast<unsigned char>(rgb >> 16), static_cast<unsigned char>(rgb >> 8 & 0xFF),
            static_cast<unsigned char>(rgb & 0xFF)};
}

double scaleOf(TextStyle style) {
    switch (style) {
    case TextStyle::Small:
        return 0.92;
    case TextStyle::Tiny:
        return 0.85;
    case TextStyle::Section:
        return 1.15;
    case TextStyle::Title:
        return 1.5;
    case TextStyle::Welcome:
        return 1.85;
    case TextStyle::Figure:
        return 3.0;
    default:
        return 1.0;
    }
}

} // namespace

bool isDark() { return darkFlag(); }
void refreshTheme() { darkFlag() = wxSystemSettings::GetAppearance().IsDark(); }

wxColour color(Color role) {
    // What native controls paint themselves must be asked for, or painted areas beside them would not match.
    switch (role) {
    case Color::Window:
        return wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE);
    case Color::Base:
        return wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX);
    case Color::Text:
        return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    default:
        break;
    }
    const Pair& pair = kTable.at(static_cast<std::size_t>(role));
    return fromHex(isDark() ? pair.dark : pair.light);
}

Color laneColor(core::model::ItemKind kind) {
    using core::model::ItemKind;
    switch (kind) {
    case ItemKind::Sms:
    case ItemKind::Mms:
        return Color::Sms;
    case ItemKind::Call:
        return Color::Call;
    case ItemKind::Email:
        return Color::Email;
    case ItemKind::Chat:
        return Color::Chat;
    case ItemKind::Photo:
    case ItemKind::Video:
        return Color::Photo;
    case ItemKind::Audio:
    case ItemKind::Document:
        return Color::Document;
    case ItemKind::Note:
    case ItemKind::Notice:
        return Color::Note;
    }
    return Color::Document;
}

wxColour heatText(int step) {
    if (isDark()) return step >= 4 ? fromHex(0x1F2326) : fromHex(0xFFFFFF);
    return step >= 4 ? fromHex(0xFFFFFF) : fromHex(0x1F2326);
}

wxFont font(TextStyle style) {
    wxFont base = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    if (style == TextStyle::Fixed) {
        base.SetFamily(wxFONTFAMILY_TELETYPE);
        base.SetFaceName("monospace");
        return base.Scaled(0.92F);
    }
    wxFont out = base.Scaled(static_cast<float>(scaleOf(style)));
    switch (style) {
    case TextStyle::Strong:
    case TextStyle::Section:
    case TextStyle::Title:
    case TextStyle::Welcome:
        out.SetNumericWeight(wxFONTWEIGHT_SEMIBOLD);
        break;
    default:
        break;
    }
    return out;
}

} // namespace ui::common
