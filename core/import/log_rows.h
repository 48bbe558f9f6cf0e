// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log that the exposed person kept herself, in a file of the case (Word, OpenDocument, CSV or a
// sheet), as the incidents that could be made of them. Makes none: she chooses, and edit::Editor::makeFromLog
// does it.

#include "core/model/incident.h"
#include "core/model/issue.h"

#include <string>
#include <vector>

namespace core::store {
class CaseStore;
}

namespace core::import {

struct LogIncident {
    model::Incident incident; // a draft with its `origin`; `start` says something only with hasDate
    std::string row;      // of the table as its program counts, "7"; "2.7" in the second table of a document
    std::string written;  // day and time as they stand there
    bool hasDate = false; // else no incident can be made of it
    bool isMade = false;  // there is one already
    std::vector<model::Issue> issues; // of its date
};

// In the order of the file; none where it holds no log. On any thread. Throws Error(NotFound) for a source
// that is not there, Error(Damaged) for an original that is.
std::vector<LogIncident> logIncidents(store::CaseStore& store, model::Id source);

} // namespace core::import
