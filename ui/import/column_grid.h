// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The first rows of a table as they stand, with a choice of meaning above each column. Reads no file; whoever
// holds it decides what comes of a choice.

#include "core/import/read_table.h"

#include <functional>
#include <vector>

#include <wx/scrolwin.h>

class wxChoice;

namespace ui::import {

class ColumnGrid : public wxScrolledWindow {
public:
    explicit ColumnGrid(wxWindow* parent);

    // Builds the columns anew: the row with the headings and the first ones below.
    void show(const std::vector<core::import::TableRow>& rows, const core::import::TableMapping& mapping);
    void onChange(std::function<void()> changed) { changed_ = std::move(changed); }
    // Takes over what is chosen above the columns.
    void fill(core::import::TableMapping& mapping) const;
    void choose(std::size_t column, std::optional<core::import::TableRole> role); // for tests
    const std::vector<wxChoice*>& choices() const { return choices_; }

private:
    void takeFromOthers(std::size_t column);

    std::vector<wxChoice*> choices_; // one a column
    std::function<void()> changed_;
};

} // namespace ui::import
