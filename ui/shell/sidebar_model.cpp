// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar_model.h"

#include "ui/common/labels.h"

namespace ui::shell {

void SidebarModel::setRows(std::vector<SidebarRow> rows) {
    rows_ = std::move(rows);
    Reset(static_cast<unsigned>(rows_.size()));
}

void SidebarModel::GetValueByRow(wxVariant& value, unsigned row, unsigned column) const {
    if (column == Name) {
        wxDataViewIconText cell;
        if (row < rows_.size()) {
            // Spaces for the gap after the icon: a gap of the column would indent rows without one too.
            cell.SetText(rows_[row].icon ? "  " + rows_[row].name : rows_[row].name);
            if (rows_[row].icon)
                cell.SetBitmapBundle(common::rowIcon(*rows_[row].icon, rows_[row].color, chosen_ == row));
        }
        value << cell;
        return;
    }
    const bool counted = column == Count && row < rows_.size() && rows_[row].count >= 0;
    value = counted ? common::count(rows_[row].count) : wxString();
}

bool SidebarModel::GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const {
    if (row >= rows_.size()) return false;
    const SidebarRow& shown = rows_[row];
    if (shown.sort == SidebarRow::Sort::Heading) {
        attr.SetBold(true);
        attr.SetColour(common::color(common::Color::Muted));
        return true;
    }
    if (shown.sort == SidebarRow::Sort::More) {
        attr.SetColour(common::color(common::Color::Accent));
        return true;
    }
    if (column == Count || shown.count == 0) {
        attr.SetColour(common::color(common::Color::Muted));
        return true;
    }
    return false;
}

} // namespace ui::shell
