// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files into the case: probe by content, keep the original encrypted, read it, leave out what is there
// already, and say what was done. Not the formats: one reader each in core/format.
//
// Runs on any one thread, on a connection of its own; a large file is read on a second one beside it. A file
// at a time; batches of whole items are committed as they come, so that a cancelled or killed import keeps
// what it had, and giving the same files again completes it.

#include "core/base/progress.h"
#include "core/base/secret_text.h"
#include "core/format/reader.h"
#include "core/import/file_answers.h"
#include "core/import/file_walk.h"
#include "core/model/issue.h"
#include "core/model/item.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::store {
class CaseStore;
}

namespace core::import {

// Asks for the passphrase of a sealed file, by its name; on the importing thread or the one that reads for
// it. None: there is none.
using AskFilePassphrase =
    std::function<std::optional<base::SecretText>(const std::string& fileName, bool isAgain)>;

// What a file is, before anything is read into the case.
struct FoundFile {
    std::filesystem::path path; // of a file in an archive, behind that one's
    std::string format;         // code of the reader; empty = not understood (kept as a document if chosen)
    std::uint64_t size = 0;
    std::map<model::ItemKind, int> kinds; // what a dry reading found
    int undated = 0;
    int localTimes = 0; // items whose time was written without a zone
    std::optional<std::int64_t> firstMs, lastMs;
    std::string error;                          // the file could not be read at all; English, for the log
    std::optional<PassedOverReason> passedOver; // not looked into: a file, or a folder with all in it
    bool isShown = false;       // an attachment of messages among the others: no item of its own
    int missing = 0;            // attachments whose files are not among the others
    bool asksDateOrder = false; // 03/04 can be read in more than one way, and nothing in the file decides
    bool isSealed = false;      // something in it needs a passphrase that was not given
};

struct ImportOptions {
    std::string custodian;                  // who has had the material
    std::string zone = "Europe/Copenhagen"; // for times without one
    bool keepUnknown = true;                // files that are not understood are kept as documents
    format::DateOrder dateOrder = format::DateOrder::FromFile; // of 03/04 where a file does not say
    FileAnswers answers;                                       // of single files, before the two above
    AskFilePassphrase passphrase;                              // empty: sealed files stay sealed
    // Of tables with the headers that they name: JSON of core/format/table/mapping.h. Those that are kept in
    // the case are known without.
    std::vector<std::string> mappings = {};
};

// As said of the file, of what is around it, or of all.
std::string zoneOf(const ImportOptions& options, const std::filesystem::path& file);
format::DateOrder dateOrderOf(const ImportOptions& options, const std::filesystem::path& file);

// All files under the paths, each read once as the options say, and behind them what the walk passed over
// (file_walk.h). Nothing is stored. Adds bytes to `progress`.
std::vector<FoundFile> scan(const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                            base::Progress& progress);

struct FileReport {
    std::filesystem::path path;
    std::string sha256; // of the file
    std::string format;
    int items = 0;          // new in the case
    int duplicates = 0;     // already in the case, or twice in the file
    int continued = 0;      // brought by an earlier import of this very file that did not come to its end
    int skipped = 0;        // records that could not be read
    int undated = 0;        // of the new items
    int missing = 0;        // attachments whose files the export did not hold
    bool knownFile = false; // the very same bytes were imported before
    bool isShown = false;   // an attachment of messages that came with it: it has no item of its own
    std::string error;      // nothing of it was imported; English, for the log
    base::ErrorCode errorCode = base::ErrorCode::Io;
    std::vector<model::Issue> issues; // at most 1,000; `issueCount` says how many there were
    int issueCount = 0;
};

struct ImportReport {
    model::Id run = 0;
    std::int64_t begunMs = 0, endedMs = 0;
    bool cancelled = false;
    std::vector<FileReport> files;
    std::vector<PassedOver> passedOver; // of the folders; nothing was read of them
};

// Throws Error where the case itself fails (NoSpace, Damaged ...), with what was done until then in the case
// and in its history; a file that cannot be read is a line of the report.
ImportReport importFiles(store::CaseStore& store, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options, base::Progress& progress);

// The report as the case keeps it, and back.
std::string toJson(const ImportReport& report);
ImportReport reportFromJson(const std::string& json);

} // namespace core::import
