// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was found and what was read, put together as the window lists it: a folder with many files of one
// format is one row, and the sums below. Not the words: import_words.h.

#include "core/import/importer.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ui::import {

// From this many files of one format in one folder on, they share a row.
inline constexpr std::size_t kFilesForFolderRow = 4;

struct FoundRow {
    std::string name;   // of the file, or of the folder
    std::string format; // empty: not understood
    bool isFolder = false;
    bool isChosen = true; // what is not understood begins unchosen
    std::string error;    // English, for a file that could not be read at all
    std::optional<core::import::PassedOverReason> passedOver; // not looked into; taken where it is ticked
    std::vector<std::filesystem::path> paths;
    std::map<core::model::ItemKind, int> kinds;
    int items = 0, undated = 0;
    std::optional<std::int64_t> firstMs, lastMs;
};

// Understood files first, in the order found; unreadable ones and what was passed over last.
std::vector<FoundRow> foundRows(const std::vector<core::import::FoundFile>& files);

struct FoundTotals {
    int items = 0, undated = 0, files = 0, filesChosen = 0;
    int localTimes = 0; // items whose format may write local times without a zone: photos
};
FoundTotals totals(const std::vector<FoundRow>& chosenOrNot);

// The files to import, in the order of the rows.
std::vector<std::filesystem::path> chosenPaths(const std::vector<FoundRow>& rows);

struct ReportRow {
    std::string name;
    std::string format;
    bool isFolder = false;
    int files = 1;
    int found = 0; // came in + continued + duplicates + skipped
    int items = 0, continued = 0, duplicates = 0, skipped = 0, undated = 0, issues = 0;
    int knownFiles = 0;               // imported before, byte for byte
    int failed = 0;                   // files of which nothing came in
    std::string sha256;               // of the one file; empty for a folder
    std::vector<std::size_t> indices; // into the report's files
};
std::vector<ReportRow> reportRows(const core::import::ImportReport& report);
ReportRow reportTotals(const std::vector<ReportRow>& rows);

// Codes with their counts, most frequent first, of the files of one row; `total` counts also those that were
// not kept one by one.
struct IssueCount {
    core::model::IssueCode code;
    core::model::IssueSeverity severity;
    int count = 0;
    std::vector<std::string> details; // at most 5 different ones
};
std::vector<IssueCount> issueCounts(const core::import::ImportReport& report, const ReportRow& row);

} // namespace ui::import
