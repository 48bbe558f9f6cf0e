// SPDX-License-Identifier: GPL-3.0-or-later
// CaseReader::firstIds: the first rows by time without looking at all the others. A search goes along the
// index by time and looks only at items that the trigram index names; what it finds is what filter_sql.h
// finds.
#include "core/base/utf8.h"
#include "core/query/case_reader.h"
#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"

#include <algorithm>
#include <climits>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace core::query {

namespace {

using IdSet = std::unordered_set<model::Id>;

constexpr int kTries = 1500; // texts looked at before the index is asked: a common word is found by then
constexpr std::size_t kFew = 1000; // whose times are looked up one by one

bool hasOnlyColumns(const ItemFilter& f) { // of item; the others are sets that are made anew for each row
    return !f.party && !f.identifier && !f.tag && !f.run && !f.incident && !f.onlyWithIssues;
}

// Of three or more characters as the index has them: all of them must be in a text that has the word.
std::string trigramsOf(const std::string& word) {
    std::vector<std::size_t> begins;
    std::size_t i = 0;
    while (i < word.size()) {
        begins.push_back(i);
        base::nextCodePoint(word, i);
    }
    begins.push_back(word.size());
    std::string query;
    for (std::size_t b = 0; b + 3 < begins.size(); ++b) {
        if (!query.empty()) query += " AND ";
        query += '"';
        for (const char c : word.substr(begins[b], begins[b + 3] - begins[b]))
            query += c == '"' ? "\"\"" : std::string(1, c);
        query += '"';
    }
    return query;
}

struct Word {
    std::string folded;
    IdSet identifiers, sources; // that have it in their name
};

class Searcher {
public:
    Searcher(store::Database& db, const ItemFilter& filter, std::string order)
        : db_(db), order_(std::move(order)), sql_(columnsOf(filter)),
          text_(db.prepare("SELECT fold(subject || ' ' || text), source_id FROM item WHERE " + sql_.where +
                           " AND item.id = ?")),
          people_(db.prepare("SELECT identifier_id FROM item_participant WHERE item_id = ?")) {
        sql_.bindTo(text_);
        std::istringstream stream(base::foldForSearch(filter.search));
        for (std::string word; stream >> word;)
            words_.push_back({word, named("SELECT id, fold(written || ' ' || name) FROM identifier", word),
                              named("SELECT id, fold(name) FROM source", word)});
    }

    std::vector<model::Id> find(bool descending, std::size_t limit) {
        std::vector<model::Id> found;
        if (walk(nullptr, kTries, limit, found)) return found;
        const std::optional<IdSet> among = candidates();
        if (among && among->size() <= kFew) return fewOf(*among, descending, limit);
        found.clear();
        walk(among ? &*among : nullptr, INT_MAX, limit, found);
        return found;
    }

private:
    // Along the index by time, dated items first. False where `tries` texts were not enough.
    bool walk(const IdSet* among, int tries, std::size_t limit, std::vector<model::Id>& found) {
        for (const char* dated : {"NOT NULL", "NULL"}) {
            auto ids = db_.prepare("SELECT id FROM item WHERE time_ms IS " + std::string(dated) +
                                   " ORDER BY " + order_);
            while (found.size() < limit && ids.step()) {
                const model::Id id = ids.integer(0);
                if (among != nullptr && !among->contains(id)) continue;
                if (tries-- == 0) return false;
                if (matches(id)) found.push_back(id);
            }
        }
        return true;
    }

    std::vector<model::Id> fewOf(const IdSet& among, bool descending, std::size_t limit) {
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
        std::vector<model::Id> found;
        for (const Dated& item : all) {
            if (found.size() == limit) break;
            if (matches(item.id)) found.push_back(item.id);
        }
        return found;
    }

    static FilterSql columnsOf(ItemFilter filter) {
        filter.search.clear();
        return filterSql(filter);
    }

    IdSet named(const char* names, const std::string& word) {
        IdSet ids;
        auto rows = db_.prepare(names);
        while (rows.step())
            if (rows.textView(1).find(word) != std::string_view::npos) ids.insert(rows.integer(0));
        return ids;
    }

    bool hasPerson(model::Id item, const IdSet& identifiers) {
        people_.with(item);
        while (people_.step())
            if (identifiers.contains(people_.integer(0))) return true;
        return false;
    }

    bool matches(model::Id item) {
        text_.reset();
        text_.bind(static_cast<int>(sql_.parameters.size()) + 1, item);
        if (!text_.step()) return false;
        for (const Word& word : words_) {
            const bool isThere = text_.textView(0).find(word.folded) != std::string_view::npos ||
                                 word.sources.contains(text_.integer(1)) ||
                                 (!word.identifiers.empty() && hasPerson(item, word.identifiers));
            if (!isThere) return false;
        }
        return true;
    }

    void add(const char* query, const IdSet& keys, IdSet& ids) {
        auto rows = db_.prepare(query);
        for (const model::Id key : keys)
            for (rows.with(key); rows.step();) ids.insert(rows.integer(0));
    }

    static bool isNamed(const Word& word) { return !word.identifiers.empty() || !word.sources.empty(); }

    // Items that may have all words; none where every word is too short for the index. Words that are in no
    // name are asked for together: then the rare one keeps the lists of the common ones from being read out.
    std::optional<IdSet> candidates() {
        std::optional<IdSet> all;
        std::string together;
        for (const Word& word : words_) {
            const std::string trigrams = trigramsOf(word.folded);
            if (trigrams.empty() || isNamed(word)) continue;
            together += (together.empty() ? "" : " AND ") + trigrams;
        }
        if (!together.empty()) narrow(all, together, nullptr);
        for (const Word& word : words_)
            if (const std::string trigrams = trigramsOf(word.folded); !trigrams.empty() && isNamed(word))
                narrow(all, trigrams, &word);
        return all;
    }

    void narrow(std::optional<IdSet>& all, const std::string& trigrams, const Word* named) {
        IdSet ids;
        auto rows = db_.prepare("SELECT rowid FROM item_search WHERE item_search MATCH ?");
        for (rows.with(trigrams); rows.step();) ids.insert(rows.integer(0));
        if (named != nullptr) {
            add("SELECT item_id FROM item_participant WHERE identifier_id = ?", named->identifiers, ids);
            add("SELECT id FROM item WHERE source_id = ?", named->sources, ids);
        }
        if (all) std::erase_if(ids, [&](model::Id id) { return !all->contains(id); });
        all = std::move(ids);
    }

    store::Database& db_;
    std::string order_;
    FilterSql sql_;
    store::Statement text_, people_;
    std::vector<Word> words_;
};

} // namespace

std::vector<model::Id> CaseReader::firstIds(const ItemFilter& filter, bool descending,
                                            std::size_t limit) const {
    const std::string way = descending ? " DESC" : " ASC";
    const std::string order = "item.time_ms" + way + ", item.id" + way;
    if (!filter.search.empty() && hasOnlyColumns(filter))
        return Searcher(*state_->db, filter, order).find(descending, limit);
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
