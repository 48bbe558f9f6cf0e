// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A table that is in the case already, as a document or read with other columns: what it looks like, what a
// meaning of its columns would make of it, and reading it so. Not what the columns mean: that the user says.

#include "core/format/table/mapping.h"
#include "core/import/importer.h"

#include <optional>
#include <string>
#include <vector>

namespace core::import {

using format::DateOrder;
using format::table::DurationUnit;
using format::table::PreviewRow;
using format::table::Rejected;
using TableRole = format::table::Role;
using TableRow = format::table::Row;
using format::table::TableMapping;
using format::table::toJson;

inline constexpr std::size_t kTableSample = 160; // rows that are looked at

struct TableSample {
    std::vector<TableRow> rows; // the first ones, whatever stands in them
    TableMapping mapping;       // as it was read, or of a template, or guessed
    bool isGuessed = true;      // and nobody has said so
    std::string zone;           // in which its local times were read
    std::int64_t fileTimeMs = 0;
};

// On any thread. None where the original is no table. Throws Error(NotFound) for a source that is not there,
// Error(Damaged) for an original that is.
std::optional<TableSample> sampleTable(store::CaseStore& store, model::Id source);

// The first rows of the sample below the header, as the mapping reads them. Reads no file.
std::vector<PreviewRow> previewTable(const TableSample& sample, const TableMapping& mapping,
                                     const std::string& zone, std::int64_t nowMs);

// Reads the original of a source anew with this mapping: a new source with its items takes the place of the
// old one, whose rows go, with an entry in the history ("read-table"); the original stays as it is. All in
// one transaction: for a worker, under a modal window. Cannot be undone, but can be read in another way
// again. Throws Error: Exists as edit::removeRows (an incident stands on one of its items ...), InvalidInput
// where not one row gives an item, Cancelled; then nothing is changed.
ImportReport readTable(store::CaseStore& store, model::Id source, const TableMapping& mapping,
                       const std::string& zone, base::Progress& progress);

} // namespace core::import
