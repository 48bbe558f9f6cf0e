// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the search index.
#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/search.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace core::store {

namespace {

using Range = SearchLists::Range;

constexpr std::int64_t kWidestSegment = std::int64_t{1} << 32U; // ids; a wider one is none

struct Wanted {
    std::vector<Trigram> trigrams;        // all of them
    std::vector<TrigramRange> beginnings; // one at least of each
};

std::size_t charactersOf(std::string_view word) {
    std::size_t count = 0;
    for (std::size_t pos = 0; pos < word.size(); ++count) base::nextCodePoint(word, pos);
    return count;
}

Wanted wantedBy(const std::vector<std::string>& words) {
    Wanted wanted;
    for (const std::string& word : words) {
        if (charactersOf(word) < 3)
            wanted.beginnings.push_back(trigramsWith(word));
        else
            eachTrigram(word, [&](Trigram trigram) { wanted.trigrams.push_back(trigram); });
    }
    std::sort(wanted.trigrams.begin(), wanted.trigrams.end());
    wanted.trigrams.erase(std::unique(wanted.trigrams.begin(), wanted.trigrams.end()), wanted.trigrams.end());
    return wanted;
}

// Of ascending ids those that lie in the ranges.
void keepIn(std::span<const Range> ranges, SearchLists::Ids& ids) {
    if (ranges.empty()) return;
    auto range = ranges.begin();
    std::erase_if(ids, [&](std::int64_t id) {
        while (range != ranges.end() && range->second < id) ++range;
        return range == ranges.end() || id < range->first;
    });
}

void keepCommon(std::string_view list, std::int64_t base, SearchLists::Ids& ids) {
    ListReader other(list, base);
    bool isMore = other.next();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ids.size() && isMore; ++i) {
        while (isMore && other.id < ids[i]) isMore = other.next();
        if (isMore && other.id == ids[i]) ids[kept++] = ids[i];
    }
    ids.resize(kept);
}

} // namespace

// In one segment.
class SearchLists::Lookup {
public:
    Lookup(const SearchLists& lists, const Segment& segment) : lists_(lists), segment_(segment) {}

    SearchLists::Ids having(const Wanted& wanted, std::span<const Range> ranges) {
        SearchLists::Ids ids;
        bool isBegun = false;
        std::vector<std::string_view> all;
        for (const Trigram trigram : wanted.trigrams) {
            const auto list = listOf(trigram);
            if (list.empty()) return {};
            all.push_back(list);
        }
        std::sort(all.begin(), all.end(), [](auto a, auto b) { return a.size() < b.size(); });
        for (const std::string_view list : all) {
            if (isBegun) {
                keepCommon(list, segment_.base, ids);
            } else {
                for (ListReader reader(list, segment_.base); reader.next();) ids.push_back(reader.id);
                keepIn(ranges, ids);
                isBegun = true;
            }
            if (ids.empty()) return ids;
        }
        for (const TrigramRange& range : wanted.beginnings) {
            const std::vector<bool> marked = markedBy(range);
            if (isBegun)
                std::erase_if(ids, [&](std::int64_t id) { return !marked[placeOf(id)]; });
            else
                ids = idsOf(marked);
            if (!isBegun) keepIn(ranges, ids);
            isBegun = true;
        }
        return ids;
    }

private:
    std::size_t pageOf(Trigram trigram) const { // the only one that may have it; from 1, 0: none
        std::size_t low = 0, high = segment_.pageCount();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (getNumber<Trigram>(segment_.begins, middle * sizeof(Trigram)) <= trigram)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    std::string_view listOf(Trigram trigram) {
        const std::size_t place = pageOf(trigram);
        if (place == 0) return {};
        auto [page, isNew] = pages_.try_emplace(place);
        if (isNew) page->second = lists_.page(segment_, place - 1);
        for (PageReader reader(page->second); reader.next() && reader.trigram <= trigram;)
            if (reader.trigram == trigram) return reader.list;
        return {};
    }

    std::size_t placeOf(std::int64_t id) const {
        if (id < segment_.base || id > segment_.last)
            throw base::Error(base::ErrorCode::Damaged, "a list of the search index names foreign items");
        return static_cast<std::size_t>(id - segment_.base);
    }

    std::vector<bool> markedBy(const TrigramRange& range) {
        std::vector<bool> marked(placeOf(segment_.last) + 1);
        const std::size_t first = std::max<std::size_t>(pageOf(range.begin), 1);
        for (std::size_t place = first; place <= segment_.pageCount(); ++place) {
            const std::string page = lists_.page(segment_, place - 1);
            for (PageReader reader(page); reader.next();) {
                if (reader.trigram >= range.end) return marked;
                if (reader.trigram < range.begin) continue;
                for (ListReader list(reader.list, segment_.base); list.next();)
                    marked[placeOf(list.id)] = true;
            }
        }
        return marked;
    }

    SearchLists::Ids idsOf(const std::vector<bool>& marked) const {
        SearchLists::Ids ids;
        for (std::size_t i = 0; i < marked.size(); ++i)
            if (marked[i]) ids.push_back(segment_.base + static_cast<std::int64_t>(i));
        return ids;
    }

    const SearchLists& lists_;
    const Segment& segment_;
    std::map<std::size_t, std::string> pages_; // that were read, by their place from 1
};

SearchLists::SearchLists(Database& database)
    : state_(database.prepare("SELECT count(*) FROM search_pending UNION ALL SELECT 0")),
      page_(database.prepare("SELECT lists FROM search_page WHERE id = ?")) {
    state_.step();
    Statement segments =
        database.prepare("SELECT id, base, last, bytes, begins FROM search_segment ORDER BY id");
    while (segments.step()) {
        segments_.push_back({segments.integer(0), segments.integer(1), segments.integer(2),
                             segments.integer(3), segments.blob(4)});
        const Segment& one = segments_.back();
        if (one.last < one.base || one.last - one.base > kWidestSegment)
            throw base::Error(base::ErrorCode::Damaged, "a segment of the search index is not one");
    }
    Statement pending = database.prepare("SELECT item_id FROM search_pending ORDER BY item_id");
    while (pending.step()) pending_.push_back(pending.integer(0));
}

std::string SearchLists::page(const Segment& segment, std::size_t number) const {
    page_.with(segment.id * kPagesOfSegment + static_cast<std::int64_t>(number));
    if (!page_.step()) throw base::Error(base::ErrorCode::Damaged, "a page of the search index is missing");
    std::string bytes = page_.blob(0);
    page_.reset();
    return bytes;
}

SearchLists::Ids SearchLists::having(const std::vector<std::string>& words,
                                     std::span<const Range> ranges) const {
    const Wanted wanted = wantedBy(words);
    SearchLists::Ids all;
    for (const Segment& segment : segments_) {
        const bool isAsked =
            ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
                return range.first <= segment.last && segment.base <= range.second;
            });
        if (!isAsked) continue;
        const SearchLists::Ids found = Lookup(*this, segment).having(wanted, ranges);
        all.insert(all.end(), found.begin(), found.end());
    }
    SearchLists::Ids pending = pending_;
    keepIn(ranges, pending);
    all.insert(all.end(), pending.begin(), pending.end());
    if (!std::is_sorted(all.begin(), all.end())) std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

bool SearchLists::isSureOf(const std::string& word) { return charactersOf(word) <= 3; }

bool SearchLists::isPending(std::int64_t item) const {
    return std::binary_search(pending_.begin(), pending_.end(), item);
}

} // namespace core::store
