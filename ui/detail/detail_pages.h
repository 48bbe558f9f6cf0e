// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fills the pages of the detail pane for one item or one incident. Reads the case, changes nothing itself:
// buttons send menu commands or call the hooks.

#include "ui/common/case_view.h"
#include "ui/detail/fact_list.h"

namespace ui::detail {

struct DetailHooks {
    std::function<void(core::model::Id incident)> openIncident;
};

void fillItemPage(FactList& page, common::CaseView& view, const core::query::ItemDetail& item,
                  const DetailHooks& hooks);
void fillSourcePage(FactList& page, common::CaseView& view, const core::query::ItemDetail& item);
void fillHistoryPage(FactList& page, common::CaseView& view, core::model::Id item);
void fillIncidentHistory(FactList& page, common::CaseView& view, core::model::Id incident);
void fillIncidentPage(FactList& page, common::CaseView& view, const core::model::Incident& incident,
                      const DetailHooks& hooks);

// "Thursday · +02:00, summer time · 3 days after Tilhold".
wxString timeRemarks(const core::base::Timestamp& time, const common::CaseView& view);
wxString longTime(const core::base::Timestamp& time, const std::string& zone); // "25 Apr 2024 21:14"

} // namespace ui::detail
