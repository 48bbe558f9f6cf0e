// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an import leaves in the history of the case: that a file came in, and how its reading ended. verify
// holds the rows against these entries.

#include "core/import/importer.h"

#include <string>

namespace core::store {
class Database;
}
namespace core::base {
class Clock;
}

namespace core::import {

// Where the bytes of one file stand in the case.
struct Kept {
    model::Id original = 0;
    std::string objectId;
    std::string sha256;
    std::uint64_t size = 0;
    model::Id source = 0;
    std::string zone; // in which its local times are read
    format::DateOrder dateOrder = format::DateOrder::FromFile;
    std::string format;  // as the source has it
    std::string mapping; // of a table: what its columns mean, where that was said
    // Of the source: being imported, read to its end, or an attachment of other items.
    enum State { Begun, Complete, Shown } state = Begun;
};

class ImportHistory {
public:
    ImportHistory(store::Database& database, const base::Clock& clock, const ImportOptions& options)
        : database_(database), clock_(clock), options_(options) {}

    // All in the transaction that is open, or in one of their own.
    // "import-begin", or "import-again" where the file had been read to its end before.
    void begin(const Kept& kept, const std::string& name, const std::string& path, std::int64_t fileTimeMs,
               model::Id run);
    // "restored": the file of an original was damaged or missing and a sound one took its place.
    void restored(const Kept& kept, const std::string& oldObject, const std::string& fault);
    // "import"; `state` is complete, cancelled, failed or attachment (it is shown by the
    // messages of another source and has no items), `rows` the digest of the source's rows where
    // complete.
    void end(const Kept& kept, const FileReport& report, const char* state, const std::string& rows = {});

private:
    store::Database& database_;
    const base::Clock& clock_;
    const ImportOptions& options_;
};

} // namespace core::import
