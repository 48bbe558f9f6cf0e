// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The search index as it lies in the case (search_* in schema_3.sql): which items may have some words. Not
// which of them have: that their texts say. Reading is for any connection, writing within a transaction of
// the caller.

#include "core/store/database.h"
#include "core/store/trigram_lists.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace core::store {

inline constexpr std::int64_t kPagesOfSegment = std::int64_t{1} << 20U; // at most

// Looks at one state of the case as long as it lives; not to be kept.
class SearchLists {
public:
    using Ids = std::vector<std::int64_t>;
    using Range = std::pair<std::int64_t, std::int64_t>; // both ends are in it

    // Throws, as all of it, Error(Damaged) where the lists cannot be read.
    explicit SearchLists(Database& database);

    // All items that have all of these words, folded and not empty, and few others, in ascending order; of
    // those in these ranges, ascending and apart, where any are given.
    Ids having(const std::vector<std::string>& words, std::span<const Range> ranges = {}) const;
    // Of a word of up to three characters only those have it that having() names, but the pending ones.
    static bool isSureOf(const std::string& word);
    bool isPending(std::int64_t item) const;

    struct Segment {
        std::int64_t id, base, last, bytes;
        std::string begins;
        std::size_t pageCount() const { return begins.size() / sizeof(Trigram); }
    };
    const std::vector<Segment>& segments() const { return segments_; }
    const Ids& pending() const { return pending_; }
    std::string page(const Segment& segment, std::size_t number) const;

private:
    class Lookup;
    Statement state_; // a row of it is being read: what others commit meanwhile is not seen
    mutable Statement page_;
    std::vector<Segment> segments_;
    Ids pending_;
};

// Adds the lists of items that are in none yet. Small segments before them become one with them.
void addToSearch(Database& database, TrigramLists&& lists);
// `items` ascending. Those that are pending are so no longer.
void removeFromSearch(Database& database, const std::vector<std::int64_t>& items);
void takePending(Database& database); // into the lists, as their texts are now
void rebuildSearch(Database& database);
// Whether the lists say what the texts do. Reads all of both.
bool fitsTexts(Database& database);

} // namespace core::store
