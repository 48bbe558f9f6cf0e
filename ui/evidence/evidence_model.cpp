// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_model.h"

#include "core/base/date_format.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <algorithm>
#include <chrono>

#include <wx/intl.h>

namespace ui::evidence {
namespace {

constexpr unsigned kAtOnce = 20'000; // rows: some 30 ms in the toolkit
constexpr std::ptrdiff_t kLookedThrough = 1000;
constexpr unsigned kGrowStep = 200;
constexpr std::chrono::milliseconds kGrowTime(20);

const wxString& dash() {
    static const wxString text = wxString::FromUTF8("–");
    return text;
}

wxString numbers(const std::vector<int>& list, const wxString& format) {
    if (list.empty()) return {};
    wxString out = wxString::Format(format, list.front());
    for (std::size_t i = 1; i < list.size(); ++i) out << ", " << list[i];
    return out;
}

wxString joined(const std::vector<std::string>& words) {
    wxString out;
    for (const auto& word : words) out << (out.empty() ? "" : ", ") << common::toWx(word);
    return out;
}

} // namespace

EvidenceModel::EvidenceModel(const common::CaseView& view) : view_(view), cache_(view) { refreshColors(); }

void EvidenceModel::refresh() {
    cache_.clear();
    const unsigned wanted = rowCount();
    const unsigned there = GetCount();
    if (std::max(wanted, there) <= kAtOnce || there > wanted + kAtOnce)
        return Reset(std::min(wanted, kAtOnce));
    // What a row says is looked up by its number; so the list is only made longer or shorter at its end.
    while (GetCount() > wanted) RowDeleted(GetCount() - 1);
    if (!isComplete()) grow();
}

unsigned EvidenceModel::rowCount() const { return static_cast<unsigned>(view_.data().rows.size()); }

bool EvidenceModel::isComplete() const { return GetCount() >= rowCount(); }

void EvidenceModel::grow() {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + kGrowTime;
    while (!isComplete() && Clock::now() < end)
        for (unsigned i = 0; i < kGrowStep && !isComplete(); ++i) RowAppended();
}

void EvidenceModel::refreshColors() {
    zebra_ = common::color(common::Color::Zebra);
    muted_ = common::color(common::Color::Muted);
}

wxString EvidenceModel::GetColumnType(unsigned column) const {
    return column == static_cast<unsigned>(EvidenceColumn::Kind) ? "wxDataViewIconText" : "string";
}

void EvidenceModel::GetValueByRow(wxVariant& value, unsigned row, unsigned column) const {
    const auto which = static_cast<EvidenceColumn>(column);
    const core::model::Incident* incident = cache_.incident(row);
    const core::query::ItemRow* item = incident ? nullptr : cache_.item(row);
    if (which == EvidenceColumn::Kind) {
        wxDataViewIconText cell;
        if (incident)
            cell = {_("Incident"),
                    common::rowIcon(common::Icon::Incident, common::Color::Incident, isSelected(row))};
        else if (item)
            cell = {
                common::kindName(item->kind),
                common::rowIcon(common::iconOf(item->kind), common::laneColor(item->kind), isSelected(row))};
        value << cell;
        return;
    }
    wxString text;
    if (incident)
        text = incidentCell(*incident, which);
    else if (item)
        text = itemCell(*item, which);
    value = text;
}

// Asked of a cell that is being drawn: of a large selection only the first are looked through.
bool EvidenceModel::isSelected(unsigned row) const {
    const auto& selection = view_.selection();
    const auto end = selection.begin() + std::min<std::ptrdiff_t>(std::ssize(selection), kLookedThrough);
    return row < view_.data().rows.size() && std::find(selection.begin(), end, view_.data().rows[row]) != end;
}

wxString EvidenceModel::itemCell(const core::query::ItemRow& row, EvidenceColumn column) const {
    switch (column) {
    case EvidenceColumn::Time:
        return common::timeText(row, view_.session().zone());
    case EvidenceColumn::From: {
        const wxString name = common::fromText(row);
        return name.empty() ? dash() : name;
    }
    case EvidenceColumn::Text:
        return common::fieldEnd(common::itemLine(row), 200);
    case EvidenceColumn::Tags:
        return joined(row.tags);
    case EvidenceColumn::Incident:
        return numbers(row.incidents, _("No. %d"));
    case EvidenceColumn::Exhibit:
        return numbers(row.exhibits, "%d");
    case EvidenceColumn::Kind:
        break;
    }
    return {};
}

wxString EvidenceModel::incidentCell(const core::model::Incident& incident, EvidenceColumn column) const {
    switch (column) {
    case EvidenceColumn::Time:
        return common::toWx(
            core::base::formatTime(incident.start, view_.session().zone(), common::language()));
    case EvidenceColumn::From:
        return dash();
    case EvidenceColumn::Text:
        return common::fieldEnd(common::incidentLine(incident, view_.session().zone()), 200);
    case EvidenceColumn::Incident:
        return wxString::Format(_("No. %d"), incident.number);
    default:
        return {};
    }
}

bool EvidenceModel::GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& attr) const {
    bool set = false;
    if (row % 2 == 1) {
        attr.SetBackgroundColour(zebra_);
        set = true;
    }
    const core::query::ItemRow* item = cache_.item(row);
    if (item && item->excluded) {
        attr.SetColour(muted_);
        attr.SetStrikethrough(true);
        set = true;
    }
    return set;
}

} // namespace ui::evidence
