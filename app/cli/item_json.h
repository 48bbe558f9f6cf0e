// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One evidence item as an object of `items --json`. The keys are fixed: scripts build on them.

#include "app/cli/json_text.h"
#include "core/query/case_reader.h"

namespace app::cli {

JsonObject::Ptr itemJson(const core::query::ItemDetail& item, const core::query::CaseReader& reader);
JsonObject::Ptr issueJson(const core::model::Issue& issue);

} // namespace app::cli
