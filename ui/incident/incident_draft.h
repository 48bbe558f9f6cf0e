// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A first incident from chosen items, or from nothing but today's date. Says only what the items say: no
// title, no text. Not saved here.

#include "core/model/incident.h"
#include "core/query/case_reader.h"

#include <string>
#include <vector>

namespace ui::incident {

// `rows` in any order. Without a time in any of them, or without rows, the start is the local day of `nowMs`,
// from own memory.
core::model::Incident draftIncident(const std::vector<core::query::ItemRow>& rows, std::int64_t nowMs,
                                    const std::string& zone);

// The incident type an item stands for: "sms", "call_missed", "email" ...; "other" for photos and documents.
std::string typeOf(const core::query::ItemRow& row);

} // namespace ui::incident
