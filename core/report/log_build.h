// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the parts of the builder share while one document is made. Internal to this folder; callers use
// log_builder.h.

#include "core/model/incident.h"
#include "core/model/milestone.h"
#include "core/query/file_order.h"
#include "core/query/patterns.h"
#include "core/report/item_numbers.h"
#include "core/report/log_builder.h"
#include "core/report/phrases.h"
#include "core/report/redacted_reader.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::report {

struct Build {
    Build(RedactedReader caseReader, const LogOptions& logOptions, const base::Catalog& catalog,
          const FormData& formData);

    RedactedReader reader;
    query::FileOrder fileOrder;
    const LogOptions& options;
    const FormData& form;
    Phrases say;
    std::vector<model::Incident> incidents; // those that go along, oldest first
    std::vector<model::Milestone> milestones;
    std::vector<query::PartyRow> parties;
    query::Patterns patterns;
    ItemNumbers exhibitsOfItem;
    ItemNumbers incidentsOfItem;      // of those that go along
    std::set<model::Id> leftOutItems; // of incidents that do not go along, and of no other: no context either
    std::map<model::Id, std::vector<model::Id>> alsoIn; // of a contact: the same in other exports
    std::set<model::Id> againItems; // that an item of another export stands for: no context either
    std::unordered_map<model::Id, std::string> labelOfItem; // "45.3"; context has none
    std::map<model::Id, std::string> milestoneLabels;       // "M5"
    std::map<model::Id, std::string> sourceKeys;            // "K1"
    LogDocument document;

    std::string tr(const std::string& text) const { return say.tr(text); }
    bool danish() const { return say.language() == base::Language::Danish; }
    bool newestFirst() const { return options.newestFirst.value_or(form.log.newestFirst); }
    const query::PartyRow* party(model::Id id) const;
    int offenders() const;
    // Who a person of that role is called in the document: "udøver", with the name where there are several.
    std::string roleName(model::PartyRole role, model::Id party) const;
    // The last order that was in force at that moment.
    const model::Milestone* orderAt(std::int64_t ms) const;
    const query::BeforeAfter* aroundOf(model::Id milestone) const;
    const query::BeforeAfter* firstOrder() const; // what "after the order" is counted from in the overview
    std::vector<int> exhibitsOf(const model::Incident& incident) const;
    std::string labelOf(model::Id item) const; // empty for context
    std::vector<int> incidentsWith(model::Id item) const;
    std::string sourceKey(const query::SourceRow& source); // gives the next key to a new source
};

bool isOrder(model::MilestoneKind kind); // interim order, restraining order, exclusion order
bool splits(model::MilestoneKind kind);  // what contacts are counted before and after
using query::beginOfAfter;

void buildFront(Build& build);
void buildOverview(Build& build);
inline constexpr std::size_t kLeastForFigures = 3; // contacts; fewer show nothing that the log does not
void buildPatterns(Build& build);                  // after the overview
void buildParties(Build& build);
// "V2" where words about a witness begin with it, as the form asks for: a letter and a number.
std::string witnessKey(const std::string& words);
void buildRows(Build& build);
void buildExhibits(Build& build);
void labelItems(Build& build, const std::vector<model::Exhibit>& byNumber);
void buildAbout(Build& build);
TextSection leftOutSection(const Build& build); // of it; after the exhibits
void countRedactions(Build& build);
// Sets `guard`. Throws base::Error(Internal) where a protected term is left in the document. `formWords`
// gives the document as it would be without anything of the case; it is asked only when it matters.
void prove(Build& build, const std::function<LogDocument()>& formWords);

LogRow makeRow(Build& build, const model::Incident& incident);
LogRow makeMilestoneRow(Build& build, const model::Milestone& milestone, bool withCounts);

// What an exhibit is described and put in order by, of each item that it shows. Their words are read when it
// is their turn: there may be very many.
struct ExhibitItem {
    model::Id id = 0;
    model::ItemKind kind = model::ItemKind::Document;
    model::Direction direction = model::Direction::Unknown;
    std::optional<std::int64_t> timeMs;
    model::TimeSource timeSource = model::TimeSource::Unknown;
    model::Id fromParty = 0; // 0: nobody's
    model::PartyRole fromRole = model::PartyRole::Unknown;
    model::Id source = 0;
    bool isScreenshot = false;
};
// In a conversation: shown, and not counted. Hers, a service's, a third party's beside the offender's, or
// what is counted as another export has it.
template <typename Item>
bool isContextOf(const Build& build, const Item& item) {
    return item.direction == model::Direction::Out || item.kind == model::ItemKind::Notice ||
           build.patterns.repeats.contains(item.id) || build.patterns.others.contains(item.id);
}
// Around what is quoted stands what was said there, though another exhibit may show it too; around whole
// conversations only what no other does.
enum class Shows { Quotes, Conversations };
void addConversation(Build& build, const std::vector<ExhibitItem>& items, Shows shows, ExhibitPart& part);
void addMail(Build& build, const query::ItemDetail& item, ExhibitPart& part);
void addFile(Build& build, const query::ItemDetail& item, ExhibitPart& part);
// The key of what an exhibit rests on; those of its items are there already, with their words.
void addSource(Build& build, const query::SourceRow& source, ExhibitPart& part);
std::string hashGroups(const std::string& hex, std::size_t digits); // "a59b 3536 13a9 7d6c"

} // namespace core::report
