// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The days of rows as the heads of pages and the bookmarks write them. Not their cells, which have their own
// words.

#include "core/base/catalog.h"
#include "core/report/log_row.h"

#include <string>

namespace core::pdf::pages {

// "3. maj – 21. april 2025", "maj 2025 – 12. april 2025", "3. maj 2025" where both are the same.
std::string daysText(const report::RowDay& first, const report::RowDay& last, base::Language language);

// "maj 2025"; the year alone where no more is known.
std::string monthText(const report::RowDay& day, base::Language language);

} // namespace core::pdf::pages
