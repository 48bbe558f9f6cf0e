// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of the list that were asked for lately, read from the case a page at a time. Main thread only; not
// the order of the rows, which is CaseView's.

#include "ui/common/case_view.h"

#include <unordered_map>

namespace ui::evidence {

class RowCache {
public:
    explicit RowCache(const common::CaseView& view) : view_(view) {}

    void clear() { rows_.clear(); }
    // The item at that row; nullptr for an incident, and where the case cannot be read just now.
    const core::query::ItemRow* item(unsigned row);
    const core::model::Incident* incident(unsigned row) const;

private:
    void readPage(unsigned row);

    const common::CaseView& view_;
    std::unordered_map<core::model::Id, core::query::ItemRow> rows_;
};

} // namespace ui::evidence
