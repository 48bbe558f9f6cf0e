// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Puts the bytes of one file into the case, once: the object, its rows, the entry in the history. Not what
// the file says: that is read afterwards, from the object.

#include "core/import/import_history.h"
#include "core/import/probe_file.h"
#include "core/import/table_templates.h"
#include "core/store/case_store.h"

#include <filesystem>
#include <string>

namespace core::import {

// A file as it is to stand in the case.
struct Incoming {
    std::string name;            // without folders, UTF-8
    std::string path;            // where it was picked up, UTF-8; of a file in a file, behind that one's
    std::string folder;          // format::ProbeInput::folder
    std::int64_t fileTimeMs = 0; // 0 = unknown
    model::Id parent = 0;        // the source it came in, 0 = none
    std::string memberPath;      // in the parent
};

class FileKeeper {
public:
    // `fileFailed` is true while what is thrown is the fault of the file and not of the case.
    FileKeeper(store::CaseStore& store, store::Database& database, ImportHistory& history,
               const ImportOptions& options, const TableTemplates& templates, base::Progress& progress,
               bool& fileFailed)
        : store_(store), db_(database), history_(history), options_(options), templates_(templates),
          progress_(progress), fileFailed_(fileFailed) {}
    void setRun(model::Id run) { run_ = run; }

    // With a mapping in what it returns, the file is a table, whatever it was taken for.
    Kept keep(const std::filesystem::path& path, const Incoming& incoming, const ProbedFile& probed);
    // A file inside another; what it is, its first bytes tell on the way. Throws what `bytes` throws.
    Kept keepMember(base::ByteSource& bytes, const Incoming& incoming, const format::Reader*& reader);

private:
    std::string faultOf(const std::string& objectId, const Kept& kept);
    void placeOriginal(Kept& kept, const std::string& fault);
    void findSource(Kept& kept, const Incoming& incoming, const format::Reader* reader);
    void placeSource(Kept& kept, const Incoming& incoming, const format::Reader* reader);
    Kept place(const store::StoredObject& stored, const Incoming& incoming, const format::Reader* reader);

    store::CaseStore& store_;
    store::Database& db_;
    ImportHistory& history_;
    const ImportOptions& options_;
    const TableTemplates& templates_;
    base::Progress& progress_;
    bool& fileFailed_;
    model::Id run_ = 0;
};

} // namespace core::import
