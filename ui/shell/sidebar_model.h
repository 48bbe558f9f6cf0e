// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sidebar's rows: groups of filters with counts. A filter row knows what it makes of the present filter.
// No window here but the list model's cells.

#include "ui/common/case_view.h"
#include "ui/common/icons.h"

#include <functional>
#include <optional>
#include <vector>

#include <wx/dataview.h>

namespace ui::shell {

struct SidebarRow {
    enum class Sort { Heading, Space, Filter, More };
    Sort sort = Sort::Filter;
    wxString name;
    int count = -1; // -1: none shown
    std::optional<common::Icon> icon;
    common::Color color = common::Color::Text;
    std::function<void(common::ViewFilter&)> apply; // adds this row's part
    std::function<bool(const common::ViewFilter&)> isOn;
};

// `allSources`: else the largest, and a row that asks for the others.
std::vector<SidebarRow> sidebarRows(const common::ViewData& data, bool allSources = false);

class SidebarModel : public wxDataViewVirtualListModel {
public:
    enum Column : unsigned { Margin, Name, Count };

    void setRows(std::vector<SidebarRow> rows);
    const std::vector<SidebarRow>& rows() const { return rows_; }
    void setChosen(std::optional<unsigned> row) { chosen_ = row; } // as the list shows it

    unsigned GetColumnCount() const override { return 3; }
    wxString GetColumnType(unsigned column) const override {
        return column == Name ? "wxDataViewIconText" : "string";
    }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    std::vector<SidebarRow> rows_;
    std::optional<unsigned> chosen_;
};

} // namespace ui::shell
