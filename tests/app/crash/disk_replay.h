// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What could be on the disk after the power failed at some point of a recorded run: what was synced is
// there, of the rest any part of any write, in sectors. Not a model of a disk that lies about syncing.
//
// Names follow a journal, as common file systems have it: of the changes of names since the last sync of a
// folder a beginning survives, never a later one without the earlier. Syncing a file does not sync its name.

#include "tests/app/crash/disk_log.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace tests {

struct RecordedOp {
    DiskRecord head;
    std::string name; // below the folder; empty for the folder itself
    std::string payload;
};

class DiskReplay {
public:
    // `before`: the folder as it was when recording began.
    DiskReplay(const std::filesystem::path& before, const std::filesystem::path& log,
               const std::string& folder);

    std::size_t size() const { return ops_.size(); }
    // Promises made before that operation.
    std::vector<std::string> acknowledged(std::size_t crashAt) const;
    // Which syncs the disk obeys, by the name of the file; all where it is not set. For trying whether a
    // missing sync would be noticed.
    void obeySync(std::function<bool(const std::string& name)> obeys) { obeys_ = std::move(obeys); }
    // Makes the folder as one of the many states that are possible there.
    void crash(std::size_t crashAt, std::mt19937& random, const std::filesystem::path& into) const;

private:
    std::map<std::string, std::string> before_; // by name; folders end in '/'
    std::vector<RecordedOp> ops_;
    std::function<bool(const std::string&)> obeys_;
};

} // namespace tests
