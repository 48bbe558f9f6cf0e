// SPDX-License-Identifier: GPL-3.0-or-later
// Editor: incidents, milestones, exhibits, exports.
#include "core/edit/editor_state.h"
#include "core/model/identified_by.h"

#include <algorithm>
#include <sstream>

#include <Poco/JSON/Object.h>

namespace core::edit {

namespace {

constexpr std::int64_t kEarliestMs = -2'208'988'800'000; // 1900-01-01

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void requireDate(const base::Timestamp& time) {
    if (time.utcMs < kEarliestMs)
        throw base::Error(base::ErrorCode::InvalidInput, "the date lies before 1900");
}

std::string subjectOf(const char* what, model::Id id) { return std::string(what) + " " + std::to_string(id); }

model::Id insertIncident(store::Database& db, std::int64_t now) {
    const std::int64_t number = db.integer("SELECT coalesce(max(number), 0) + 1 FROM incident");
    db.prepare("INSERT INTO incident(number, start_ms, start_precision, time_source, created_ms, changed_ms) "
               "VALUES (?, 0, 1, 'own-memory', ?, ?)")
        .with(number, now, now)
        .run();
    return db.lastInsertId();
}

void writeIncident(store::Database& db, model::Id id, const model::Incident& n, std::int64_t now) {
    auto update = db.prepare(
        "UPDATE incident SET start_ms = ?, start_precision = ?, start_about = ?, end_ms = ?, end_precision = "
        "?, "
        "time_source = ?, type = ?, extra_types = ?, channel = ?, count = ?, title = ?, description = ?, "
        "quote = ?, "
        "place_type = ?, place_text = ?, targets = ?, party_id = ?, identified_by = ?, identified_text = ?, "
        "witnesses = ?, response = ?, response_text = ?, fear = ?, impact = ?, reported = ?, report_number = "
        "?, "
        "highlight = ?, private_note = ?, still_needed = ?, status = ?, episode_key = ?, changed_ms = ? "
        "WHERE id = ?");
    std::optional<std::int64_t> endMs;
    std::optional<std::int64_t> endPrecision;
    if (n.end) {
        endMs = n.end->utcMs;
        endPrecision = static_cast<std::int64_t>(n.end->precision);
    }
    const std::optional<std::int64_t> party =
        n.party == 0 ? std::nullopt : std::optional<std::int64_t>(n.party);
    update.with(n.start.utcMs, static_cast<int>(n.start.precision), n.start.about, endMs, endPrecision,
                model::codeOf(n.timeSource), n.type, joined(n.extraTypes), n.channel, n.count, n.title,
                n.description, n.quote, n.placeType, n.placeText, joined(n.targets), party,
                joined(n.identifiedBy), n.identifiedText, n.witnesses, n.response, n.responseText, n.fear,
                n.impact, n.reported, n.reportNumber, n.highlight, n.privateNote, n.stillNeeded,
                model::codeOf(n.status), n.episodeKey, now, id);
    update.run();
}

void linkItems(store::Database& db, model::Id incident, const std::vector<model::Id>& items) {
    auto insert = db.prepare("INSERT INTO incident_item(incident_id, item_id) VALUES (?, ?) "
                             "ON CONFLICT(incident_id, item_id) DO NOTHING");
    for (const model::Id item : items) insert.with(incident, item).run();
}

void insertExhibit(store::Database& db, const model::Exhibit& exhibit) {
    const auto orNull = [](model::Id id) { return id == 0 ? std::nullopt : std::optional<std::int64_t>(id); };
    db.prepare(
          "INSERT INTO exhibit(number, incident_id, milestone_id, kind, frozen_ms) VALUES (?, ?, ?, ?, ?)")
        .with(exhibit.number, orNull(exhibit.incident), orNull(exhibit.milestone),
              model::codeOf(exhibit.kind), exhibit.frozenMs)
        .run();
    const model::Id id = db.lastInsertId();
    auto link = db.prepare("INSERT INTO exhibit_item(exhibit_id, item_id) VALUES (?, ?)");
    for (const model::Id item : exhibit.items) link.with(id, item).run();
}

std::vector<model::Id> inNoIncident(store::Database& db, const std::vector<model::Id>& items) {
    auto query = db.prepare("SELECT 1 FROM incident_item WHERE item_id = ?");
    std::vector<model::Id> free;
    for (const model::Id item : items)
        if (!query.with(item).step()) free.push_back(item);
    return free;
}

// By what the senders of these items are known; "number" where the file names none.
std::vector<std::string> identifiedBy(store::Database& db, const std::vector<model::Id>& items) {
    auto query =
        db.prepare("SELECT d.written FROM item i JOIN identifier d ON d.id = i.from_id WHERE i.id = ?");
    std::vector<std::string> codes;
    for (const model::Id item : items) {
        if (!query.with(item).step()) continue;
        const std::string code = model::identifiedByOf(query.textView(0));
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    if (codes.empty()) codes.emplace_back("number");
    return codes;
}

std::optional<std::int64_t> changedMs(store::Database& db, model::Id id) {
    auto query = db.prepare("SELECT changed_ms FROM incident WHERE id = ?");
    query.bind(1, id);
    if (!query.step()) throw base::Error(base::ErrorCode::NotFound, "no such incident", std::to_string(id));
    return query.integer(0);
}

} // namespace

model::Id Editor::saveIncident(const model::Incident& incident) {
    requireDate(incident.start);
    store::Database& db = state_->db;
    model::Id id = incident.id;
    const std::int64_t now = state_->store.clock().nowMs();
    std::string subject = subjectOf("incident", id);
    state_->run({"incident", 1}, subject, [&] {
        std::int64_t changed = now;
        if (id == 0) {
            id = insertIncident(db, now);
            subject = subjectOf("incident", id);
        } else if (const auto last = changedMs(db, id))
            // A save that changes nothing must leave no trace; bumped below where something did.
            changed = *last;
        writeIncident(db, id, incident, changed);
        linkItems(db, id, incident.items);
        auto remove = db.prepare("DELETE FROM incident_item WHERE incident_id = ? AND item_id = ?");
        std::vector<model::Id> present;
        auto query = db.prepare("SELECT item_id FROM incident_item WHERE incident_id = ?");
        query.bind(1, id);
        while (query.step()) present.push_back(query.integer(0));
        for (const model::Id item : present)
            if (std::find(incident.items.begin(), incident.items.end(), item) == incident.items.end())
                remove.with(id, item).run();
        if (changed != now && db.integer("SELECT count(*) FROM undo_change") > 0)
            db.prepare("UPDATE incident SET changed_ms = ? WHERE id = ?").with(now, id).run();
    });
    return id;
}

void Editor::addToIncident(model::Id incident, const std::vector<model::Id>& items) {
    state_->run({"link", static_cast<int>(items.size())}, subjectOf("incident", incident),
                [&] { linkItems(state_->db, incident, items); });
}

void Editor::removeFromIncident(model::Id incident, const std::vector<model::Id>& items) {
    state_->run({"unlink", static_cast<int>(items.size())}, subjectOf("incident", incident), [&] {
        auto remove = state_->db.prepare("DELETE FROM incident_item WHERE incident_id = ? AND item_id = ?");
        for (const model::Id item : items) remove.with(incident, item).run();
    });
}

std::vector<model::Id> Editor::acceptEpisodes(const std::vector<EpisodeToAccept>& episodes) {
    std::vector<const EpisodeToAccept*> ordered;
    for (const EpisodeToAccept& episode : episodes) ordered.push_back(&episode);
    std::stable_sort(ordered.begin(), ordered.end(), [](const EpisodeToAccept* a, const EpisodeToAccept* b) {
        return a->first.utcMs < b->first.utcMs;
    });
    store::Database& db = state_->db;
    const std::int64_t now = state_->store.clock().nowMs();
    std::vector<model::Id> ids;
    state_->run(
        {"accept", static_cast<int>(episodes.size())}, std::to_string(episodes.size()) + " episodes", [&] {
            for (const EpisodeToAccept* episode : ordered) {
                requireDate(episode->first);
                const std::vector<model::Id> free = inNoIncident(db, episode->items);
                if (free.empty()) continue; // accepted already, from a list that was older
                model::Incident incident;
                incident.start = episode->first;
                if (episode->last.utcMs != episode->first.utcMs) incident.end = episode->last;
                incident.timeSource = episode->timeSource;
                incident.type = episode->type;
                incident.channel = episode->channel;
                incident.count = episode->count - static_cast<int>(episode->items.size() - free.size());
                incident.party = episode->party;
                incident.identifiedBy = identifiedBy(db, free);
                incident.status = model::IncidentStatus::Ready;
                incident.episodeKey = episode->key;
                const model::Id id = insertIncident(db, now);
                writeIncident(db, id, incident, now);
                linkItems(db, id, free);
                ids.push_back(id);
            }
        });
    return ids;
}

std::vector<model::Id> Editor::makeFromLog(const std::vector<model::Incident>& rows) {
    for (const model::Incident& row : rows) {
        requireDate(row.start);
        if (row.origin.empty()) throw base::Error(base::ErrorCode::Internal, "a row of no log");
    }
    // Such forms mostly begin with the newest; the numbers go by time.
    std::vector<model::Incident> ordered = rows;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.start.utcMs < b.start.utcMs; });
    store::Database& db = state_->db;
    const std::int64_t now = state_->store.clock().nowMs();
    std::vector<model::Id> ids;
    auto known = db.prepare("SELECT 1 FROM incident WHERE origin = ?");
    state_->run({"from-log", static_cast<int>(rows.size())}, std::to_string(rows.size()) + " rows", [&] {
        for (const model::Incident& row : ordered) {
            if (known.with(row.origin).step()) continue;
            known.reset();
            const model::Id id = insertIncident(db, now);
            writeIncident(db, id, row, now);
            db.prepare("UPDATE incident SET origin = ? WHERE id = ?").with(row.origin, id).run();
            ids.push_back(id);
        }
        known.reset();
    });
    return ids;
}

model::Id Editor::saveMilestone(const model::Milestone& m) {
    requireDate(m.time);
    store::Database& db = state_->db;
    model::Id id = m.id;
    std::string subject = subjectOf("milestone", id);
    state_->run({"milestone", 1}, subject, [&] {
        if (id == 0) {
            db.execute("INSERT INTO milestone(kind, time_ms, precision) VALUES ('clear-no', 0, 5)");
            id = db.lastInsertId();
            subject = subjectOf("milestone", id);
        }
        const std::optional<std::int64_t> item =
            m.item == 0 ? std::nullopt : std::optional<std::int64_t>(m.item);
        db.prepare("UPDATE milestone SET kind = ?, time_ms = ?, precision = ?, title = ?, valid_to = ?, "
                   "report_number = ?, note = ?, item_id = ? WHERE id = ?")
            .with(model::codeOf(m.kind), m.time.utcMs, static_cast<int>(m.time.precision), m.title, m.validTo,
                  m.reportNumber, m.note, item, id)
            .run();
    });
    return id;
}

void Editor::removeMilestone(model::Id milestone) {
    state_->run({"remove-milestone", 1}, subjectOf("milestone", milestone),
                [&] { state_->db.prepare("DELETE FROM milestone WHERE id = ?").with(milestone).run(); });
}

std::vector<model::Exhibit> Editor::freezeExhibits(std::vector<model::Exhibit> exhibits) {
    const bool anyNew =
        std::any_of(exhibits.begin(), exhibits.end(), [](const auto& e) { return e.number == 0; });
    if (!anyNew) return exhibits;
    store::Database& db = state_->db;
    const std::int64_t now = state_->store.clock().nowMs();
    std::string detail;
    state_->runForGood("freeze", "exhibits", detail, [&] {
        const std::int64_t first = db.integer("SELECT coalesce(max(number), 0) + 1 FROM exhibit");
        const bool isStale = std::none_of(exhibits.begin(), exhibits.end(),
                                          [&](const auto& e) { return e.number == first - 1; });
        if (first > 1 && isStale)
            throw base::Error(base::ErrorCode::Exists, "other exhibits were given numbers meanwhile");
        std::int64_t next = first;
        for (model::Exhibit& exhibit : exhibits) {
            if (exhibit.number != 0) continue;
            exhibit.number = static_cast<int>(next++);
            exhibit.frozenMs = now;
            insertExhibit(db, exhibit);
        }
        detail = "{\"first\":" + std::to_string(first) + ",\"last\":" + std::to_string(next - 1) + "}";
    });
    db.execute("PRAGMA shrink_memory"); // what was written is not read here, and an export needs the room
    return exhibits;
}

void Editor::recordExport(const ExportEntry& entry) {
    Poco::JSON::Object detail(Poco::JSON_PRESERVE_KEY_ORDER);
    detail.set("sha256", entry.sha256);
    detail.set("audience", entry.audience);
    detail.set("variant", entry.variant);
    detail.set("language", entry.language);
    detail.set("pages", entry.pages);
    detail.set("redactions", entry.redactions);
    detail.set("held_back", entry.heldBack);
    std::ostringstream json;
    detail.stringify(json);
    state_->runForGood("export", entry.fileName, json.str(), [] {});
}

void Editor::recordFailedExport(const ExportEntry& entry) {
    Poco::JSON::Object detail(Poco::JSON_PRESERVE_KEY_ORDER);
    detail.set("sha256", entry.sha256);
    std::ostringstream json;
    detail.stringify(json);
    state_->runForGood("export-failed", entry.fileName, json.str(), [] {});
}

} // namespace core::edit
