// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of a search. For the .cpp files of this folder.

#include <string>
#include <vector>

namespace core::query {

// Folded; there is no blank in any of them.
std::vector<std::string> searchWords(const std::string& search);

bool isShort(const std::string& word); // of one or two characters: it has no trigram of its own

} // namespace core::query
