// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/media_box.h"

#include "core/base/date_format.h"
#include "ui/common/controls.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <wx/dcclient.h>
#include <wx/intl.h>
#include <wx/statbmp.h>

namespace ui::detail {

using common::Color;
using common::TextStyle;
using core::model::ItemKind;

namespace {

constexpr int kIcon = 32;

// "2:05", "1:02:05"
wxString lengthText(std::int64_t seconds) {
    const auto s = static_cast<long long>(seconds);
    if (s < 3600) return wxString::Format("%lld:%02lld", s / 60, s % 60);
    return wxString::Format("%lld:%02lld:%02lld", s / 3600, s / 60 % 60, s % 60);
}

} // namespace

ItemKind kindOfType(const std::string& mimeType) {
    if (mimeType.rfind("image/", 0) == 0) return ItemKind::Photo;
    if (mimeType.rfind("video/", 0) == 0) return ItemKind::Video;
    if (mimeType.rfind("audio/", 0) == 0) return ItemKind::Audio;
    return ItemKind::Document;
}

wxString mediaLine(const MediaFacts& facts) {
    const wxString dot = wxString::FromUTF8(" · ");
    wxString line = common::kindName(facts.kind);
    if (facts.seconds > 0) line << dot << lengthText(facts.seconds);
    if (facts.bytes > 0)
        line << dot << common::toWx(core::base::formatBytes(facts.bytes, common::language()));
    return line;
}

wxPanel* makeMediaBox(wxWindow* parent, const MediaFacts& facts) {
    auto* box = new wxPanel(parent);
    box->SetName(mediaLine(facts));
    box->SetBackgroundStyle(wxBG_STYLE_PAINT);
    box->Bind(wxEVT_PAINT, [box](wxPaintEvent&) {
        wxPaintDC dc(box);
        dc.SetBrush(common::color(Color::Base));
        dc.SetPen(common::color(Color::Line));
        dc.DrawRectangle(box->GetClientRect());
    });
    const int margin = box->FromDIP(common::kMargin);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(new common::WrappedText(box, mediaLine(facts), TextStyle::Strong), wxSizerFlags().Expand());
    if (!facts.name.empty())
        words->Add(new common::WrappedText(box, facts.name, TextStyle::Small), wxSizerFlags().Expand());
    if (facts.kind == ItemKind::Video || facts.kind == ItemKind::Audio)
        words->Add(
            new common::WrappedText(
                box,
                _("Logbog does not play it: that would leave a readable copy on the disk. A package for an "
                  "adviser takes the original along."),
                TextStyle::Tiny, Color::Muted),
            wxSizerFlags().Expand().Border(wxTOP, box->FromDIP(4)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticBitmap(box, wxID_ANY, common::kindIcon(facts.kind, kIcon)),
             wxSizerFlags().Top().Border(wxALL, margin));
    row->Add(words, wxSizerFlags(1).Border(wxTOP | wxBOTTOM | wxRIGHT, margin));
    box->SetSizer(row);
    return box;
}

} // namespace ui::detail
