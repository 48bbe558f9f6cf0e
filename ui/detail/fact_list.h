// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A page of facts: names at the left, values at the right, small lines below a value, buttons where one acts.
// Rebuilt for each item; it holds no data.

#include "ui/common/controls.h"

#include <functional>

#include <wx/scrolwin.h>

class wxFlexGridSizer;

namespace ui::detail {

class FactList : public wxScrolledWindow {
public:
    FactList(wxWindow* parent, const wxString& name);

    void begin(); // empties the page and holds back drawing
    void end();

    void addTitle(const wxString& text);
    void addLine(const wxString& text, common::TextStyle style = common::TextStyle::Body,
                 common::Color role = common::Color::Text);
    void addFact(const wxString& name, const wxString& value, const wxString& small = {});
    void addFact(const wxString& name, wxWindow* value, const wxString& small = {}); // value: child of this
    void addFixed(const wxString& name, const wxString& shown, const wxString& copied); // with "Copy"
    // A read-only text with a bar of that colour at its left; at most `maxLines` high, then it scrolls.
    void addContent(const wxString& name, const wxString& text, common::Color bar, int maxLines = 14);
    void addSeparator();
    void addGap(int dip = common::kGap);
    void addWindow(wxWindow* window);
    wxWindow* addLink(const wxString& name, const wxString& label, std::function<void()> act,
                      const wxString& small = {});

private:
    wxFlexGridSizer* grid();

    wxBoxSizer* all_;
    wxFlexGridSizer* grid_ = nullptr;
};

} // namespace ui::detail
