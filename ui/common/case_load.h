// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads from a case what the main window shows under a filter. On a worker, with a reader of its own; no wx.

#include "ui/common/case_view.h"

namespace ui::common {

std::shared_ptr<const CaseData> loadWhole(const core::query::CaseReader& reader);
// `whole` as of the same state of the case.
std::shared_ptr<const ViewData> loadView(const core::query::CaseReader& reader,
                                         std::shared_ptr<const CaseData> whole, const ViewFilter& filter,
                                         const ViewOrder& order);
// Whether an incident is shown under a filter. What a filter says about messages only leaves incidents out.
bool matchesIncident(const core::model::Incident& incident, const ViewFilter& filter);

} // namespace ui::common
