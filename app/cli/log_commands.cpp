// SPDX-License-Identifier: GPL-3.0-or-later
// parties, episodes, incidents, milestones, protect: who is who, and the rows of the log.
#include "app/cli/commands.h"
#include "app/cli/import_report.h"
#include "app/cli/item_json.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/edit/editor.h"
#include "core/import/log_rows.h"
#include "core/query/case_reader.h"
#include "core/query/episodes.h"

#include <algorithm>
#include <iostream>

namespace app::cli {

namespace {

using core::model::PartyRole;

// Those in the case that are spelled so, whatever kind the export took them for ("Postnord" as the sender of
// an SMS); a new one where there is none.
std::vector<core::model::Id> identifiersOf(core::edit::Editor& editor, const core::query::CaseReader& reader,
                                           const std::string& id) {
    std::vector<core::model::Id> list;
    for (const core::query::IdentifierRow& row : reader.identifiers())
        if (row.written == id || row.normal == core::model::normalizeIdentifier(row.kind, id))
            list.push_back(row.id);
    if (list.empty()) list.push_back(editor.ensureIdentifier(core::model::guessIdentifierKind(id), id));
    return list;
}

void assign(core::edit::Editor& editor, const core::query::CaseReader& reader,
            const std::vector<std::string>& ids, PartyRole role) {
    if (ids.empty()) return;
    std::vector<core::model::Id> list;
    for (const std::string& id : ids)
        for (const core::model::Id identifier : identifiersOf(editor, reader, id)) list.push_back(identifier);
    editor.assignIdentifiers(list, role);
}

JsonObject::Ptr identifierJson(const core::query::IdentifierRow& identifier) {
    auto o = newJson();
    o->set("id", identifier.normal);
    o->set("written", identifier.written);
    o->set("name", identifier.name);
    o->set("kind", core::model::codeOf(identifier.kind));
    o->set("role", core::model::codeOf(identifier.role));
    o->set("items", identifier.items);
    return o;
}

JsonObject::Ptr episodeJson(const core::query::Episode& episode) {
    auto o = newJson();
    o->set("id", episode.key);
    o->set("day", episode.day);
    o->set("channel", core::query::codeOf(episode.channel));
    o->set("party", static_cast<Poco::Int64>(episode.party));
    o->set("count", episode.count);
    o->set("missed_calls", episode.missedCalls);
    o->set("first", core::base::toRfc3339(episode.firstMs));
    o->set("last", core::base::toRfc3339(episode.lastMs));
    JsonArray::Ptr items = new JsonArray;
    for (const core::model::Id id : episode.items) items->add(static_cast<Poco::Int64>(id));
    o->set("items", items);
    return o;
}

JsonArray::Ptr wordsJson(const std::vector<std::string>& words) {
    JsonArray::Ptr list = new JsonArray;
    for (const std::string& word : words) list->add(word);
    return list;
}

JsonObject::Ptr incidentJson(const core::model::Incident& n) {
    auto o = newJson();
    o->set("id", static_cast<Poco::Int64>(n.id));
    o->set("number", n.number);
    o->set("time", core::base::toRfc3339(n.start.utcMs));
    o->set("end", orNull(n.end ? std::optional(core::base::toRfc3339(n.end->utcMs)) : std::nullopt));
    o->set("time_source", core::model::codeOf(n.timeSource));
    o->set("type", n.type);
    o->set("extra_types", wordsJson(n.extraTypes));
    o->set("channel", n.channel);
    o->set("count", n.count);
    o->set("title", n.title);
    o->set("description", n.description);
    o->set("place_type", n.placeType);
    o->set("targets", wordsJson(n.targets));
    o->set("reported", n.reported);
    o->set("report_number", n.reportNumber);
    o->set("highlight", n.highlight);
    if (!n.origin.empty()) o->set("origin", n.origin);
    JsonArray::Ptr items = new JsonArray;
    for (const core::model::Id id : n.items) items->add(static_cast<Poco::Int64>(id));
    o->set("items", items);
    return o;
}

// All, or those that are named; a name that is none is an error before anything is accepted.
std::vector<core::edit::EpisodeToAccept> chosenEpisodes(const core::query::CaseReader& reader,
                                                        const std::vector<std::string>& names) {
    const bool all = std::find(names.begin(), names.end(), "all") != names.end();
    std::vector<std::string> unknown = all ? std::vector<std::string>() : names;
    std::vector<core::edit::EpisodeToAccept> chosen;
    for (const core::query::Episode& episode : core::query::episodes(reader)) {
        if (!all && std::find(names.begin(), names.end(), episode.key) == names.end()) continue;
        std::erase(unknown, episode.key);
        chosen.push_back(core::query::toAccept(episode, reader.zone()));
    }
    if (!unknown.empty())
        throw core::base::Error(core::base::ErrorCode::NotFound, "no such episode", unknown[0]);
    return chosen;
}

JsonObject::Ptr logRowJson(const core::import::LogIncident& row) {
    auto o = newJson();
    o->set("row", row.row);
    o->set("written", row.written);
    std::optional<std::string> time;
    if (row.hasDate) time = core::base::toRfc3339(row.incident.start.utcMs);
    o->set("time", orNull(time));
    o->set("about", row.incident.start.about);
    o->set("made", row.isMade);
    o->set("type", row.incident.type);
    o->set("description", row.incident.description);
    JsonArray::Ptr issues = new JsonArray;
    for (const core::model::Issue& issue : row.issues) issues->add(issueJson(issue));
    o->set("issues", issues);
    return o;
}

// A row that is named must be one that can be made; with "all" the others are passed over.
std::vector<core::model::Incident> chosenRows(const std::vector<core::import::LogIncident>& rows,
                                              const std::vector<std::string>& names) {
    const bool all = std::find(names.begin(), names.end(), "all") != names.end();
    std::vector<std::string> left = all ? std::vector<std::string>() : names;
    std::vector<core::model::Incident> chosen;
    for (const core::import::LogIncident& row : rows) {
        const bool isNamed = std::erase(left, row.row) > 0;
        if (isNamed && !row.hasDate)
            throw core::base::Error(core::base::ErrorCode::InvalidInput,
                                    "the row has no day that can be read", row.row);
        if ((all || isNamed) && row.hasDate && !row.isMade) chosen.push_back(row.incident);
    }
    if (!left.empty()) throw core::base::Error(core::base::ErrorCode::NotFound, "no such row", left[0]);
    return chosen;
}

int fromLog(core::store::CaseStore& store, const core::query::CaseReader& reader,
            const Arguments& arguments) {
    const auto source = sourceNamed(reader, arguments.value("from-log"));
    const auto rows = core::import::logIncidents(store, source.id);
    if (rows.empty())
        throw core::base::Error(core::base::ErrorCode::Unsupported, "no rows of a log", source.name);
    if (arguments.has("accept")) {
        const auto chosen = chosenRows(rows, arguments.list("accept"));
        const auto made = core::edit::Editor(store).makeFromLog(chosen);
        std::cerr << made.size() << " incidents made\n";
        return 0;
    }
    for (const auto& row : rows) {
        if (arguments.has("json")) {
            printLine(std::cout, *logRowJson(row));
            continue;
        }
        std::cout << row.row << "  "
                  << (row.hasDate ? core::base::toRfc3339(row.incident.start.utcMs) : "no day") << "  "
                  << row.incident.type << "  " << (row.isMade ? "made  " : "") << row.incident.description
                  << "\n";
    }
    return 0;
}

} // namespace

int runParties(const Arguments& arguments) {
    const auto store = openCase(arguments);
    core::edit::Editor editor(*store);
    const core::query::CaseReader reader(*store);
    assign(editor, reader, arguments.list("offender"), PartyRole::Offender);
    assign(editor, reader, arguments.list("self"), PartyRole::Exposed);
    assign(editor, reader, arguments.list("third"), PartyRole::ThirdParty);
    for (const core::query::IdentifierRow& identifier : reader.identifiers()) {
        if (arguments.has("json"))
            printLine(std::cout, *identifierJson(identifier));
        else
            std::cout << core::model::codeOf(identifier.role) << "  " << identifier.normal << "  "
                      << identifier.name << "  " << identifier.items << "\n";
    }
    return 0;
}

int runEpisodes(const Arguments& arguments) {
    const auto store = openCase(arguments);
    const core::query::CaseReader reader(*store);
    if (arguments.has("accept")) {
        core::edit::Editor editor(*store);
        const auto ids = editor.acceptEpisodes(chosenEpisodes(reader, arguments.list("accept")));
        std::cerr << ids.size() << " incidents made\n";
        if (!arguments.has("json")) return 0;
    }
    for (const core::query::Episode& episode : core::query::episodes(reader)) {
        if (arguments.has("json"))
            printLine(std::cout, *episodeJson(episode));
        else
            std::cout << episode.key << "  " << episode.count << "\n";
    }
    return 0;
}

int runIncidents(const Arguments& arguments) {
    const auto store = openCase(arguments);
    const core::query::CaseReader reader(*store);
    if (arguments.has("from-log")) return fromLog(*store, reader, arguments);
    if (arguments.has("accept")) throw UsageError("--accept needs --from-log");
    for (const core::model::Incident& incident : reader.incidents()) {
        if (arguments.has("json"))
            printLine(std::cout, *incidentJson(incident));
        else
            std::cout << incident.number << "  " << core::base::toRfc3339(incident.start.utcMs) << "  "
                      << incident.type << "  " << incident.count << "  " << incident.title << "\n";
    }
    return 0;
}

int runMilestones(const Arguments& arguments) {
    const auto store = openCase(arguments);
    core::edit::Editor editor(*store);
    const core::query::CaseReader reader(*store);
    if (arguments.has("add")) {
        const auto kind = core::model::milestoneKindOf(arguments.value("add"));
        auto date = core::base::parseDate(arguments.value("date"));
        if (!kind) throw UsageError("unknown kind of milestone " + arguments.value("add"));
        if (!date) throw UsageError("--date needs a date, such as 2025-05-12");
        const auto clock = core::base::parseClock(arguments.value("time"));
        if (arguments.has("time") && !clock) throw UsageError("--time needs a time, such as 14:05");
        if (clock) {
            date->hour = clock->hour;
            date->minute = clock->minute;
        }
        core::model::Milestone milestone;
        milestone.kind = *kind;
        milestone.time = core::base::fromLocal(
            *date, reader.zone(), clock ? core::base::Precision::Minute : core::base::Precision::Day);
        milestone.reportNumber = arguments.value("number");
        milestone.note = arguments.value("note");
        editor.saveMilestone(milestone);
    }
    for (const core::model::Milestone& milestone : reader.milestones()) {
        if (arguments.has("json")) {
            auto o = newJson();
            o->set("id", static_cast<Poco::Int64>(milestone.id));
            o->set("kind", core::model::codeOf(milestone.kind));
            o->set("time", core::base::toRfc3339(milestone.time.utcMs));
            o->set("report_number", milestone.reportNumber);
            printLine(std::cout, *o);
        } else {
            std::cout << core::base::toRfc3339(milestone.time.utcMs) << "  "
                      << core::model::codeOf(milestone.kind) << "  " << milestone.reportNumber << "\n";
        }
    }
    return 0;
}

int runBackground(const Arguments& arguments) {
    const auto store = openCase(arguments);
    if (arguments.has("set")) core::edit::Editor(*store).setBackground(arguments.value("set"));
    std::cout << core::query::CaseReader(*store).background() << '\n';
    return 0;
}

int runProtect(const Arguments& arguments) {
    if (!arguments.has("term")) throw UsageError("--term TERM is needed");
    const auto store = openCase(arguments);
    core::edit::Editor editor(*store);
    editor.addProtectedTerm(arguments.value("term"), arguments.value("label"));
    return 0;
}

} // namespace app::cli
