// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list's cells: what a row of CaseView says in each column. Virtual: only rows on the screen are read.

#include "ui/evidence/row_cache.h"

#include <wx/dataview.h>

namespace ui::evidence {

enum class EvidenceColumn : unsigned { Time, Kind, From, Text, Tags, Incident, Exhibit };
inline constexpr unsigned kEvidenceColumns = 7;

class EvidenceModel : public wxDataViewVirtualListModel {
public:
    explicit EvidenceModel(const common::CaseView& view);

    // After new rows came. Thousands more than there were take the toolkit longer than a window may wait:
    // they follow in grow().
    void refresh();
    bool isComplete() const;
    void grow(); // some milliseconds of it
    void refreshColors();

    unsigned GetColumnCount() const override { return kEvidenceColumns; }
    wxString GetColumnType(unsigned column) const override;
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    unsigned rowCount() const; // of the view
    bool isSelected(unsigned row) const;
    wxString itemCell(const core::query::ItemRow& row, EvidenceColumn column) const;
    wxString incidentCell(const core::model::Incident& incident, EvidenceColumn column) const;

    const common::CaseView& view_;
    mutable RowCache cache_;
    wxColour zebra_, muted_;
};

} // namespace ui::evidence
