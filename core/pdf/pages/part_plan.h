// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What of a document stands in which of its files, when it is split into parts that each stand alone. Neither
// drawing nor files.

#include "core/pdf/pages/page_map.h"
#include "core/report/log_document.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace core::pdf::pages {

struct Part {
    int number = 1, count = 1;
    std::size_t firstRow = 0, endRow = 0; // of the log
    std::set<int> exhibits;               // whose pages are in it
    std::set<std::string> sections;       // "overview", "list", ...; of the whole document all
    bool isWhole() const { return count == 1; }
    bool holds(const std::string& section) const { return isWhole() || sections.contains(section); }
};

Part wholeDocument(const report::LogDocument& document);

// What the pages of the whole document weigh, one after another.
struct Weights {
    std::vector<std::uint64_t> pageBytes;
    std::uint64_t fixedBytes = 0; // in every part: fonts, tables
};

// Parts of at most `limit` bytes by their weights and of at most `mostPages`. An exhibit is never split; one
// that is larger than the limit stands in a part of its own.
std::vector<Part> planParts(const report::LogDocument& document, const PageMap& map, const Weights& weights,
                            std::uint64_t limit, std::size_t mostPages);

// Where everything of a part will stand, guessed from the pages of the whole document: right where what is
// said of the parts takes no further page. Without those of the rows: nothing names them.
PageMap likelyPages(const report::LogDocument& document, const Part& part, const PageMap& whole);

} // namespace core::pdf::pages
