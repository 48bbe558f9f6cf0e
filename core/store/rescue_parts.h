// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of rescue.h. Inside core/store only.

#include "core/store/rescue.h"
#include "core/store/table_salvage.h"

#include <map>
#include <string>
#include <vector>

namespace core::store {

struct OldOriginal {
    std::int64_t id = 0;
    std::string objectId, sha256;
    std::int64_t size = 0;
};

// What the rows of the damaged case say that does not go into the new one as it is.
struct OldRows {
    std::map<std::string, std::string> settings;
    std::vector<OldOriginal> originals;
    std::string head; // hash of the last entry of the history that could be read
    std::int64_t entries = 0;
    std::string digest; // over these entries
};

std::map<std::string, std::string> salvageSettings(const DamagedCase& damaged);
// The transaction is the caller's; foreign keys are not checked in it.
void copyRows(const DamagedCase& damaged, Database& target, Rescued& rescued, OldRows& old);
// Objects, rows of originals and sources; returns the objects to be settled after the commit.
std::vector<std::string> copyOriginals(const DamagedCase& damaged, Database& target, const OldRows& old,
                                       Rescued& rescued, base::Progress& progress);

// While it lives the triggers that keep rows from being changed are away; restored by restore(), in the same
// transaction.
class WithoutTriggers {
public:
    explicit WithoutTriggers(Database& database);
    void restore();

private:
    Database& database_;
    std::vector<std::string> sql_;
};

std::string withLost(const std::string& object, const std::vector<CaseStore::Finding>& lost);

} // namespace core::store
