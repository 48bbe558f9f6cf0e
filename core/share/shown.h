// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a built log document shows, source by source: the records behind its exhibits, and what else lies in
// the same files. Asked of the document, so that nothing that was taken out or left out is taken for shown.

#include "core/query/case_reader.h"
#include "core/report/log_document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::share {

struct ShownRecord {
    model::Id item = 0;
    std::uint64_t offset = 0, length = 0; // in the original
    std::uint64_t index = 0;              // "K1, record 12"
    std::vector<int> exhibits;            // numbers
};

struct ShownSource {
    std::string key; // "K1", as in the document
    query::SourceRow source;
    std::vector<ShownRecord> records; // by offset
    std::vector<model::Id> messages;  // that show the whole file as their attachment
    std::vector<int> exhibits;        // numbers, ascending
};

// In the order of their keys.
std::vector<ShownSource> shownSources(const query::CaseReader& reader, const report::LogDocument& document);

// An attachment of what is shown whose file the case never had.
struct MissingFile {
    std::string name;
    model::Id item = 0;
    std::vector<int> exhibits; // numbers
};
std::vector<MissingFile> missingFiles(const query::CaseReader& reader, const report::LogDocument& document);

// What a file holds besides the records that are shown.
struct OtherContent {
    bool any = false;
    int items = 0;  // of the case; `any` without one: records that are no items here, such as duplicates, or
                    // files inside it
    int people = 0; // that those are with, and no shown one is
};
// `all`: everything that is shown.
OtherContent otherContent(const query::CaseReader& reader, const ShownSource& shown,
                          const std::vector<ShownSource>& all);

} // namespace core::share
