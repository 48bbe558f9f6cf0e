// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Puts the bytes of one file into the case, once: the object, its rows, the entry in the history. Not what
// the file says: that is read afterwards, from the object.

#include "core/import/import_history.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"

#include <filesystem>
#include <string>

namespace core::import {

class FileKeeper {
public:
    // `fileFailed` is true while what is thrown is the fault of the file and not of the case.
    FileKeeper(store::CaseStore& store, store::Database& database, ImportHistory& history,
               const std::string& zone, base::Progress& progress, bool& fileFailed)
        : store_(store), db_(database), history_(history), zone_(zone), progress_(progress),
          fileFailed_(fileFailed) {}
    void setRun(model::Id run) { run_ = run; }

    Kept keep(const std::filesystem::path& path, const ProbedFile& probed);

private:
    std::string faultOf(const std::string& objectId, const Kept& kept);
    void placeOriginal(Kept& kept, const std::string& fault);
    void placeSource(Kept& kept, const std::filesystem::path& path, const ProbedFile& probed);

    store::CaseStore& store_;
    store::Database& db_;
    ImportHistory& history_;
    const std::string& zone_;
    base::Progress& progress_;
    bool& fileFailed_;
    model::Id run_ = 0;
};

} // namespace core::import
