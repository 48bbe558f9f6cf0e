// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The first half of an import: files are kept, and the files inside them, and so on; nothing is read out of
// them yet. Afterwards it is known which file a chat means by "photos/1.jpg".

#include "core/import/file_index.h"
#include "core/import/file_keeper.h"
#include "core/import/importer.h"

#include <deque>

namespace core::import {

struct Gathered {
    Incoming incoming;
    Kept kept;
    const format::Reader* reader = nullptr; // null: not understood
    std::size_t report = 0;                 // place in ImportReport::files
    bool isShown = false;                   // an attachment of somebody's message
    std::vector<model::Issue> issues;       // of what is inside; they go with its own
};

class Gathering {
public:
    // All must outlive it. `report` gets one entry a file that was kept or failed.
    Gathering(store::CaseStore& store, FileKeeper& keeper, const ImportOptions& options,
              base::Progress& progress, ImportReport& report)
        : store_(store), keeper_(keeper), options_(options), progress_(progress), report_(report) {}

    // Keeps one file and what is in it. Returns its place in all(). Throws what the file or the case throws;
    // then nothing of this file was added.
    std::size_t keep(const std::filesystem::path& path, const std::string& folder, const ProbedFile& probed,
                     std::size_t report);
    // Hands out what is inside; to be called once for each file that keep() gave, before it is read.
    void unpack(std::size_t gathered);

    std::deque<Gathered>& all() { return all_; }
    const FileIndex& index() const { return index_; }
    format::ReadContext context(const Gathered& file) const;

private:
    friend class Unpacked;
    void add(Gathered&& file);
    void keepMember(std::size_t parent, const format::ChildFile& child, base::ByteSource& bytes);

    store::CaseStore& store_;
    FileKeeper& keeper_;
    const ImportOptions& options_;
    base::Progress& progress_;
    ImportReport& report_;
    std::deque<Gathered> all_; // grows while what stands in it is looked at
    FileIndex index_;
    int depth_ = 0;
};

// What stands in front of the last / of a path; empty where there is none.
std::string folderOf(const std::string& path);

} // namespace core::import
