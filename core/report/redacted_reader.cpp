// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/redacted_reader.h"

#include "core/report/marks.h"
#include "core/report/protected_terms.h"

namespace core::report {

std::string RedactedReader::clean(std::string text) const {
    cleanAll({&text});
    return text;
}

int RedactedReader::redactAll(std::span<std::string* const> texts) const {
    for (std::string* text : texts)
        *text = texts_ == Texts::Blank && !text->empty() ? "·" : withoutSigns(std::move(*text));
    return redactor_.apply(texts);
}

void RedactedReader::cleanAll(std::initializer_list<std::string*> texts) const {
    redactAll(std::span<std::string* const>(texts.begin(), texts.size()));
}

void RedactedReader::cleanPerson(query::PersonView& person) const {
    cleanAll({&person.name, &person.written});
    person.partyName = clean(std::move(person.partyName));
}

void RedactedReader::cleanRow(query::ItemRow& row) const {
    cleanPerson(row.from);
    cleanPerson(row.other);
    row.subject = clean(std::move(row.subject));
    row.text.clear();
    row.fileName = clean(std::move(row.fileName));
    for (std::string& tag : row.tags) tag = clean(std::move(tag));
}

void RedactedReader::cleanItem(query::ItemDetail& item) const {
    cleanAll({&item.subject, &item.fullText}); // before the row's part, which knows only the subject
    item.transcript = clean(std::move(item.transcript));
    cleanRow(item);
    for (query::PersonView& person : item.people) cleanPerson(person);
    for (query::AttachmentRow& attachment : item.attachmentList) {
        attachment.name = clean(std::move(attachment.name));
        attachment.path = attachment.path.empty() ? std::string() : clean(std::move(attachment.path));
        if (texts_ == Texts::Redacted) attachment.type = clean(std::move(attachment.type));
    }
    for (model::TimeClaim& claim : item.times) claim.asWritten = clean(std::move(claim.asWritten));
    for (model::Issue& issue : item.issues) issue.detail = clean(std::move(issue.detail));
    item.call.rawType = clean(std::move(item.call.rawType));
    item.source.name = clean(std::move(item.source.name));
    item.source.path = clean(std::move(item.source.path));
    if (item.photo) item.photo->camera = clean(std::move(item.photo->camera));
}

query::SourceRow RedactedReader::source(model::Id id) const {
    query::SourceRow row = reader_.source(id);
    row.name = clean(std::move(row.name));
    row.path = clean(std::move(row.path));
    return row;
}

query::PersonView RedactedReader::person(query::PersonView person) const {
    cleanPerson(person);
    return person;
}

bool RedactedReader::holdsProtected(model::Id id) const {
    if (redactor_.isEmpty()) return false;
    const auto item = reader_.item(id);
    return item && (redactor_.finds(item->fullText) || redactor_.finds(closedUp(item->fullText)) ||
                    redactor_.finds(item->subject));
}

std::vector<model::Incident> RedactedReader::incidents() const {
    std::vector<model::Incident> list = reader_.incidents();
    for (model::Incident& n : list) {
        n.privateNote.clear(); // never leave the case
        n.stillNeeded.clear();
        cleanAll({&n.title, &n.description, &n.quote});
        n.placeText = clean(std::move(n.placeText));
        n.identifiedText = clean(std::move(n.identifiedText));
        n.witnesses = clean(std::move(n.witnesses));
        cleanAll({&n.responseText, &n.impact});
        n.reportNumber = clean(std::move(n.reportNumber));
    }
    return list;
}

std::vector<model::Milestone> RedactedReader::milestones() const {
    std::vector<model::Milestone> list = reader_.milestones();
    for (model::Milestone& m : list) {
        cleanAll({&m.title, &m.note});
        m.reportNumber = clean(std::move(m.reportNumber));
    }
    return list;
}

std::vector<query::PartyRow> RedactedReader::parties() const {
    std::vector<query::PartyRow> list = reader_.parties();
    for (query::PartyRow& party : list) {
        party.name = clean(std::move(party.name));
        for (query::IdentifierRow& row : party.identifiers) {
            cleanAll({&row.name, &row.written});
            row.normal = clean(std::move(row.normal));
        }
    }
    return list;
}

std::optional<query::ItemDetail> RedactedReader::item(model::Id id) const {
    auto item = reader_.item(id);
    if (item) cleanItem(*item);
    return item;
}

} // namespace core::report
