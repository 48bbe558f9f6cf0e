// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/code_controls.h"

#include "ui/common/controls.h"
#include "ui/common/to_wx.h"

#include <algorithm>

#include <wx/checkbox.h>
#include <wx/intl.h>

namespace ui::incident {

CodeChoice::CodeChoice(wxWindow* parent, std::span<const Choice> choices) : wxChoice(parent, wxID_ANY) {
    for (const Choice& choice : choices) {
        codes_.emplace_back(choice.code);
        Append(wxGetTranslation(choice.label));
    }
    SetSelection(0);
}

CodeChoice::CodeChoice(wxWindow* parent, const std::vector<std::pair<std::string, wxString>>& choices)
    : wxChoice(parent, wxID_ANY) {
    for (const auto& [code, label] : choices) {
        codes_.push_back(code);
        Append(label);
    }
    if (!choices.empty()) SetSelection(0);
}

void CodeChoice::setCode(const std::string& code) {
    auto found = std::find(codes_.begin(), codes_.end(), code);
    if (found == codes_.end()) {
        Append(code == "telephone" ? _("Telephone") : common::toWx(code));
        found = codes_.insert(codes_.end(), code);
    }
    SetSelection(static_cast<int>(found - codes_.begin()));
}

std::string CodeChoice::code() const {
    const int index = GetSelection();
    return index == wxNOT_FOUND ? std::string() : codes_[static_cast<std::size_t>(index)];
}

CodeChecks::CodeChecks(wxWindow* parent, std::span<const Choice> choices, int columns) : wxPanel(parent) {
    auto* grid = new wxFlexGridSizer(columns, FromDIP(2), FromDIP(common::kGroupGap));
    for (const Choice& choice : choices) {
        auto* box = new wxCheckBox(this, wxID_ANY, wxGetTranslation(choice.label));
        boxes_.emplace_back(choice.code, box);
        grid->Add(box);
    }
    SetSizer(grid);
}

void CodeChecks::setCodes(const std::vector<std::string>& codes) {
    for (const auto& [code, box] : boxes_)
        box->SetValue(std::find(codes.begin(), codes.end(), code) != codes.end());
    unknown_.clear();
    for (const std::string& code : codes) {
        const bool isKnown =
            std::any_of(boxes_.begin(), boxes_.end(), [&](const auto& entry) { return entry.first == code; });
        if (!isKnown) unknown_.push_back(code);
    }
}

std::vector<std::string> CodeChecks::codes() const {
    std::vector<std::string> codes;
    for (const auto& [code, box] : boxes_)
        if (box->GetValue()) codes.push_back(code);
    codes.insert(codes.end(), unknown_.begin(), unknown_.end());
    return codes;
}

} // namespace ui::incident
