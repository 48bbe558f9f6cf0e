// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/sample_case.h"

#include "core/base/byte_source.h"
#include "core/base/clock.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/edit/editor.h"
#include "core/query/case_reader.h"
#include "core/query/episodes.h"
#include "core/store/case_store.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace app {

namespace fs = std::filesystem;
using core::base::Error;
using core::base::ErrorCode;
using Poco::JSON::Array;
using Poco::JSON::Object;

namespace {

Object::Ptr description(const fs::path& assets) {
    core::base::FileSource file(assets / "sample" / "case.json");
    try {
        Poco::JSON::Parser parser;
        return parser.parse(core::base::readAll(file, 1U << 20U)).extract<Object::Ptr>();
    } catch (const Poco::Exception& error) {
        throw Error(ErrorCode::Damaged,
                    "the description of the sample cannot be read: " + error.displayText());
    }
}

std::vector<std::string> strings(const Object& o, const std::string& key) {
    std::vector<std::string> list;
    const Array::Ptr array = o.getArray(key);
    for (std::size_t i = 0; array && i < array->size(); ++i)
        list.push_back(array->getElement<std::string>(static_cast<unsigned>(i)));
    return list;
}

std::vector<Object::Ptr> objects(const Object& o, const std::string& key) {
    std::vector<Object::Ptr> list;
    const Array::Ptr array = o.getArray(key);
    for (std::size_t i = 0; array && i < array->size(); ++i)
        list.push_back(array->getObject(static_cast<unsigned>(i)));
    return list;
}

// "date" and, where it is known, "time"; "about": ca.
core::base::Timestamp timeOf(const Object& o, const std::string& zone) {
    auto date = core::base::parseDate(o.getValue<std::string>("date"));
    if (!date) throw Error(ErrorCode::Damaged, "a date of the sample cannot be read");
    const auto clock = core::base::parseClock(o.optValue<std::string>("time", ""));
    if (clock) {
        date->hour = clock->hour;
        date->minute = clock->minute;
    }
    auto time = core::base::fromLocal(*date, zone,
                                      clock ? core::base::Precision::Minute : core::base::Precision::Day);
    time.about = o.optValue<bool>("about", false);
    return time;
}

void assign(core::edit::Editor& editor, const std::vector<std::string>& ids, core::model::PartyRole role) {
    std::vector<core::model::Id> list;
    list.reserve(ids.size());
    for (const std::string& id : ids)
        list.push_back(editor.ensureIdentifier(core::model::guessIdentifierKind(id), id));
    editor.assignIdentifiers(list, role);
}

// Items whose file name or text holds one of the words; so a written incident finds its photo.
std::vector<core::model::Id> itemsNamed(const core::query::CaseReader& reader,
                                        const std::vector<std::string>& names) {
    std::vector<core::model::Id> list;
    for (const std::string& name : names) {
        core::query::ItemFilter filter;
        filter.search = name;
        for (const core::model::Id id : reader.itemIds(filter)) list.push_back(id);
    }
    return list;
}

// "item": words of the message that shows the step.
void addMilestones(core::edit::Editor& editor, const core::query::CaseReader& reader, const Object& sample) {
    for (const Object::Ptr& o : objects(sample, "milestones")) {
        core::model::Milestone milestone;
        const auto kind = core::model::milestoneKindOf(o->getValue<std::string>("kind"));
        if (!kind) throw Error(ErrorCode::Damaged, "a milestone of the sample is of no known kind");
        milestone.kind = *kind;
        milestone.time = timeOf(*o, reader.zone());
        milestone.validTo = o->optValue<std::string>("valid_to", "");
        milestone.reportNumber = o->optValue<std::string>("report_number", "");
        milestone.note = o->optValue<std::string>("note", "");
        if (const std::string words = o->optValue<std::string>("item", ""); !words.empty())
            if (const auto items = itemsNamed(reader, {words}); !items.empty())
                milestone.item = items.front();
        editor.saveMilestone(milestone);
    }
}

void addIncidents(core::edit::Editor& editor, const core::query::CaseReader& reader, const Object& sample,
                  core::model::Id offender) {
    for (const Object::Ptr& o : objects(sample, "incidents")) {
        core::model::Incident n;
        n.start = timeOf(*o, reader.zone());
        n.timeSource = core::model::timeSourceOf(o->optValue<std::string>("time_source", "own-memory"))
                           .value_or(core::model::TimeSource::OwnMemory);
        n.type = o->optValue<std::string>("type", "other");
        n.extraTypes = strings(*o, "extra_types");
        n.channel = o->optValue<std::string>("channel", "physical");
        n.title = o->optValue<std::string>("title", "");
        n.description = o->optValue<std::string>("description", "");
        n.placeType = o->optValue<std::string>("place_type", "");
        n.placeText = o->optValue<std::string>("place_text", "");
        n.targets = strings(*o, "targets");
        n.party = offender;
        n.identifiedBy = strings(*o, "identified_by");
        n.identifiedText = o->optValue<std::string>("identified_text", "");
        n.witnesses = o->optValue<std::string>("witnesses", "");
        n.response = o->optValue<std::string>("response", "");
        n.responseText = o->optValue<std::string>("response_text", "");
        n.fear = o->optValue<int>("fear", -1);
        n.impact = o->optValue<std::string>("impact", "");
        n.reported = o->optValue<bool>("reported", false);
        n.reportNumber = o->optValue<std::string>("report_number", "");
        n.highlight = o->optValue<bool>("highlight", false);
        n.privateNote = o->optValue<std::string>("private_note", "");
        n.status = core::model::IncidentStatus::Ready;
        n.items = itemsNamed(reader, strings(*o, "items"));
        editor.saveIncident(n);
    }
}

void acceptAll(core::edit::Editor& editor, const core::query::CaseReader& reader) {
    std::vector<core::edit::EpisodeToAccept> accepted;
    for (const core::query::Episode& episode : core::query::episodes(reader))
        accepted.push_back(core::query::toAccept(episode, reader.zone()));
    editor.acceptEpisodes(accepted);
}

// Marks the accepted days that the description names as typical examples.
void highlightDays(core::edit::Editor& editor, const core::query::CaseReader& reader, const Object& sample) {
    for (const std::string& key : strings(sample, "highlight_days")) {
        for (core::model::Incident incident : reader.incidents()) {
            if (!incident.episodeKey.starts_with(key)) continue;
            incident.highlight = true;
            editor.saveIncident(incident);
        }
    }
}

} // namespace

std::string samplePassphrase(const fs::path& assets) {
    return description(assets)->getValue<std::string>("passphrase");
}

SampleResult makeSampleCase(const fs::path& folder, const fs::path& assets, const core::base::Clock& clock,
                            core::base::Progress& progress) {
    const Object::Ptr sample = description(assets);
    SampleResult result;
    result.store = core::store::CaseStore::create(
        folder, sample->getValue<std::string>("passphrase"), sample->getValue<std::string>("label"),
        core::base::kDefaultZone, core::store::KdfCost::Fast, clock);
    core::import::ImportOptions options;
    options.custodian = sample->optValue<std::string>("custodian", "");
    result.report =
        core::import::importFiles(*result.store, {assets / "sample" / "exports"}, options, progress);

    core::edit::Editor editor(*result.store);
    const core::query::CaseReader reader(*result.store);
    assign(editor, strings(*sample, "offender"), core::model::PartyRole::Offender);
    assign(editor, strings(*sample, "self"), core::model::PartyRole::Exposed);
    for (const Object::Ptr& o : objects(*sample, "protected"))
        editor.addProtectedTerm(o->getValue<std::string>("term"), o->getValue<std::string>("label"));
    editor.setBackground(sample->optValue<std::string>("background", ""));
    addMilestones(editor, reader, *sample);
    core::model::Id offender = 0;
    for (const core::query::PartyRow& party : reader.parties())
        if (party.role == core::model::PartyRole::Offender) offender = party.id;
    addIncidents(editor, reader, *sample, offender);
    acceptAll(editor, reader);
    highlightDays(editor, reader, *sample);
    for (const Object::Ptr& o : objects(*sample, "tags"))
        editor.tagItems(itemsNamed(reader, strings(*o, "items")), o->getValue<std::string>("tag"));
    return result;
}

} // namespace app
