// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All that a list, a timeline and the counts beside them need of the items under a filter, from one walk over
// them. Not what stands in the items: that is read for the rows on the screen, CaseReader::rows.

#include "core/base/progress.h"
#include "core/query/case_reader.h"

namespace core::query {

struct Survey {
    std::vector<TimelineRow> rows; // by time, undated ones first
    FacetCounts facets;
};

// Throws Error(Cancelled) when asked to stop, or by stopReading().
Survey survey(const CaseReader& reader, const ItemFilter& filter,
              const base::Progress& progress = base::Progress());

// Without the items counted and without identifiers, which cost a walk over everybody's items.
std::vector<PartyRow> partyNames(const CaseReader& reader);

// How many of the messages and calls of an incident count as contacts: neither left out nor her own, as the
// log form has it. Incidents that have none at all are not in it.
std::map<model::Id, int> contactsOfIncidents(const CaseReader& reader);

// All that are in the case, those left out too.
int storedItems(const CaseReader& reader);

// From any thread: what another one reads with it just now ends with Error(Cancelled).
void stopReading(const CaseReader& reader);

} // namespace core::query
