// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the list, the timeline and the counts are narrowed to. A value; the empty filter is the whole case.

#include "core/model/item.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace core::query {

struct ItemFilter {
    std::string search; // every word must occur somewhere, folded as base::foldForSearch does
    std::set<model::ItemKind> kinds;
    std::optional<model::Id> party;      // sender or recipient belongs to it
    std::optional<model::Id> identifier; // an identifier that belongs to nobody yet
    std::optional<model::Id> tag;
    std::optional<model::Id> source;
    std::optional<model::Id> run; // items of one import
    std::optional<model::Id> incident;
    std::optional<model::Direction> direction;
    std::optional<std::int64_t> fromMs; // chosen time, inclusive
    std::optional<std::int64_t> toMs;   // exclusive
    bool onlyUndated = false;
    bool onlyUnreviewed = false;
    bool onlyWithIssues = false;
    bool onlyExcluded = false;
    bool withExcluded = false; // otherwise excluded items are left out

    bool operator==(const ItemFilter&) const = default;
};

enum class ItemSort { Time, Kind, From, Text };

} // namespace core::query
