// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an exhibit is called, on its pages and in the list, and what it is said to hold. Internal to this
// folder.

#include "core/report/log_build.h"

namespace core::report {

// First and last moment of what an exhibit shows.
struct ExhibitSpan {
    std::int64_t first, last;
};

std::string contentsOf(const Build& build, const std::vector<ExhibitItem>& items); // "3 pictures and 1 film"
// Title, and kind and description for the list. `incidents`: numbers of those that rest on it.
void nameExhibit(const Build& build, const model::Exhibit& exhibit, const std::vector<ExhibitItem>& items,
                 const std::vector<int>& incidents, const std::optional<ExhibitSpan>& span,
                 ExhibitPart& part);

} // namespace core::report
