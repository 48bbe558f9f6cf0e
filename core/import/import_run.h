// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One import at work. Not for others: they call importFiles (importer.h).

#include "core/import/gathering.h"
#include "core/import/import_history.h"
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace core::import {

// One import: its connection, its run, and what is the same for all its files.
class ImportRun {
public:
    // All must outlive it; `report` is filled as the import goes on.
    ImportRun(store::CaseStore& store, const ImportOptions& options, base::Progress& progress,
              ImportReport& report);

    void importAll(const std::vector<WalkedFile>& files);
    void finish();

private:
    void keep(const WalkedFile& file);
    void readAll();
    void readOne(Gathered& file);
    void read(Gathered& file, FileReport& report);
    void readRecords(Gathered& file, ItemWriter& writer);
    void finishShown();
    void markShownBefore(const Gathered& file);
    std::optional<LinkedFile> findFile(const std::string& path, const Gathered& from);
    void takeName(const Gathered& file, FileReport& report);
    void noteEnd(const Gathered& file, const FileReport& report, const char* state);
    int itemsOf(model::Id source);

    store::CaseStore& store_;
    const ImportOptions& options_;
    base::Progress& progress_;
    ImportReport& report_;
    std::unique_ptr<store::Database> db_;
    ItemStatements statements_;
    ImportHistory history_;
    TableTemplates templates_;
    FileKeeper keeper_;
    Gathering gathering_;
    std::vector<const Gathered*> shown_; // known as attachments, and not noted as such yet
    std::set<model::Id> readSources_;    // by this run, to their end
    std::size_t next_ = 0;               // the first of gathering_ that was not read yet
    bool fileFailed_ = false;            // what is thrown now is the fault of the file that comes in
};

} // namespace core::import
