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

bool isShort(const std::string& word) {
    std::size_t pos = 0;
    for (int i = 0; i < 2 && pos < word.size(); ++i) base::nextCodePoint(word, pos);
    return pos == word.size();
}

} // namespace core::query
