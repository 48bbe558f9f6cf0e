// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_action.h"

#include "ui/common/command_ids.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace ui::shell {

using common::Color;
using common::TextStyle;

WelcomeAction::WelcomeAction(wxWindow* parent, int command, common::Icon icon, const wxString& title,
                             const wxString& line, const wxString& key)
    : wxControl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS),
      command_(command), icon_(icon), title_(title), line_(line), key_(key) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetName(title + ". " + line);
    SetCursor(wxCursor(wxCURSOR_HAND));
    Bind(wxEVT_PAINT, &WelcomeAction::OnPaint, this);
    Bind(wxEVT_KEY_DOWN, &WelcomeAction::OnKey, this);
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        if (GetClientRect().Contains(event.GetPosition())) press();
    });
    const auto repaint = [this](auto& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, repaint);
    Bind(wxEVT_KILL_FOCUS, repaint);
    Bind(wxEVT_ENTER_WINDOW, [this](wxMouseEvent& event) {
        event.Skip();
        hover_ = true;
        Refresh();
    });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        event.Skip();
        hover_ = false;
        Refresh();
    });
}

void WelcomeAction::press() { common::sendCommand(this, command_); }

void WelcomeAction::OnKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        CallAfter([this] { press(); });
        break;
    case WXK_TAB:
        HandleAsNavigationKey(event);
        break;
    case WXK_DOWN:
        Navigate(wxNavigationKeyEvent::IsForward);
        break;
    case WXK_UP:
        Navigate(wxNavigationKeyEvent::IsBackward);
        break;
    default:
        event.Skip();
    }
}

wxSize WelcomeAction::DoGetBestClientSize() const {
    wxClientDC dc(const_cast<WelcomeAction*>(this));
    dc.SetFont(common::font(TextStyle::Section));
    const int height = dc.GetCharHeight() + GetCharHeight() + FromDIP(16 + 16 + 6);
    return {FromDIP(520), std::max(height, FromDIP(80))};
}

void WelcomeAction::OnPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(common::color(Color::Window));
    dc.Clear();
    const wxSize size = GetClientSize();
    const bool focused = HasFocus();
    if (const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc)); gc) {
        const double line = FromDIP(focused ? 2 : 1);
        gc->SetPen(gc->CreatePen(
            wxGraphicsPenInfo(common::color(focused || hover_ ? Color::Accent : Color::Line), line)));
        gc->SetBrush(common::color(Color::Base));
        gc->DrawRoundedRectangle(line / 2, line / 2, size.x - line, size.y - line, FromDIP(4));
    }
    const int left = FromDIP(80);
    const int dip = 32;
    const wxBitmap bitmap = common::icon(icon_, Color::Accent, dip).GetBitmapFor(this);
    dc.DrawBitmap(bitmap, FromDIP(24), (size.y - FromDIP(dip)) / 2, true);
    dc.SetFont(common::font(TextStyle::Section));
    const int titleHeight = dc.GetCharHeight();
    const int top = (size.y - titleHeight - GetCharHeight() - FromDIP(6)) / 2;
    dc.SetTextForeground(common::color(Color::Text));
    dc.DrawText(title_, left, top);
    dc.SetTextForeground(common::color(Color::Muted));
    dc.SetFont(common::font(TextStyle::Small));
    if (!key_.empty()) dc.DrawText(key_, size.x - FromDIP(24) - dc.GetTextExtent(key_).x, top + FromDIP(2));
    dc.SetFont(common::font(TextStyle::Body));
    dc.DrawText(line_, left, top + titleHeight + FromDIP(6));
}

} // namespace ui::shell
