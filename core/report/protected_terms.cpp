// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/protected_terms.h"

#include "core/report/marks.h"
#include "core/store/database.h"

namespace core::report {

namespace {

std::string labelOf(const std::string& kind, const base::Catalog& catalog) {
    if (kind == "phone") return catalog.tr("number");
    if (kind == "email") return catalog.tr("e-mail address");
    return kind == "profile" ? catalog.tr("profile") : catalog.tr("name");
}

} // namespace

std::vector<ProtectedTerm> protectedTerms(const query::CaseReader& reader, const base::Catalog& catalog) {
    std::vector<ProtectedTerm> terms;
    for (const auto& [term, label] : reader.protectedTerms())
        terms.push_back({term, label.empty() ? catalog.tr("protected") : label});
    auto query = reader.database().prepare(R"(
        WITH theirs AS (SELECT i.id FROM identifier i JOIN party y ON y.id = i.party_id WHERE y.role = 'offender'),
             met AS (SELECT DISTINCT p.item_id FROM item_identifier p WHERE p.identifier_id IN (SELECT id FROM theirs))
        SELECT i.kind, i.normal, i.written FROM identifier i JOIN party y ON y.id = i.party_id
        WHERE y.role = 'exposed' AND NOT EXISTS (
            SELECT 1 FROM item_identifier p WHERE p.identifier_id = i.id AND p.item_id IN (SELECT item_id FROM met))
        ORDER BY i.id)");
    while (query.step()) {
        const std::string label = labelOf(query.text(0), catalog);
        terms.push_back({query.text(1), label});
        if (query.text(2) != query.text(1)) terms.push_back({query.text(2), label});
    }
    return terms;
}

Redactor redactorFor(const std::vector<ProtectedTerm>& terms, const base::Catalog& catalog) {
    Redactor redactor(catalog.tr("[redacted: %1]"));
    for (const ProtectedTerm& term : terms) redactor.protect(term.term, term.label);
    return redactor;
}

Redactor documentRedactor(const std::vector<ProtectedTerm>& terms, const base::Catalog& catalog) {
    Redactor redactor(std::string(kStruckBegin) + catalog.tr("[redacted: %1]") + std::string(kStruckEnd));
    for (const ProtectedTerm& term : terms) redactor.protect(term.term, withoutSigns(term.label));
    return redactor;
}

} // namespace core::report
