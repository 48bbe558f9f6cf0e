// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What must never leave the case, as one list: the terms she wrote down, and her own identifiers that the
// offender has never met. Used by the document (which strikes them out) and by the gate before every export.

#include "core/base/catalog.h"
#include "core/query/case_reader.h"
#include "core/report/redactor.h"

#include <string>
#include <vector>

namespace core::report {

struct ProtectedTerm {
    std::string term;
    std::string label; // what it is ("address"), in the language of the catalog
};

// An identifier of the exposed person is known to the offender where both occur in one item.
std::vector<ProtectedTerm> protectedTerms(const query::CaseReader& reader, const base::Catalog& catalog);

// A redactor that looks for all of them. That of a document puts the signs of marks.h around its mark.
Redactor redactorFor(const std::vector<ProtectedTerm>& terms, const base::Catalog& catalog);
Redactor documentRedactor(const std::vector<ProtectedTerm>& terms, const base::Catalog& catalog);

// Without any blank: signs that stand one by one on a page make words only when they are put together.
inline std::string closedUp(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; });
    return text;
}

} // namespace core::report
