// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the search index: batches of new items, items that go or get another text, and all of it anew.
#include "core/store/bytes.h"
#include "core/store/search.h"

#include <algorithm>
#include <unordered_map>

namespace core::store {

namespace {

using Segment = SearchLists::Segment;

constexpr std::int64_t kMostBytes = 8 << 20; // of the lists of a segment that others are still put to
constexpr std::size_t kRebuildBytes = 4U << 20U;

void deleteSegment(Database& database, std::int64_t id) {
    database.prepare("DELETE FROM search_segment WHERE id = ?").with(id).run();
    database.prepare("DELETE FROM search_page WHERE id >= ? AND id < ?")
        .with(id * kPagesOfSegment, (id + 1) * kPagesOfSegment)
        .run();
}

void insertSegment(Database& database, std::int64_t id, const TrigramLists& lists) {
    std::string begins;
    std::int64_t page = id * kPagesOfSegment;
    Statement insert = database.prepare("INSERT INTO search_page VALUES (?, ?)");
    for (const TrigramLists::Page& one : lists.pages()) {
        putNumber(begins, one.begin);
        insert.reset();
        insert.bind(1, page++).bindBlob(2, one.bytes).run();
    }
    Statement segment = database.prepare("INSERT INTO search_segment VALUES (?, ?, ?, ?, ?)");
    segment.bind(1, id).bind(2, lists.base()).bind(3, lists.last());
    segment.bind(4, static_cast<std::int64_t>(lists.bytes())).bindBlob(5, begins).run();
}

template <typename Each>
void eachListOf(const SearchLists& search, const Segment& segment, Each each) {
    for (std::size_t i = 0; i < segment.pageCount(); ++i) {
        const std::string page = search.page(segment, i);
        for (PageReader reader(page); reader.next();) each(reader.trigram, reader.list);
    }
}

// The last ones, as long as each is small beside what follows it: so an item is written anew a few times
// only, however many imports there are.
std::vector<Segment> segmentsToJoin(const SearchLists& search, const TrigramLists& lists) {
    std::vector<Segment> joined;
    std::int64_t base = lists.base();
    auto bytes = static_cast<std::int64_t>(lists.bytes());
    for (auto one = search.segments().rbegin(); one != search.segments().rend(); ++one) {
        if (one->last >= base || one->bytes > 2 * bytes || one->bytes + bytes > kMostBytes) break;
        base = one->base;
        bytes += one->bytes;
        joined.insert(joined.begin(), *one);
    }
    return joined;
}

// A segment without `gone`, and with the lists of `come`, which has none of its items but those.
TrigramLists changed(const SearchLists& search, const Segment& segment, const SearchLists::Ids& gone,
                     const TrigramLists& come) {
    TrigramLists lists(segment.base);
    std::unordered_map<Trigram, std::string_view> left;
    come.eachList([&](Trigram trigram, std::string_view list) { left.emplace(trigram, list); });
    const auto addAll = [&](Trigram trigram, const SearchLists::Ids& ids) {
        for (const std::int64_t id : ids) lists.add(trigram, id);
    };
    eachListOf(search, segment, [&](Trigram trigram, std::string_view list) {
        SearchLists::Ids ids;
        for (ListReader reader(list, segment.base); reader.next();)
            if (!std::binary_search(gone.begin(), gone.end(), reader.id)) ids.push_back(reader.id);
        if (const auto more = left.find(trigram); more != left.end()) {
            for (ListReader reader(more->second, come.base()); reader.next();) ids.push_back(reader.id);
            std::sort(ids.begin(), ids.end());
            left.erase(more);
        }
        addAll(trigram, ids);
    });
    for (const auto& [trigram, list] : left) {
        SearchLists::Ids ids;
        for (ListReader reader(list, come.base()); reader.next();) ids.push_back(reader.id);
        addAll(trigram, ids);
    }
    return lists;
}

bool hasAnyOf(const Segment& segment, const SearchLists::Ids& items) {
    const auto first = std::lower_bound(items.begin(), items.end(), segment.base);
    return first != items.end() && *first <= segment.last;
}

// Takes `items` out of all segments; the texts of those of `again` go in where they were, and where they were
// nowhere they are left in it.
void change(Database& database, const SearchLists::Ids& items, SearchLists::Ids* again) {
    Statement text = database.prepare("SELECT body FROM item_folded WHERE id = ?");
    const SearchLists search(database);
    for (const Segment& segment : search.segments()) {
        if (!hasAnyOf(segment, items)) continue;
        TrigramLists come(segment.base);
        if (again != nullptr)
            std::erase_if(*again, [&](std::int64_t id) {
                if (id < segment.base || id > segment.last) return false;
                if (text.with(id).step()) come.add(id, text.textView(0));
                text.reset();
                return true;
            });
        const TrigramLists now = changed(search, segment, items, come);
        deleteSegment(database, segment.id);
        if (!now.isEmpty()) insertSegment(database, segment.id, now);
    }
}

std::uint64_t mixed(Trigram trigram, std::int64_t item) {
    std::uint64_t x = trigram * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(item) * 0xC2B2AE3D27D4EB4FU;
    x ^= x >> 29U;
    x *= 0xBF58476D1CE4E5B9U;
    return x ^ x >> 32U;
}

// A sum over pairs of trigram and item, in whatever order.
struct Sum {
    std::uint64_t pairs = 0, sum = 0;
    void take(std::string_view list, Trigram trigram, std::int64_t base, const SearchLists& search) {
        for (ListReader reader(list, base); reader.next();) {
            if (search.isPending(reader.id)) continue;
            ++pairs;
            sum += mixed(trigram, reader.id);
        }
    }
    bool operator==(const Sum&) const = default;
};

template <typename Each> // of lists of some items, all together of all
void eachOfTexts(Database& database, Each each) {
    Statement rows = database.prepare("SELECT id, body FROM item_folded ORDER BY id");
    for (bool isMore = rows.step(); isMore;) {
        TrigramLists lists(rows.integer(0));
        for (; isMore && lists.bytes() < kRebuildBytes; isMore = rows.step())
            lists.add(rows.integer(0), rows.textView(1));
        each(std::move(lists));
    }
}

// Whether a search finds its way: the order of pages, of trigrams and of items.
bool isInOrder(const SearchLists& search, const Segment& segment) {
    Trigram before = 0;
    for (std::size_t i = 0; i < segment.pageCount(); ++i) {
        const std::string page = search.page(segment, i);
        const auto begin = getNumber<Trigram>(segment.begins, i * sizeof(Trigram));
        bool isFirst = true;
        for (PageReader reader(page); reader.next(); before = reader.trigram, isFirst = false) {
            if (isFirst ? reader.trigram != begin : reader.trigram <= before) return false;
            if (i > 0 && isFirst && reader.trigram <= before) return false;
            std::int64_t last = segment.base - 1;
            for (ListReader list(reader.list, segment.base); list.next(); last = list.id)
                if (list.id <= last || list.id > segment.last) return false;
        }
        if (isFirst) return false;
    }
    return true;
}

} // namespace

void addToSearch(Database& database, TrigramLists&& lists) {
    if (lists.isEmpty()) return;
    const SearchLists search(database);
    const std::vector<Segment> joined = segmentsToJoin(search, lists);
    if (joined.empty()) {
        const std::int64_t last = search.segments().empty() ? 0 : search.segments().back().id;
        return insertSegment(database, last + 1, lists);
    }
    TrigramLists all(joined.front().base);
    const auto take = [&](std::int64_t base) {
        return [&all, base](Trigram trigram, std::string_view list) { all.add(trigram, list, base); };
    };
    for (const Segment& one : joined) {
        eachListOf(search, one, take(one.base));
        deleteSegment(database, one.id);
    }
    lists.eachList(take(lists.base()));
    insertSegment(database, joined.front().id, all);
}

void removeFromSearch(Database& database, const std::vector<std::int64_t>& items) {
    if (items.empty()) return;
    change(database, items, nullptr);
    Statement forget = database.prepare("DELETE FROM search_pending WHERE item_id = ?");
    for (const std::int64_t id : items) forget.with(id).run();
}

void takePending(Database& database) {
    SearchLists::Ids pending = SearchLists(database).pending();
    if (pending.empty()) return;
    const SearchLists::Ids all = pending;
    change(database, all, &pending);
    database.execute("DELETE FROM search_pending");
    if (pending.empty()) return;
    TrigramLists lists(pending.front());
    Statement text = database.prepare("SELECT body FROM item_folded WHERE id = ?");
    for (const std::int64_t id : pending)
        if (text.with(id).step()) lists.add(id, text.textView(0));
    addToSearch(database, std::move(lists));
}

void rebuildSearch(Database& database) {
    database.execute("DELETE FROM search_page; DELETE FROM search_segment; DELETE FROM search_pending");
    eachOfTexts(database, [&](TrigramLists&& lists) { addToSearch(database, std::move(lists)); });
}

bool fitsTexts(Database& database) {
    const SearchLists search(database);
    std::size_t pages = 0;
    Sum kept, said;
    for (const Segment& segment : search.segments()) {
        if (!isInOrder(search, segment)) return false;
        pages += segment.pageCount();
        eachListOf(search, segment, [&](Trigram trigram, std::string_view list) {
            kept.take(list, trigram, segment.base, search);
        });
    }
    if (pages != static_cast<std::size_t>(database.integer("SELECT count(*) FROM search_page"))) return false;
    eachOfTexts(database, [&](const TrigramLists& lists) {
        lists.eachList(
            [&](Trigram trigram, std::string_view list) { said.take(list, trigram, lists.base(), search); });
    });
    return kept == said;
}

} // namespace core::store
