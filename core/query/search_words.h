// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a search, and what the trigram index (core/store/schema.sql) is asked for each of them. For
// the .cpp files of this folder.

#include <string>
#include <vector>

namespace core::query {

// Folded; there is no blank in any of them.
std::vector<std::string> searchWords(const std::string& search);

// MATCH of item_search: all trigrams of the word must be in a text that has it. Empty for a word of one or
// two characters.
std::string trigramsOf(const std::string& word);

// A word of one or two characters begins a trigram wherever it stands, for each indexed text ends with two
// blanks: those from `first` to `last`, as item_trigram has them.
struct TrigramRange {
    std::string first, last;
};
TrigramRange trigramsWith(const std::string& shortWord);

} // namespace core::query
