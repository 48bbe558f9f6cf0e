// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the pages of a document weigh that is too long to be drawn only for that: those of its log and of
// exhibits that are nothing but text by samples.
// Not the plan of its parts: part_plan.h.

#include "core/pdf/pages/part_plan.h"
#include "core/pdf/pages/render_log.h"

namespace core::pdf::pages {

// In an order of its own.
struct WeighedPages {
    PageMap map;
    std::vector<std::uint64_t> bytes;
};

// `draft`: the pages of the document as a draft has learned them.
WeighedPages weighPages(const report::LogDocument& document, const PageMap& draft, Findings& findings,
                        const OutputForm& form, base::Progress& progress);

} // namespace core::pdf::pages
