// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/search_index.h"

#include "core/query/search_words.h"

#include <algorithm>
#include <climits>

namespace core::query {

namespace {

constexpr model::Id kGap = 2000;        // ids further apart are asked about one after the other
constexpr std::size_t kMostGroups = 24; // more of them cost more than the texts
constexpr std::size_t kFew = 1000; // items whose texts are looked at sooner than the index is asked again
constexpr std::size_t kReadsAText = 16; // entries of the index that are read in the time of one text

void keepCommon(std::optional<IdSet>& all, IdSet&& ids) {
    if (all) std::erase_if(ids, [&](model::Id id) { return !all->contains(id); });
    all = std::move(ids);
}

} // namespace

SearchIndex::SearchIndex(store::Database& database, const std::string& search) : db_(database) {
    for (const std::string& word : searchWords(search)) {
        words_.push_back({word, named("SELECT id, fold(written || ' ' || name) FROM identifier", word),
                          named("SELECT id, fold(name) FROM source", word)});
        const std::string trigrams = trigramsOf(word);
        if (trigrams.empty() || words_.back().isNamed()) continue;
        together_ += (together_.empty() ? "" : " AND ") + trigrams;
    }
}

IdSet SearchIndex::named(const char* names, const std::string& word) {
    IdSet ids;
    auto rows = db_.prepare(names);
    while (rows.step())
        if (rows.textView(1).find(word) != std::string_view::npos) ids.insert(rows.integer(0));
    return ids;
}

// Words that are in no name are asked for together: then the rare one keeps the lists of the common ones from
// being read out.
std::optional<IdSet> SearchIndex::among() {
    std::optional<IdSet> all;
    if (!together_.empty()) narrowByTrigrams(all, together_, nullptr);
    for (const Word& word : words_)
        if (const std::string trigrams = trigramsOf(word.folded); !trigrams.empty() && word.isNamed())
            narrowByTrigrams(all, trigrams, &word);
    for (const Word& word : words_)
        if (trigramsOf(word.folded).empty() && (!all || all->size() > kFew)) narrowByRange(all, word);
    return all;
}

std::optional<IdSet> SearchIndex::amongThese(std::vector<model::Id> ids) {
    if (together_.empty()) return std::nullopt;
    std::sort(ids.begin(), ids.end());
    std::vector<std::pair<model::Id, model::Id>> groups;
    for (const model::Id id : ids) {
        if (groups.empty() || id - groups.back().second > kGap) groups.emplace_back(id, id);
        groups.back().second = id;
    }
    if (groups.size() > kMostGroups) return std::nullopt;
    IdSet among;
    auto rows =
        db_.prepare("SELECT rowid FROM item_search WHERE item_search MATCH ? AND rowid >= ? AND rowid <= ?");
    for (const auto& [first, last] : groups)
        for (rows.with(together_, first, last); rows.step();) among.insert(rows.integer(0));
    return among;
}

void SearchIndex::addRows(const char* query, model::Id key, IdSet& ids) {
    auto rows = db_.prepare(query);
    for (rows.with(key); rows.step();) ids.insert(rows.integer(0));
}

void SearchIndex::addNamed(const Word& word, IdSet& ids) {
    for (const model::Id identifier : word.identifiers)
        addRows("SELECT item_id FROM item_participant WHERE identifier_id = ?", identifier, ids);
    for (const model::Id source : word.sources)
        addRows("SELECT id FROM item WHERE source_id = ?", source, ids);
}

void SearchIndex::narrowByTrigrams(std::optional<IdSet>& all, const std::string& trigrams,
                                   const Word* named) {
    IdSet ids;
    auto rows = db_.prepare("SELECT rowid FROM item_search WHERE item_search MATCH ?");
    for (rows.with(trigrams); rows.step();) ids.insert(rows.integer(0));
    if (named != nullptr) addNamed(*named, ids);
    keepCommon(all, std::move(ids));
}

void SearchIndex::narrowByRange(std::optional<IdSet>& all, const Word& word) {
    std::size_t left = all ? all->size() * kReadsAText : SIZE_MAX;
    IdSet ids;
    const TrigramRange range = trigramsWith(word.folded);
    auto rows = db_.prepare("SELECT doc FROM item_trigram WHERE term >= ? AND term <= ?");
    for (rows.with(range.first, range.last); rows.step(); --left) {
        if (left == 0) return;
        ids.insert(rows.integer(0));
    }
    addNamed(word, ids);
    keepCommon(all, std::move(ids));
}

} // namespace core::query
