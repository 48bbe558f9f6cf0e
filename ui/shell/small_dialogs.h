// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The short questions of the main window: which tag, which incident, which date; and two texts to read.
// Each is modal and changes nothing itself.

#include "ui/common/case_view.h"

#include <optional>

namespace ui::shell {

std::optional<std::string> askTag(wxWindow* parent, const std::vector<core::query::TagRow>& known, int items);
// 0 = a new incident.
std::optional<core::model::Id> askIncident(wxWindow* parent, const common::CaseData& data,
                                           const std::string& zone);
std::optional<std::int64_t> askDate(wxWindow* parent, const std::string& zone); // local midnight
void showOriginal(wxWindow* parent, const common::SessionPtr& session, core::model::Id item);
void showKeys(wxWindow* parent);
void showAbout(wxWindow* parent);

} // namespace ui::shell
