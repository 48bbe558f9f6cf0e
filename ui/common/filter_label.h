// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An ItemFilter in words, a part for each chip, each of which can be taken away.
// Not a query: the names come from the reader, the filter is only read.

#include "core/query/case_reader.h"

#include <functional>
#include <vector>

#include <wx/string.h>

namespace ui::common {

struct FilterPart {
    wxString label;                  // "Person: Offender"
    core::query::ItemFilter without; // the same filter with this part taken away
};

std::vector<FilterPart> filterParts(const core::query::ItemFilter& filter,
                                    const core::query::CaseReader& reader);
wxString filterLabel(const core::query::ItemFilter& filter, const core::query::CaseReader& reader);

} // namespace ui::common
