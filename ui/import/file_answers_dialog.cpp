// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/file_answers_dialog.h"

#include "ui/common/controls.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/zones.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace ui::import {

using core::format::DateOrder;

void fillOrders(wxChoice* choice) {
    choice->Append(_("I do not know"));
    choice->Append(_("the day first: 03/04 is 3 April"));
    choice->Append(_("the month first: 03/04 is 4 March"));
    choice->SetSelection(0);
}

void chooseOrder(wxChoice* choice, std::optional<DateOrder> order) {
    choice->SetSelection(order == DateOrder::DayFirst ? 1 : order == DateOrder::MonthFirst ? 2 : 0);
}

std::optional<DateOrder> chosenOrder(const wxChoice* choice) {
    const int chosen = choice->GetSelection();
    if (chosen == 1) return DateOrder::DayFirst;
    return chosen == 2 ? std::optional(DateOrder::MonthFirst) : std::nullopt;
}

FileAnswersDialog::FileAnswersDialog(wxWindow* parent, const std::vector<AskedFile>& files,
                                     const std::string& zone, const std::string& caseZone)
    : DialogBase(parent, "Logbog", _("File by file")), caseZone_(caseZone) {
    setSubheading(_("Each file can have its own time zone and its own order of day and month."));
    content()->Add(rowsOf(files, zone), wxSizerFlags(1).Expand());
    addButton(wxID_CANCEL, _("Cancel"));
    addButton(wxID_OK, _("Use this"), true);
    finish({900, 420}, rows_.front().zone != nullptr ? rows_.front().zone : rows_.front().order);
}

wxWindow* FileAnswersDialog::rowsOf(const std::vector<AskedFile>& files, const std::string& zone) {
    auto* list = new wxScrolledWindow(this, wxID_ANY);
    list->SetScrollRate(0, FromDIP(20));
    auto* grid = new wxFlexGridSizer(3, FromDIP(common::kGap), FromDIP(common::kGroupGap));
    grid->AddGrowableCol(0);
    for (const wxString& heading :
         {_("File"), _("Times without a time zone are"), _("Dates like 03/04 are written with")})
        grid->Add(common::makeMuted(list, heading));
    const auto add = [&](wxWindow* answer) {
        grid->Add(answer != nullptr ? answer : common::makeMuted(list, wxString::FromUTF8("–")),
                  wxSizerFlags().CenterVertical());
    };
    for (const AskedFile& file : files) {
        auto* label = common::makeText(list, common::fieldEnd(common::toWx(file.name), 40));
        label->SetToolTip(common::toWx(file.path.string()));
        const Row row{file.hasLocalTimes ? zoneChoice(list, file, zone) : nullptr,
                      file.asksOrder ? orderChoice(list, file) : nullptr};
        for (wxWindow* cell : {static_cast<wxWindow*>(label), static_cast<wxWindow*>(row.zone),
                               static_cast<wxWindow*>(row.order)})
            add(cell);
        rows_.push_back(row);
    }
    list->SetSizer(grid);
    return list;
}

wxChoice* FileAnswersDialog::zoneChoice(wxWindow* parent, const AskedFile& file,
                                        const std::string& zone) const {
    const auto zones = offeredZones(caseZone_);
    const auto placeOf = [&](const std::optional<std::string>& code) {
        const auto found =
            std::find_if(zones.begin(), zones.end(), [&](const auto& each) { return each.first == code; });
        return static_cast<std::size_t>(found - zones.begin());
    };
    auto* choice = new wxChoice(parent, wxID_ANY);
    choice->Append(wxString::Format(_("as the others: %s"), zones.at(placeOf(zone)).second));
    for (const auto& [code, words] : zones) choice->Append(words);
    const std::size_t own = placeOf(file.answer.zone);
    choice->SetSelection(own < zones.size() ? 1 + static_cast<int>(own) : 0);
    form::nameControl(choice,
                      wxString::Format(_("Times without a time zone in %s"), common::toWx(file.name)));
    return choice;
}

wxChoice* FileAnswersDialog::orderChoice(wxWindow* parent, const AskedFile& file) {
    auto* choice = new wxChoice(parent, wxID_ANY);
    fillOrders(choice);
    chooseOrder(choice, file.answer.dateOrder);
    form::nameControl(choice, wxString::Format(_("Dates like 03/04 in %s"), common::toWx(file.name)));
    return choice;
}

std::vector<core::import::FileAnswer> FileAnswersDialog::answers() const {
    const auto zones = offeredZones(caseZone_);
    std::vector<core::import::FileAnswer> answers;
    for (const Row& row : rows_) {
        core::import::FileAnswer& answer = answers.emplace_back();
        if (row.zone != nullptr && row.zone->GetSelection() > 0)
            answer.zone = zones[static_cast<std::size_t>(row.zone->GetSelection()) - 1].first;
        if (row.order != nullptr) answer.dateOrder = chosenOrder(row.order);
    }
    return answers;
}

} // namespace ui::import
