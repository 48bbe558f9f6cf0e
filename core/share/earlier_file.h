// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The file that stands where an export is to stand: it comes back where the export fails after all. For
// several files that must change together; one alone is replaced in a single step by pdf::OutputFile.

#include "core/pdf/unfinished.h"

#include <filesystem>
#include <memory>

namespace core::share {

class EarlierFile {
public:
    // Keeps what is there beside it, under a hidden name; nothing where there is no file. Throws
    // base::Error(Permission, NoSpace, Io).
    explicit EarlierFile(std::filesystem::path target);
    // Puts it back, or takes the new one away where there was none, unless letGo() was called.
    ~EarlierFile();
    EarlierFile(const EarlierFile&) = delete;
    EarlierFile& operator=(const EarlierFile&) = delete;

    void setReplaced() { isReplaced_ = true; } // the new one has its name
    void letGo() { isLetGo_ = true; }          // all have: the earlier one is not wanted any more

private:
    void keep();

    std::filesystem::path target_;
    std::unique_ptr<pdf::Unfinished> beside_; // where it is kept; null: there was none
    int lock_ = -1;                           // of the kept file, so that nobody takes it for stale
    bool isMoved_ = false, isReplaced_ = false, isLetGo_ = false;
};

} // namespace core::share
