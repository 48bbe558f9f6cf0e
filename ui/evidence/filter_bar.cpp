// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/filter_bar.h"

#include "ui/common/controls.h"
#include "ui/common/filter_label.h"
#include "ui/common/labels.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>
#include <wx/wupdlock.h>

namespace ui::evidence {

FilterBar::FilterBar(wxWindow* parent, common::CaseView& view)
    : wxPanel(parent), view_(view), chips_(new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS)),
      count_(common::makeText(this, wxEmptyString)) {
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(chips_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(common::kMargin)));
    sizer->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(common::kMargin)));
    SetSizer(sizer);
    SetMinSize(FromDIP(wxSize(-1, 40)));
    filter_ = view_.filterChanged.add([this] { CallAfter([this] { showChips(); }); });
    data_ = view_.dataChanged.add([this] { CallAfter([this] { showChips(); }); });
    loading_ = view_.loadingChanged.add([this] { showCount(); });
    showChips();
}

void FilterBar::addChip(const wxString& label, common::ViewFilter without) {
    const wxString text = label + wxString::FromUTF8("  ×");
    auto* chip = new wxButton(this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    chip->SetLabelText(text);
    chip->SetFont(common::font(common::TextStyle::Small));
    chip->SetName(wxString::Format(_("Take away the filter %s"), label));
    chip->SetToolTip(_("Take this filter away"));
    chip->Bind(wxEVT_BUTTON, [this, without](wxCommandEvent&) { view_.setFilter(without); });
    chip->Bind(wxEVT_KEY_DOWN, [this, without](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE || event.GetKeyCode() == WXK_BACK)
            view_.setFilter(without);
        else
            event.Skip();
    });
    chips_->Add(chip, wxSizerFlags().CenterVertical().Border(wxRIGHT | wxTOP | wxBOTTOM, FromDIP(4)));
}

void FilterBar::showChips() {
    const wxWindowUpdateLocker locker(this);
    chips_->Clear(true);
    const common::ViewFilter& filter = view_.filter();
    if (filter.isEmpty()) {
        chips_->Add(common::makeMuted(this, _("No filter: the whole case is shown.")),
                    wxSizerFlags().CenterVertical().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    }
    if (filter.onlyIncidents) {
        common::ViewFilter without = filter;
        without.onlyIncidents = false;
        addChip(_("Kind: Incident"), without);
    }
    for (const auto& part : common::filterParts(filter.items, view_.session().reader())) {
        common::ViewFilter without = filter;
        without.items = part.without;
        addChip(part.label, without);
    }
    if (!filter.isEmpty()) {
        auto* clear = new wxButton(this, wxID_ANY, _("Clear filters"), wxDefaultPosition, wxDefaultSize,
                                   wxBU_EXACTFIT | wxBORDER_NONE);
        clear->SetFont(common::font(common::TextStyle::Small));
        clear->SetForegroundColour(common::color(common::Color::Accent));
        clear->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { view_.setFilter({}); });
        chips_->Add(clear, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
    }
    showCount();
    GetParent()->Layout(); // the chips may need another line
}

void FilterBar::showCount() {
    const auto& data = view_.data();
    wxString text;
    const auto shown = common::count(static_cast<long long>(data.rows.size()));
    if (!data.isWhole && data.rows.empty())
        text = _("Reading the case…");
    else if (!data.isWhole && view_.filter().isEmpty())
        text = wxString::Format(_("The first %s are shown. Reading all %s items…"), shown,
                                common::count(data.stored));
    else if (!data.isWhole)
        text = wxString::Format(_("The first %s are shown. Reading the others…"), shown);
    else if (view_.filter().isEmpty())
        text = wxString::Format(wxPLURAL("%s item", "%s items", static_cast<unsigned>(data.items)),
                                common::count(data.items));
    else
        text = wxString::Format(_("Showing %s of %s items"), common::count(data.items),
                                common::count(data.whole->items));
    if (count_->GetLabelText() != text) count_->SetLabelText(text);
    Layout();
}

} // namespace ui::evidence
