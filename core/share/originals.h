// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which originals go along in a package: a file of which everything is shown and nothing is protected goes
// whole; of another the records that are shown go, each cut out of it, as far as they hold nothing protected;
// of one that stands nowhere byte for byte, its text as the log form has it. A file that a message shows as
// its attachment is such an original too. Not the writing: package.cpp does that.

#include "core/share/gate.h"
#include "core/share/shown.h"

#include <vector>

namespace core::share {

struct OriginalPlan {
    ShownSource shown;
    bool goesWhole = false;
    std::vector<ShownRecord> cut;      // where it does not go whole
    std::vector<ShownRecord> asText;   // of those, what stands nowhere in it as such
    std::vector<GateFinding> findings; // why it does not
};

// `wanted`: sources that go whole whatever they hold.
std::vector<OriginalPlan> planOriginals(const query::CaseReader& reader, const Gate& gate,
                                        const report::LogDocument& document,
                                        const std::vector<model::Id>& wanted, const base::Catalog& catalog,
                                        base::Progress& progress);

} // namespace core::share
