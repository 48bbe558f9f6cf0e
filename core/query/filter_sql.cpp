// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter_sql.h"

#include "core/query/search_words.h"

namespace core::query {

namespace {

// For LIKE with ESCAPE '\\': the wildcards are taken literally.
std::string anywhere(const std::string& word) {
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

class Builder {
public:
    void add(const std::string& condition) { sql.where += (sql.where.empty() ? "" : " AND ") + condition; }
    void add(const std::string& condition, std::int64_t value) {
        add(condition);
        sql.parameters.emplace_back(value);
    }
    void text(const std::string& value) { sql.parameters.emplace_back(value); }

    void search(const std::string& words) {
        for (const std::string& word : searchWords(words)) {
            const std::string inNames =
                " OR item.id IN (SELECT item_id FROM item_identifier WHERE identifier_id IN "
                "(SELECT id FROM identifier WHERE fold(written || ' ' || name) LIKE ? ESCAPE '\\'))"
                " OR item.source_id IN (SELECT id FROM source WHERE fold(name) LIKE ? ESCAPE '\\'))";
            add("(item.id IN (SELECT c.id FROM search_candidates(?) c WHERE c.sure OR instr((SELECT body "
                "FROM item_folded WHERE id = c.id), ?) > 0)" +
                inNames);
            text(word);
            text(word);
            text(anywhere(word));
            text(anywhere(word));
        }
    }

    FilterSql sql;
};

} // namespace

void FilterSql::bindTo(store::Statement& statement) const {
    int index = 0;
    for (const auto& value : parameters) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind(index, *number);
        else
            statement.bind(index, std::string_view(std::get<std::string>(value)));
    }
}

FilterSql filterSql(const ItemFilter& f) {
    Builder b;
    if (f.onlyExcluded)
        b.add("item.excluded = 1");
    else if (!f.withExcluded)
        b.add("item.excluded = 0");
    if (!f.kinds.empty()) {
        std::string list;
        for (const model::ItemKind kind : f.kinds)
            list += std::string(list.empty() ? "'" : ",'") + model::codeOf(kind) + "'";
        b.add("item.kind IN (" + list + ")");
    }
    if (f.direction) {
        b.add("item.direction = ?");
        b.text(model::codeOf(*f.direction));
    }
    // Of a span of time each item is asked by itself: the set of all that a party wrote may be very large.
    if (f.party && f.fromMs && f.toMs)
        b.add("EXISTS (SELECT 1 FROM item_identifier p WHERE p.item_id = item.id AND p.identifier_id IN "
              "(SELECT id FROM identifier WHERE party_id = ?))", // a join would look through all of p
              *f.party);
    else if (f.party)
        b.add("item.id IN (SELECT p.item_id FROM item_identifier p JOIN identifier i ON i.id = "
              "p.identifier_id "
              "WHERE i.party_id = ?)",
              *f.party);
    if (f.identifier)
        b.add("item.id IN (SELECT item_id FROM item_identifier WHERE identifier_id = ?)", *f.identifier);
    if (f.tag) b.add("item.id IN (SELECT item_id FROM item_tag WHERE tag_id = ?)", *f.tag);
    if (f.source) b.add("item.source_id = ?", *f.source);
    if (f.run) b.add("item.source_id IN (SELECT id FROM source WHERE run_id = ?)", *f.run);
    if (f.incident)
        b.add("item.id IN (SELECT item_id FROM incident_item WHERE incident_id = ?)", *f.incident);
    if (f.fromMs) b.add("item.time_ms >= ?", *f.fromMs);
    if (f.toMs) b.add("item.time_ms < ?", *f.toMs);
    if (f.onlyUndated) b.add("item.time_ms IS NULL AND item.kind <> 'notice'");
    if (f.onlyUnreviewed) b.add("item.reviewed = 0");
    if (f.onlyWithIssues) b.add("item.id IN (SELECT item_id FROM issue WHERE severity <> 'note')");
    b.search(f.search);
    if (b.sql.where.empty()) b.sql.where = "1";
    return b.sql;
}

} // namespace core::query
