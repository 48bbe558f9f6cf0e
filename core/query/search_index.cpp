// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/search_index.h"

#include "core/query/search_words.h"

#include <algorithm>

namespace core::query {

namespace {

constexpr model::Id kGap = 2000;   // ids further apart are asked about one after the other
constexpr std::size_t kFew = 1000; // items whose texts are looked at sooner than the lists are asked again

void sortOnce(IdSet& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

bool contains(const IdSet& ids, model::Id id) { return std::binary_search(ids.begin(), ids.end(), id); }

SearchIndex::SearchIndex(store::Database& database, const std::string& search)
    : db_(database), lists_(database) {
    for (const std::string& word : searchWords(search)) {
        words_.push_back({word, named("SELECT id, fold(written || ' ' || name) FROM identifier", word),
                          named("SELECT id, fold(name) FROM source", word)});
        if (!isShort(word) && !words_.back().isNamed()) together_.push_back(word);
    }
}

IdSet SearchIndex::named(const char* names, const std::string& word) {
    IdSet ids;
    auto rows = db_.prepare(names);
    while (rows.step())
        if (rows.textView(1).find(word) != std::string_view::npos) ids.push_back(rows.integer(0));
    sortOnce(ids);
    return ids;
}

// Words that are in no name are asked for together: then the lists of the common ones are gone through for
// the few items of the rare one only.
std::optional<IdSet> SearchIndex::among() {
    std::optional<IdSet> all;
    if (!together_.empty()) narrow(all, together_, nullptr);
    for (const Word& word : words_)
        if (!isShort(word.folded) && word.isNamed()) narrow(all, {word.folded}, &word);
    for (const Word& word : words_)
        if (isShort(word.folded) && (!all || all->size() > kFew)) narrow(all, {word.folded}, &word);
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
    return lists_.having(together_, groups);
}

void SearchIndex::addRows(const char* query, model::Id key, IdSet& ids) {
    auto rows = db_.prepare(query);
    for (rows.with(key); rows.step();) ids.push_back(rows.integer(0));
}

void SearchIndex::addNamed(const Word& word, IdSet& ids) {
    for (const model::Id identifier : word.identifiers)
        addRows("SELECT item_id FROM item_identifier WHERE identifier_id = ?", identifier, ids);
    for (const model::Id source : word.sources)
        addRows("SELECT id FROM item WHERE source_id = ?", source, ids);
}

void SearchIndex::narrow(std::optional<IdSet>& all, const std::vector<std::string>& words,
                         const Word* named) {
    IdSet ids = lists_.having(words);
    if (named != nullptr && named->isNamed()) {
        addNamed(*named, ids);
        sortOnce(ids);
    }
    if (all) std::erase_if(ids, [&](model::Id id) { return !contains(*all, id); });
    all = std::move(ids);
}

} // namespace core::query
