// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads from a case what the main window shows under a filter. On a worker, with a reader of its own; no wx.

#include "ui/common/case_view.h"

namespace ui::common {

inline constexpr int kFirstPageFrom = 10'000; // items in the case; with fewer all are there as soon
inline constexpr std::size_t kFirstPage = 200;

// The first rows alone, at once in a case of any size; exactly those that loadView begins with. None where
// that is not quicker than all. `whole` may be none; then what it will say of people and incidents is read.
std::shared_ptr<const ViewData> loadFirstPage(const core::query::CaseReader& reader,
                                              std::shared_ptr<const CaseData> whole, const ViewFilter& filter,
                                              const ViewOrder& order);
// All. `whole` as of the same state of the case, or none to read it too.
std::shared_ptr<const ViewData> loadView(const core::query::CaseReader& reader,
                                         std::shared_ptr<const CaseData> whole, const ViewFilter& filter,
                                         const ViewOrder& order,
                                         const core::base::Progress& progress = core::base::Progress());
// Whether an incident is shown under a filter. What a filter says about messages only leaves incidents out.
bool matchesIncident(const core::model::Incident& incident, const ViewFilter& filter);

} // namespace ui::common
