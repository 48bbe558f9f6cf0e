// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a document holds, as far as it can be searched and dated: neutral for PDF, Word, OpenDocument, RTF and
// plain text. Not its layout.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace core::format::document {

constexpr std::size_t kMostText = 1024 * 1024; // bytes that are kept; the rest is in the original

using Row = std::vector<std::string>; // the cells, each as readable text
using Table = std::vector<Row>;

struct Content {
    std::string text; // UTF-8, line ends as \n, at most kMostText
    std::string title;
    std::vector<Table> tables; // of Word and OpenDocument
    std::string created;       // as parseWrittenTime reads it; empty where absent
    std::string saved;         // when it was last changed
    bool isFilledIn = false;   // it may have been made long before, and by another: a form
    std::string damage;        // what could not be read; empty = all could
    bool isCut = false;        // there is more text than was kept
    bool isSealed = false;     // encrypted
    bool isPictures = false;   // pages without any text: a scan
    std::size_t replaced = 0;  // bytes that are no characters
};

// Adds as much as there is room for, cut between characters.
void addText(Content& content, std::string_view text);

} // namespace core::format::document
