// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which items may have the words of a search, by the trigram lists and by the names of people and sources.
// Never too few: whether an item has them its text says. For the .cpp files of this folder.

#include "core/model/item.h"
#include "core/store/search.h"

#include <optional>
#include <string>
#include <vector>

namespace core::query {

using IdSet = std::vector<model::Id>; // ascending, each once
bool contains(const IdSet& ids, model::Id id);

struct Word {
    std::string folded;
    IdSet identifiers, sources; // that have it in their name
    bool isNamed() const { return !identifiers.empty() || !sources.empty(); }
};

class SearchIndex {
public:
    SearchIndex(store::Database& database, const std::string& search);
    const std::vector<Word>& words() const { return words_; }

    // Of all items. None where it costs less to look at the texts than to ask.
    std::optional<IdSet> among();
    // Of these. None where the lists know no word of the search.
    std::optional<IdSet> amongThese(std::vector<model::Id> ids);

private:
    IdSet named(const char* names, const std::string& word);
    void addRows(const char* query, model::Id key, IdSet& ids);
    void addNamed(const Word& word, IdSet& ids);
    void narrow(std::optional<IdSet>& all, const std::vector<std::string>& words, const Word* named);

    store::Database& db_;
    store::SearchLists lists_;
    std::vector<Word> words_;
    std::vector<std::string> together_; // the words of three characters and more that are in no name
};

} // namespace core::query
