// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The case as a document may print it: every text that somebody wrote, every name, address and file name has
// been through the redactor before the builder sees it. So nothing is shortened or put into a sentence before
// what is protected is gone, and the form's own words are never touched.

#include "core/query/case_reader.h"
#include "core/report/redactor.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::report {

class RedactedReader {
public:
    enum class Texts {
        Redacted,
        Blank, // a dot in the place of each: what is left of a document are the form's own words
    };
    RedactedReader(const query::CaseReader& reader, Redactor redactor, Texts texts = Texts::Redacted)
        : reader_(reader), redactor_(std::move(redactor)), texts_(texts) {}

    std::string label() const { return clean(reader_.label()); }
    std::string zone() const { return reader_.zone(); }
    std::string background() const { return clean(reader_.background()); }
    std::string custodyHead() const { return reader_.custodyHead(); }
    std::vector<model::Incident> incidents() const;
    std::vector<model::Milestone> milestones() const;
    std::vector<query::PartyRow> parties() const;
    std::optional<query::ItemDetail> item(model::Id id) const;

    query::SourceRow source(model::Id id) const;
    query::PersonView person(query::PersonView person) const; // as forCounting() gave them
    std::string redacted(std::string written) const { return clean(std::move(written)); }
    // Texts of the case that stand one after another; returns how many places were struck out.
    int redactAll(std::span<std::string* const> texts) const;
    // Whether anything protected stands in its whole text or title, within other words too.
    bool holdsProtected(model::Id item) const;

    const query::CaseReader& forCounting() const { return reader_; }
    const Redactor& redactor() const { return redactor_; }

private:
    std::string clean(std::string text) const;
    void cleanAll(std::initializer_list<std::string*> texts) const;
    void cleanRow(query::ItemRow& row) const;
    void cleanPerson(query::PersonView& person) const;
    void cleanItem(query::ItemDetail& item) const;

    const query::CaseReader& reader_;
    Redactor redactor_;
    Texts texts_;
};

} // namespace core::report
