// SPDX-License-Identifier: GPL-3.0-or-later
// CaseReader::firstIds: the first rows by time without looking at all the others. A search goes along the
// index by time and looks only at items that the trigram index names; what it finds is what filter_sql.h
// finds.
#include "core/base/utf8.h"
#include "core/query/case_reader.h"
#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace core::query {

namespace {

using IdSet = std::unordered_set<model::Id>;

constexpr int kTries = 1500; // texts looked at before the index is asked: a common word is found by then

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

    // Along the index by time, dated items first.
    std::vector<model::Id> walk(std::size_t limit) {
        std::vector<model::Id> found;
        int tries = 0;
        std::optional<IdSet> among; // all, until it is clear that the word is not common
        bool isAsked = false;
        for (const char* dated : {"NOT NULL", "NULL"}) {
            auto ids = db_.prepare("SELECT id FROM item WHERE time_ms IS " + std::string(dated) +
                                   " ORDER BY " + order_);
            while (found.size() < limit && ids.step()) {
                const model::Id id = ids.integer(0);
                if (!isAsked && ++tries > kTries) {
                    among = candidates();
                    isAsked = true;
                }
                if (among && !among->contains(id)) continue;
                if (among) among->erase(id);
                if (matches(id)) found.push_back(id);
                if (among && among->empty()) return found;
            }
        }
        return found;
    }

private:
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

    // Items that may have all words; none where every word is too short for the index.
    std::optional<IdSet> candidates() {
        std::optional<IdSet> all;
        for (const Word& word : words_) {
            const std::string trigrams = trigramsOf(word.folded);
            if (trigrams.empty()) continue;
            IdSet ids;
            auto rows = db_.prepare("SELECT rowid FROM item_search WHERE item_search MATCH ?");
            for (rows.with(trigrams); rows.step();)
                if (!all || all->contains(rows.integer(0))) ids.insert(rows.integer(0));
            add("SELECT item_id FROM item_participant WHERE identifier_id = ?", word.identifiers, ids);
            add("SELECT id FROM item WHERE source_id = ?", word.sources, ids);
            all = std::move(ids);
        }
        return all;
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
        return Searcher(*state_->db, filter, order).walk(limit);
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
