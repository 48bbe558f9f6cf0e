// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/relative_hint.h"

#include "core/base/date_format.h"

namespace ui::incident {

using core::base::CivilTime;
using core::base::Language;

namespace {

std::string dayAndMonth(const CivilTime& date, Language language) {
    return std::to_string(date.day) + (language == Language::Danish ? ". " : " ") +
           core::base::monthName(date.month, language) + " " + std::to_string(date.year);
}

} // namespace

std::optional<RelativeHint> nextHint(const std::string& text, const CivilTime& today,
                                     const std::set<std::string>& left, Language language) {
    for (const auto& found : core::edit::findRelativeDates(text, today)) {
        if (left.contains(found.word)) continue;
        RelativeHint hint{found.offset, found.length, found.word, {}};
        if (found.date) hint.date = dayAndMonth(*found.date, language);
        if (found.date && found.lastDate) hint.date += " – " + dayAndMonth(*found.lastDate, language);
        return hint;
    }
    return std::nullopt;
}

std::string withDate(const std::string& text, const RelativeHint& hint) {
    if (hint.date.empty() || hint.offset + hint.length > text.size()) return text;
    if (text.substr(hint.offset, hint.length) != hint.word) return text;
    return text.substr(0, hint.offset) + hint.date + text.substr(hint.offset + hint.length);
}

} // namespace ui::incident
