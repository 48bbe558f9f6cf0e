// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which items become which exhibit: what was frozen stays as it is, the rest of the evidence is grouped by
// month, incident and kind. Not the numbering: core/edit gives numbers when the exhibits leave the case.

#include "core/model/exhibit.h"
#include "core/model/incident.h"
#include "core/query/case_reader.h"

#include <vector>

namespace core::report {

// Drafts too: a log is never complete. Only what was left out stays out.
bool isExported(const model::Incident& incident);

model::ExhibitKind exhibitKindFor(model::ItemKind kind);

// The frozen exhibits by number, then new ones (number 0) by the time of the first incident or milestone they
// show; of an incident first its conversation, then mails, pictures, documents. Messages and calls of
// incidents that came from episodes stand together, a calendar month an exhibit, and so do their mails;
// months of few stand with those beside them. `incident` is 0 where such an exhibit shows several. Incidents
// written by hand keep exhibits of their own; of more than a hundred files they have several, one after
// another. Excluded items make no new exhibit. An item stands in one exhibit only.
std::vector<model::Exhibit> planExhibits(const query::CaseReader& reader);

} // namespace core::report
