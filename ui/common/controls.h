// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small pieces that look the same in every window: titles, muted lines, notice boxes, wrapped text.
// Sizes are dip; none of them holds data.

#include "ui/common/theme.h"

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace ui::common {

inline constexpr int kGap = 8;
inline constexpr int kGroupGap = 16;
inline constexpr int kMargin = 16;
inline constexpr int kDialogMargin = 24;

wxStaticText* makeText(wxWindow* parent, const wxString& text, TextStyle style = TextStyle::Body,
                       Color role = Color::Text);
inline wxStaticText* makeMuted(wxWindow* parent, const wxString& text, TextStyle style = TextStyle::Small) {
    return makeText(parent, text, style, Color::Muted);
}

// Makes a dialog taller where what it holds has come to need it, as far as the screen goes. Other windows
// stay.
void growToFit(wxWindow* dialog);

// A text that breaks into as many lines as its width needs, whenever its parent is laid out.
class WrappedText : public wxStaticText {
public:
    WrappedText(wxWindow* parent, const wxString& text, TextStyle style = TextStyle::Body,
                Color role = Color::Text);
    void setText(const wxString& text);

private:
    void wrapTo(int width);
    wxString text_;
    int wrappedAt_ = 0;
};

// A box in the notice colour with a thin border; put controls into sizer().
class NoticeBox : public wxPanel {
public:
    explicit NoticeBox(wxWindow* parent, int marginDip = kMargin);
    wxBoxSizer* content() const { return content_; }

private:
    wxBoxSizer* content_;
};

// A horizontal or vertical line of 1 dip.
wxWindow* makeLine(wxWindow* parent, wxOrientation direction = wxHORIZONTAL);

// Name for screen readers: SetName and, for native controls, the description by tooltip is left as it is.
template <typename Control>
Control* named(Control* control, const wxString& name) {
    control->SetName(name);
    return control;
}

} // namespace ui::common
