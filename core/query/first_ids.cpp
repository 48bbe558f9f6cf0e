// SPDX-License-Identifier: GPL-3.0-or-later
// CaseReader::firstIds: the first rows by time without looking at all the others. A search goes along the
// index by time and looks only at items that the trigram index names: for a common word it is asked about the
// first ones only, for a rare one about all. What is found is what filter_sql.h finds.
#include "core/query/case_reader.h"
#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"
#include "core/query/search_index.h"

#include <algorithm>
#include <climits>
#include <utility>

namespace core::query {

namespace {

constexpr std::size_t kUnaided = 200; // items looked at before the index is asked at all
constexpr int kTries = 2500;          // texts looked at before the index is asked about the whole case
constexpr std::size_t kFirstWindow = 2000,
                      kLastWindow = 16'000; // items by time that it is asked about before
constexpr std::size_t kFew = 1000;          // whose times are looked up one by one

bool hasOnlyColumns(const ItemFilter& f) { // of item; the others are sets that are made anew for each row
    return !f.party && !f.identifier && !f.tag && !f.run && !f.incident && !f.onlyWithIssues;
}

// All items by time, undated ones last.
class TimeWalk {
public:
    TimeWalk(store::Database& db, const std::string& order)
        : dated_(db.prepare("SELECT id FROM item WHERE time_ms IS NOT NULL ORDER BY " + order)),
          undated_(db.prepare("SELECT id FROM item WHERE time_ms IS NULL ORDER BY " + order)) {}

    model::Id next() { // 0: that was all
        if (!datedDone_ && dated_.step()) return dated_.integer(0);
        datedDone_ = true;
        if (!undatedDone_ && undated_.step()) return undated_.integer(0);
        undatedDone_ = true;
        return 0;
    }
    std::vector<model::Id> next(std::size_t count) {
        std::vector<model::Id> ids;
        while (ids.size() < count) {
            const model::Id id = next();
            if (id == 0) break;
            ids.push_back(id);
        }
        return ids;
    }
    bool isDone() const { return undatedDone_; }

private:
    store::Statement dated_, undated_;
    bool datedDone_ = false, undatedDone_ = false;
};

class Searcher {
public:
    Searcher(store::Database& db, const ItemFilter& filter, std::string order, std::size_t limit)
        : db_(db), order_(std::move(order)), limit_(limit), sql_(columnsOf(filter)),
          index_(db, filter.search),
          text_(db.prepare(
              "SELECT fold(subject || ' ' || text || ' ' || transcript), source_id FROM item WHERE " +
              sql_.where + " AND item.id = ?")),
          people_(db.prepare("SELECT identifier_id FROM item_participant WHERE item_id = ?")) {
        sql_.bindTo(text_);
    }

    std::vector<model::Id> find(bool descending) {
        if (findInFirst()) return found_;
        found_.clear();
        const std::optional<IdSet> among = index_.among();
        if (among && among->size() <= kFew) return fewOf(*among, descending);
        TimeWalk walk(db_, order_);
        while (found_.size() < limit_) {
            const model::Id id = walk.next();
            if (id == 0) break;
            if (!among || contains(*among, id)) take(id);
        }
        return found_;
    }

private:
    // False where the first items were not enough to say.
    bool findInFirst() {
        TimeWalk walk(db_, order_);
        int tries = kTries;
        const auto look = [&](const std::vector<model::Id>& ids, const IdSet* among) {
            for (const model::Id id : ids) {
                if (found_.size() == limit_) return;
                if (among != nullptr && !contains(*among, id)) continue;
                if (tries-- == 0) return;
                take(id);
            }
        };
        const auto isOver = [&] { return found_.size() == limit_ || walk.isDone() || tries < 0; };
        look(walk.next(kUnaided), nullptr);
        for (std::size_t size = kFirstWindow; size <= kLastWindow && !isOver(); size *= 2) {
            const std::vector<model::Id> ids = walk.next(size);
            const std::optional<IdSet> among = index_.amongThese(ids);
            look(ids, among ? &*among : nullptr);
        }
        return tries >= 0 && (found_.size() == limit_ || walk.isDone());
    }

    std::vector<model::Id> fewOf(const IdSet& among, bool descending) {
        struct Dated {
            bool isUndated;
            std::int64_t ms;
            model::Id id;
        };
        std::vector<Dated> all;
        auto time = db_.prepare("SELECT time_ms FROM item WHERE id = ?");
        for (const model::Id id : among)
            if (time.with(id).step()) all.push_back({time.isNull(0), time.integer(0), id});
        std::sort(all.begin(), all.end(), [descending](const Dated& a, const Dated& b) {
            if (a.isUndated != b.isUndated) return b.isUndated;
            const auto left = std::pair(a.ms, a.id);
            const auto right = std::pair(b.ms, b.id);
            return descending ? right < left : left < right;
        });
        for (const Dated& item : all) {
            if (found_.size() == limit_) break;
            take(item.id);
        }
        return found_;
    }

    static FilterSql columnsOf(ItemFilter filter) {
        filter.search.clear();
        return filterSql(filter);
    }

    bool hasPerson(model::Id item, const IdSet& identifiers) {
        people_.with(item);
        while (people_.step())
            if (contains(identifiers, people_.integer(0))) return true;
        return false;
    }

    void take(model::Id item) {
        text_.reset();
        text_.bind(static_cast<int>(sql_.parameters.size()) + 1, item);
        if (!text_.step()) return;
        for (const Word& word : index_.words()) {
            const bool isThere = text_.textView(0).find(word.folded) != std::string_view::npos ||
                                 contains(word.sources, text_.integer(1)) ||
                                 (!word.identifiers.empty() && hasPerson(item, word.identifiers));
            if (!isThere) return;
        }
        found_.push_back(item);
    }

    store::Database& db_;
    std::string order_;
    std::size_t limit_;
    FilterSql sql_;
    SearchIndex index_;
    store::Statement text_, people_;
    std::vector<model::Id> found_;
};

} // namespace

std::vector<model::Id> CaseReader::firstIds(const ItemFilter& filter, bool descending,
                                            std::size_t limit) const {
    const std::string way = descending ? " DESC" : " ASC";
    const std::string order = "item.time_ms" + way + ", item.id" + way;
    if (!filter.search.empty() && hasOnlyColumns(filter))
        return Searcher(*state_->db, filter, order, limit).find(descending);
    std::vector<model::Id> ids;
    const FilterSql sql = filterSql(filter);
    for (const char* dated : {"NOT NULL", "NULL"}) {
        auto query = state_->db->prepare("SELECT item.id FROM item WHERE " + sql.where +
                                         " AND item.time_ms IS " + dated + " ORDER BY " + order);
        sql.bindTo(query);
        while (ids.size() < limit && query.step()) ids.push_back(query.integer(0));
    }
    return ids;
}

} // namespace core::query
