// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/table_templates.h"

#include "core/format/table/csv_rows.h"
#include "core/format/table/mapping.h"
#include "core/format/table/xlsx_book.h"
#include "core/store/database.h"

namespace core::import {

bool mayBeTable(const format::Reader* reader) {
    if (reader == nullptr) return true;
    const std::string_view code = reader->code();
    return code == "table" || code == "document";
}

TableTemplates::TableTemplates(const std::vector<std::string>& mappings) {
    for (const std::string& json : mappings)
        if (const auto mapping = format::table::mappingFromJson(json); mapping && !mapping->headers.empty())
            mappings_.push_back(json);
}

namespace {

// By its first bytes: rows of anything else would be looked for through the whole of a film.
bool looksLikeRows(base::SeekableSource& source) {
    const std::string head = base::readHead(source, 4096);
    source.seek(0);
    return format::table::looksLikeXlsx(head) || format::table::csvShape(head).cells > 1;
}

} // namespace

std::string TableTemplates::mappingFor(base::SeekableSource& source, const format::Reader* reader) const {
    if (mappings_.empty() || !mayBeTable(reader)) return {};
    if (!looksLikeRows(source)) return {};
    const auto rows = format::table::sampleRows(source, format::table::kHeaderWithin);
    for (const std::string& json : mappings_)
        if (format::table::hasHeaderOf(*format::table::mappingFromJson(json), rows)) return json;
    return {};
}

std::vector<std::string> TableTemplates::inCase(store::Database& database) {
    std::vector<std::string> mappings;
    auto rows = database.prepare("SELECT mapping FROM table_template ORDER BY id DESC"); // the newest first
    while (rows.step()) mappings.push_back(rows.text(0));
    return mappings;
}

} // namespace core::import
