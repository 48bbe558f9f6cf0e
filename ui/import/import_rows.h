// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was found and what was read, put together as the window lists it: a folder with many files of one
// format is one row, the files of an archive stand under it, and the sums below. Not the words:
// import_words.h.

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
    bool isMember = false; // in the archive above it: chosen with that one
    bool isShown = false;  // attachments of messages
    bool isChosen = true;  // what is not understood begins unchosen
    std::string error;     // English, for a file that could not be read at all
    std::optional<core::import::PassedOverReason> passedOver; // not looked into; taken where it is ticked
    std::vector<std::filesystem::path> paths;
    std::map<core::model::ItemKind, int> kinds;
    int items = 0, undated = 0;
    int localTimes = 0;         // items whose time was written without a zone
    int shown = 0;              // files that messages show; of an archive, in it
    int missing = 0;            // attachments whose files are not there
    int unknown = 0;            // of an archive: files in it that are not understood
    bool asksDateOrder = false; // nothing in it says whether 03/04 is in March or in April
    bool isSealed = false;      // something in it needs a passphrase that was not given
    std::optional<std::int64_t> firstMs, lastMs;
};

// Understood files first, in the order found, what is in an archive behind it; unreadable ones and what was
// passed over last.
std::vector<FoundRow> foundRows(const std::vector<core::import::FoundFile>& files);

struct FoundTotals {
    int items = 0, undated = 0, files = 0, filesChosen = 0;
    int localTimes = 0;
};
FoundTotals totals(const std::vector<FoundRow>& chosenOrNot);

// The files to import, in the order of the rows.
std::vector<std::filesystem::path> chosenPaths(const std::vector<FoundRow>& rows);

struct ReportRow {
    std::string name;
    std::string format;
    bool isFolder = false;
    bool isMember = false; // in the archive above it
    int files = 1;
    int found = 0; // came in + continued + duplicates + skipped
    int items = 0, continued = 0, duplicates = 0, skipped = 0, undated = 0, issues = 0;
    int shown = 0;                    // files that messages show; they have no items
    int missing = 0;                  // attachments whose files the export did not hold
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

// The codes of what exports like these never hold, each once, in the order found.
std::vector<std::string> notContained(const core::import::ImportReport& report);
std::vector<std::string> wordsOf(const std::string& codes); // what blanks part

} // namespace ui::import
