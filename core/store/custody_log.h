// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The append-only history of the case: who did what when to which item, each row bound to the one before by
// SHA-256. Whoever holds the passphrase could build a chain anew: it proves something only once its head has
// left the machine.

#include "core/base/clock.h"
#include "core/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

struct CustodyEvent {
    std::int64_t sequence = 0; // from 1, without gaps
    std::int64_t atMs = 0;
    std::string action;  // "create", "import", "edit", "undo", "export", "open", ...
    std::string subject; // what it was done to: "case", "source 3", "incident 7"
    std::string detail;  // JSON, with old and new values
    std::string
        hash; // 64 hexadecimal digits: SHA-256("logbog-custody-1" | previous | sequence | time | fields)
};

// The hash an event must have. Numbers are 8 bytes little-endian; action, subject and detail each have their
// length before them; `previous` is the text of the hash before, empty for the first.
std::string custodyHash(const std::string& previous, const CustodyEvent& event);

// Appends in the transaction that is open on `database`, so that a change and its entry stand or fall
// together; where none is open, in one of its own.
CustodyEvent appendCustody(Database& database, const base::Clock& clock, const std::string& action,
                           const std::string& subject, const std::string& detail);

std::vector<CustodyEvent> custodyEvents(Database& database, std::int64_t fromSequence, std::size_t limit);
std::string custodyHead(Database& database); // hash of the last event; empty for none
// Sequence of the first row that is missing or does not fit its predecessor; none where the chain is whole
// from `fromSequence` (at least 1) on. A chain cut off at its end is whole: only a head kept elsewhere tells.
std::optional<std::int64_t> firstBrokenCustody(Database& database, std::int64_t fromSequence = 1);

} // namespace core::store
