// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/case_reader.h"
#include "core/query/reader_state.h"

namespace core::query {

namespace {

IdentifierRow identifierOf(const store::Statement& q) {
    IdentifierRow row;
    row.id = q.integer(0);
    row.kind = model::identifierKindOf(q.textView(1)).value_or(model::IdentifierKind::Phone);
    row.normal = q.text(2);
    row.written = q.text(3);
    row.name = q.text(4);
    row.party = q.integer(5);
    row.role = model::partyRoleOf(q.textView(6)).value_or(model::PartyRole::Unknown);
    row.items = q.integer32(7);
    return row;
}

} // namespace

std::vector<IdentifierRow> CaseReader::identifiers() const {
    auto query = state_->db->prepare(
        "SELECT i.id, i.kind, i.normal, i.written, i.name, i.party_id, y.role, "
        "(SELECT count(DISTINCT item_id) FROM item_identifier WHERE identifier_id = i.id) AS items "
        "FROM identifier i LEFT JOIN party y ON y.id = i.party_id ORDER BY items DESC, i.id");
    std::vector<IdentifierRow> list;
    while (query.step()) list.push_back(identifierOf(query));
    return list;
}

std::vector<PartyRow> CaseReader::parties() const {
    auto query = state_->db->prepare(
        "SELECT y.id, y.role, y.name, (SELECT count(DISTINCT p.item_id) FROM item_identifier p "
        "JOIN identifier i ON i.id = p.identifier_id WHERE i.party_id = y.id) FROM party y ORDER BY y.id");
    const std::vector<IdentifierRow> all = identifiers();
    std::vector<PartyRow> list;
    while (query.step()) {
        PartyRow party;
        party.id = query.integer(0);
        party.role = model::partyRoleOf(query.textView(1)).value_or(model::PartyRole::Unknown);
        party.name = query.text(2);
        party.items = query.integer32(3);
        for (const IdentifierRow& identifier : all)
            if (identifier.party == party.id) party.identifiers.push_back(identifier);
        list.push_back(std::move(party));
    }
    return list;
}

std::vector<TagRow> CaseReader::tags() const {
    auto query =
        state_->db->prepare("SELECT t.id, t.name, count(l.item_id) FROM tag t "
                            "LEFT JOIN item_tag l ON l.tag_id = t.id GROUP BY t.id ORDER BY fold(t.name)");
    std::vector<TagRow> list;
    while (query.step()) list.push_back({query.integer(0), query.text(1), query.integer32(2)});
    return list;
}

namespace {

std::string sourceQuery(bool withCounts, const char* rest) {
    return std::string("SELECT s.id, s.run_id, s.name, s.path, s.format, s.zone, o.sha256, o.size, "
                       "s.imported_ms, s.complete, s.mapping, s.date_order, ") +
           (withCounts ? "(SELECT count(*) FROM item WHERE source_id = s.id), "
                         "(SELECT count(*) FROM issue WHERE source_id = s.id), "
                         "(SELECT min(kind = 'document') FROM item WHERE source_id = s.id) "
                       : "0, 0, 0 ") +
           "FROM source s JOIN original o ON o.id = s.original_id " + rest;
}

SourceRow sourceOf(const store::Statement& q) {
    SourceRow row;
    row.id = q.integer(0);
    row.run = q.integer(1);
    row.name = q.text(2);
    row.path = q.text(3);
    row.format = q.text(4);
    row.zone = q.text(5);
    row.sha256 = q.text(6);
    row.size = static_cast<std::uint64_t>(q.integer(7));
    row.importedMs = q.integer(8);
    row.complete = q.integer(9) != 0;
    row.mapping = q.text(10);
    row.dateOrder = q.text(11);
    row.items = q.integer32(12);
    row.issues = q.integer32(13);
    row.isDocument = row.items == 1 && q.integer(14) != 0;
    return row;
}

} // namespace

std::vector<SourceRow> CaseReader::sources() const {
    auto query = state_->db->prepare(sourceQuery(true, "WHERE s.removed_ms IS NULL ORDER BY s.id"));
    std::vector<SourceRow> list;
    while (query.step()) list.push_back(sourceOf(query));
    return list;
}

store::Statement prepareSource(store::Database& database) {
    return database.prepare(sourceQuery(false, "WHERE s.id = ?"));
}

SourceRow readSource(store::Statement& prepared, model::Id id) {
    SourceRow row = prepared.with(id).step() ? sourceOf(prepared) : SourceRow{};
    prepared.reset();
    return row;
}

SourceRow plainSource(store::Database& database, model::Id id) {
    auto query = prepareSource(database);
    return readSource(query, id);
}

SourceRow CaseReader::source(model::Id id) const { return plainSource(*state_->db, id); }

std::vector<model::Issue> CaseReader::issuesOfSource(model::Id source) const {
    auto query = state_->db->prepare(
        "SELECT code, severity, detail, position FROM issue WHERE source_id = ? ORDER BY id");
    query.bind(1, source);
    std::vector<model::Issue> list;
    while (query.step()) list.push_back(readIssue(query));
    return list;
}

} // namespace core::query
