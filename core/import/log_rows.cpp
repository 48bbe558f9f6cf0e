// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/log_rows.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/format/document/log_form.h"
#include "core/format/document/office_text.h"
#include "core/format/table/table_file.h"
#include "core/import/log_words.h"
#include "core/import/probe_file.h"
#include "core/store/case_store.h"

#include <algorithm>

namespace core::import {

using base::Error;
using base::ErrorCode;
using format::document::LogRow;
using format::document::Table;

namespace {

constexpr std::size_t kMostBytes = 64U << 20U; // of a document; a log is a few pages
constexpr std::size_t kMostRows = 20'000;

// The rows under their own numbers, empty ones too.
std::vector<Table> tablesOfSheets(base::SeekableSource& source) {
    std::vector<Table> tables;
    format::table::TableFile file(source);
    for (std::size_t i = 0; i < file.tables(); ++i) {
        Table& table = tables.emplace_back();
        const auto rows = file.rows(i);
        for (format::table::Row row; table.size() < kMostRows && rows->next(row);) {
            if (row.number > kMostRows) break;
            table.resize(std::max<std::size_t>(table.size() + 1, row.number));
            table.back() = std::move(row.cells);
        }
    }
    return tables;
}

std::vector<Table> tablesOf(base::SeekableSource& source) {
    const std::string head = base::readHead(source, kHeadBytes);
    source.seek(0);
    const auto office = format::document::officeKind(head);
    if (office == format::document::OfficeKind::None) return tablesOfSheets(source);
    return format::document::readOffice(base::readAll(source, kMostBytes), office).tables;
}

base::Timestamp timeOf(const format::document::LogDate& when, const std::string& zone) {
    base::Timestamp time = base::fromLocal(when.time->civil, zone, when.time->precision);
    time.about = when.about;
    return time;
}

// "Bilag nr.: 3"; the heading may have its own colon.
std::string labelled(std::string heading, const std::string& text) {
    while (!heading.empty() && (heading.back() == ':' || heading.back() == ' ')) heading.pop_back();
    return heading.empty() ? text : heading + ": " + text;
}

LogIncident incidentOf(const LogRow& row, const std::string& zone) {
    LogIncident one;
    one.written = row.day + (row.clock.empty() ? "" : " " + row.clock);
    one.issues = row.when.issues;
    one.hasDate = row.when.time.has_value();
    model::Incident& incident = one.incident;
    if (one.hasDate) incident.start = timeOf(row.when, zone);
    incident.timeSource = model::TimeSource::Document;
    incident.description = row.what;
    guessType(incident, row.what);
    for (const auto& [heading, text] : row.others)
        if (!takeLogCell(incident, heading, text)) incident.description += "\n" + labelled(heading, text);
    // What she calls exhibit 3 is not exhibit 3 of the case: it stays a word of hers.
    if (!row.exhibit.empty()) incident.description += "\n" + labelled(row.exhibitHeading, row.exhibit);
    return one;
}

} // namespace

std::vector<LogIncident> logIncidents(store::CaseStore& store, model::Id source) {
    const auto database = store.connect();
    auto row =
        database->prepare("SELECT o.object_id, o.sha256, s.zone FROM source s JOIN original o ON o.id = "
                          "s.original_id WHERE s.id = ? AND s.removed_ms IS NULL");
    if (!row.with(source).step())
        throw Error(ErrorCode::NotFound, "there is no such source in the case", std::to_string(source));
    const auto original = store.vault().read(row.text(0));
    std::vector<Table> tables;
    try {
        tables = tablesOf(*original);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Unsupported) throw;
        return {};
    }
    std::vector<LogIncident> list;
    auto made = database->prepare("SELECT 1 FROM incident WHERE origin = ?");
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto rows = format::document::logRows(tables[i]);
        if (!rows) continue;
        for (const LogRow& one : *rows) {
            LogIncident& incident = list.emplace_back(incidentOf(one, row.text(2)));
            incident.row = (i == 0 ? "" : std::to_string(i + 1) + ".") + std::to_string(one.row);
            incident.incident.origin = "log:" + row.text(1) + ":" + incident.row;
            incident.isMade = made.with(incident.incident.origin).step();
            made.reset();
        }
    }
    return list;
}

} // namespace core::import
