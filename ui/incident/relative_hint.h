// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which word in a text stands for a date, and the text with the date in its place. The line that offers it is
// in description_field.h; finding the words is core/edit/relative_date.h.

#include "core/base/catalog.h"
#include "core/edit/relative_date.h"

#include <optional>
#include <set>
#include <string>

namespace ui::incident {

struct RelativeHint {
    std::size_t offset = 0, length = 0; // bytes
    std::string word;
    std::string date; // "21. april 2024", "15. april 2024 – 21. april 2024"; empty where no day can be told
};

// The first word that is not in `left` (as written). `today` is the day the text is written.
std::optional<RelativeHint> nextHint(const std::string& text, const core::base::CivilTime& today,
                                     const std::set<std::string>& left, core::base::Language language);

// The text with the word replaced; unchanged where the hint does not fit it any more.
std::string withDate(const std::string& text, const RelativeHint& hint);

} // namespace ui::incident
