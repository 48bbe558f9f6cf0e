// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/search_words.h"

#include "core/base/utf8.h"

#include <sstream>

namespace core::query {

std::vector<std::string> searchWords(const std::string& search) {
    std::vector<std::string> words;
    std::istringstream stream(base::foldForSearch(search));
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

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

TrigramRange trigramsWith(const std::string& shortWord) {
    return {shortWord, shortWord + "\xF4\x8F\xBF\xBF\xF4\x8F\xBF\xBF"}; // the last code point there is
}

} // namespace core::query
