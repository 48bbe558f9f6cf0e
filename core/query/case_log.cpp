// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/case_reader.h"
#include "core/query/reader_state.h"

#include <sstream>

namespace core::query {

namespace {

constexpr std::string_view kIncidentColumns =
    "id, number, start_ms, start_precision, start_about, end_ms, end_precision, time_source, type, "
    "extra_types, "
    "channel, count, title, description, quote, place_type, place_text, targets, party_id, identified_by, "
    "identified_text, witnesses, response, response_text, fear, impact, reported, report_number, highlight, "
    "private_note, still_needed, status, episode_key, created_ms, changed_ms, origin";

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> list;
    for (std::string word; stream >> word;) list.push_back(word);
    return list;
}

base::Timestamp localTime(std::int64_t ms, std::int64_t precision, bool about, const std::string& zone) {
    base::Timestamp time;
    time.utcMs = ms;
    time.precision = static_cast<base::Precision>(precision);
    time.about = about;
    time.zone = zone;
    time.basis = base::TimeBasis::LocalZone;
    return time;
}

model::Incident incidentOf(const store::Statement& q, const std::string& zone) {
    model::Incident n;
    n.id = q.integer(0);
    n.number = q.integer32(1);
    n.start = localTime(q.integer(2), q.integer(3), q.integer(4) != 0, zone);
    if (!q.isNull(5)) n.end = localTime(q.integer(5), q.integer(6), false, zone);
    n.timeSource = model::timeSourceOf(q.textView(7)).value_or(model::TimeSource::OwnMemory);
    n.type = q.text(8);
    n.extraTypes = words(q.text(9));
    n.channel = q.text(10);
    n.count = q.integer32(11);
    n.title = q.text(12);
    n.description = q.text(13);
    n.quote = q.text(14);
    n.placeType = q.text(15);
    n.placeText = q.text(16);
    n.targets = words(q.text(17));
    n.party = q.integer(18);
    n.identifiedBy = words(q.text(19));
    n.identifiedText = q.text(20);
    n.witnesses = q.text(21);
    n.response = q.text(22);
    n.responseText = q.text(23);
    n.fear = q.integer32(24);
    n.impact = q.text(25);
    n.reported = q.integer(26) != 0;
    n.reportNumber = q.text(27);
    n.highlight = q.integer(28) != 0;
    n.privateNote = q.text(29);
    n.stillNeeded = q.text(30);
    n.status = model::incidentStatusOf(q.textView(31)).value_or(model::IncidentStatus::Draft);
    n.episodeKey = q.text(32);
    n.createdMs = q.integer(33);
    n.changedMs = q.integer(34);
    n.origin = q.text(35);
    return n;
}

std::vector<model::Incident> readIncidents(store::Database& db, const std::string& zone,
                                           const std::string& rest, std::optional<model::Id> id) {
    auto query = db.prepare("SELECT " + std::string(kIncidentColumns) + " FROM incident " + rest);
    if (id) query.bind(1, *id);
    auto items = db.prepare("SELECT l.item_id FROM incident_item l JOIN item i ON i.id = l.item_id "
                            "WHERE l.incident_id = ? ORDER BY i.time_ms, i.id");
    std::vector<model::Incident> list;
    while (query.step()) {
        list.push_back(incidentOf(query, zone));
        items.with(list.back().id);
        while (items.step()) list.back().items.push_back(items.integer(0));
    }
    return list;
}

} // namespace

std::vector<model::Incident> CaseReader::incidents() const {
    return readIncidents(*state_->db, zone(), "ORDER BY start_ms, number", std::nullopt);
}

std::optional<model::Incident> CaseReader::incident(model::Id id) const {
    auto list = readIncidents(*state_->db, zone(), "WHERE id = ?", id);
    if (list.empty()) return std::nullopt;
    return list.front();
}

std::vector<model::Milestone> CaseReader::milestones() const {
    auto query = state_->db->prepare(
        "SELECT id, kind, time_ms, precision, title, valid_to, report_number, note, item_id "
        "FROM milestone ORDER BY time_ms, id");
    const std::string zone = this->zone();
    std::vector<model::Milestone> list;
    while (query.step()) {
        model::Milestone m;
        m.id = query.integer(0);
        m.kind = model::milestoneKindOf(query.textView(1)).value_or(model::MilestoneKind::ClearNo);
        m.time = localTime(query.integer(2), query.integer(3), false, zone);
        m.title = query.text(4);
        m.validTo = query.text(5);
        m.reportNumber = query.text(6);
        m.note = query.text(7);
        m.item = query.integer(8);
        list.push_back(std::move(m));
    }
    return list;
}

std::vector<model::Exhibit> CaseReader::exhibits() const {
    auto query =
        state_->db->prepare("SELECT id, number, incident_id, milestone_id, kind, frozen_ms, withdrawn "
                            "FROM exhibit ORDER BY number");
    auto items = state_->db->prepare("SELECT l.item_id FROM exhibit_item l JOIN item i ON i.id = l.item_id "
                                     "WHERE l.exhibit_id = ? ORDER BY i.time_ms, i.id");
    std::vector<model::Exhibit> list;
    while (query.step()) {
        model::Exhibit e;
        e.number = query.integer32(1);
        e.incident = query.integer(2);
        e.milestone = query.integer(3);
        e.kind = model::exhibitKindOf(query.textView(4)).value_or(model::ExhibitKind::Conversation);
        e.frozenMs = query.integer(5);
        e.withdrawn = query.integer(6) != 0;
        items.with(query.integer(0));
        while (items.step()) e.items.push_back(items.integer(0));
        list.push_back(std::move(e));
    }
    return list;
}

std::vector<std::pair<std::string, std::string>> CaseReader::protectedTerms() const {
    auto query = state_->db->prepare("SELECT term, label FROM protected_term ORDER BY id");
    std::vector<std::pair<std::string, std::string>> list;
    while (query.step()) list.emplace_back(query.text(0), query.text(1));
    return list;
}

std::vector<std::pair<std::string, std::string>> CaseReader::tableTemplates() const {
    auto query = state_->db->prepare("SELECT name, mapping FROM table_template ORDER BY fold(name), name");
    std::vector<std::pair<std::string, std::string>> list;
    while (query.step()) list.emplace_back(query.text(0), query.text(1));
    return list;
}

std::vector<CustodyRow> CaseReader::custody(model::Id item) const {
    std::string where;
    if (item != 0) {
        // Of the item itself, of the import that brought its source, and of changes to several things at
        // once.
        const std::string id = std::to_string(item);
        where =
            " WHERE sequence IN (SELECT sequence FROM custody WHERE subject = 'item " + id +
            "' UNION SELECT sequence FROM custody WHERE subject = 'source ' || (SELECT source_id FROM item "
            "WHERE id = " +
            id + ") UNION SELECT sequence FROM custody_item WHERE item_id = " + id + ")";
    }
    auto query = state_->db->prepare("SELECT sequence, at_ms, action, subject, detail, hash FROM custody" +
                                     where + " ORDER BY sequence DESC");
    std::vector<CustodyRow> list;
    while (query.step())
        list.push_back(
            {query.integer(0), query.integer(1), query.text(2), query.text(3), query.text(4), query.text(5)});
    return list;
}

std::string CaseReader::custodyHead() const {
    return state_->db->text("SELECT hash FROM custody ORDER BY sequence DESC LIMIT 1");
}

std::string CaseReader::importReport(model::Id run) const {
    auto query = state_->db->prepare("SELECT report FROM import_run WHERE id = ?");
    query.bind(1, run);
    return query.step() ? query.text(0) : std::string();
}

std::vector<model::Id> CaseReader::importRuns() const {
    auto query = state_->db->prepare("SELECT id FROM import_run ORDER BY id DESC");
    std::vector<model::Id> list;
    while (query.step()) list.push_back(query.integer(0));
    return list;
}

} // namespace core::query
