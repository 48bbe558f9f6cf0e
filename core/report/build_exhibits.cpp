// SPDX-License-Identifier: GPL-3.0-or-later
// The exhibits: what stands in the list about each, and the items behind it in the order of time.
#include "core/base/zone.h"
#include "core/report/exhibit_titles.h"
#include "core/report/log_build.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace core::report {

namespace {

using Items = std::vector<ExhibitItem>;
using Span = ExhibitSpan;

ExhibitItem described(const query::ItemDetail& item) {
    ExhibitItem found;
    found.id = item.id;
    found.kind = item.kind;
    found.direction = item.direction;
    if (item.time) found.timeMs = item.time->utcMs;
    found.timeSource = item.timeSource;
    found.fromParty = item.from.party;
    found.fromRole = item.from.partyRole;
    found.source = item.source.id;
    found.isScreenshot = item.photo && item.photo->isScreenshot;
    return found;
}

// The offenders in it, each as they are written there.
class Offenders {
public:
    void note(const query::ItemDetail& item) {
        for (const query::PersonView& person : item.people)
            if (person.partyRole == model::PartyRole::Offender)
                people_.try_emplace(std::tuple(person.party, person.written, person.name), person);
    }
    // Who is behind which identifier here.
    std::string named(const Build& build) const {
        std::map<std::string, std::set<std::string>> written;
        for (const auto& [key, uncleaned] : people_) {
            const query::PersonView person = build.reader.person(uncleaned);
            if (!person.written.empty())
                written[capitalized(build.roleName(person.partyRole, person.party))].insert(person.written);
        }
        std::vector<std::string> all;
        all.reserve(written.size());
        for (const auto& [role, identifiers] : written)
            all.push_back(role + ": " + joined({identifiers.begin(), identifiers.end()}, ", ") + ".");
        return joined(all, " ");
    }

private:
    std::map<std::tuple<model::Id, std::string, std::string>, query::PersonView> people_;
};

// What the exhibit shows today. Of one that shows several incidents, what belongs to one that was left out
// afterwards stays out too.
Items itemsOf(const Build& build, const model::Exhibit& exhibit, Offenders& offenders) {
    const bool hasOwner = build.milestoneLabels.contains(exhibit.milestone) ||
                          std::any_of(build.incidents.begin(), build.incidents.end(),
                                      [&](const model::Incident& n) { return n.id == exhibit.incident; });
    Items items;
    items.reserve(exhibit.items.size());
    for (const model::Id id : exhibit.items) {
        if (!hasOwner && !build.incidentsOfItem.contains(id)) continue;
        const auto item = build.reader.forCounting().item(id);
        if (!item || item->excluded) continue;
        items.push_back(described(*item));
        offenders.note(*item);
    }
    return items;
}

// Numbers of the incidents that rest on an exhibit.
std::vector<int> incidentsOf(const Build& build, const model::Exhibit& exhibit) {
    std::vector<int> numbers;
    const std::set<model::Id> items(exhibit.items.begin(), exhibit.items.end());
    for (const model::Incident& n : build.incidents) {
        const bool shares =
            std::any_of(n.items.begin(), n.items.end(), [&](model::Id id) { return items.contains(id); });
        if (shares || n.id == exhibit.incident) numbers.push_back(n.number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::optional<Span> spanOf(const Items& items) {
    std::optional<Span> span;
    for (const ExhibitItem& item : items) {
        if (!item.timeMs) continue;
        const std::int64_t at = *item.timeMs;
        span = span ? Span{std::min(span->first, at), std::max(span->last, at)} : Span{at, at};
    }
    return span;
}

// Without the year where the heading of the list says it.
std::string listedDate(const Build& build, const std::optional<Span>& span, bool withYear) {
    if (!span) return build.tr("undated");
    const Phrases& say = build.say;
    const auto year = [&](std::int64_t ms) { return base::toLocal(ms, say.zone()).year; };
    const bool isOneDay = say.calendarDays(span->first, span->last) == 0;
    const bool isOneYear = year(span->first) == year(span->last);
    const auto whole = [&](std::int64_t ms) { return withYear ? say.tableDate(ms) : say.dayMonthTable(ms); };
    if (isOneDay) return whole(span->last);
    // A Danish date may leave its year to the one after the dash; 2025-05-03 cannot.
    const bool isShort = isOneYear && build.danish();
    return (isShort ? say.dayMonthTable(span->first) : whole(span->first)) + "–" + whole(span->last);
}

// A long list would fill the page: how many, and between which; the exhibit itself names each.
std::string listCell(const Build& build, const std::vector<int>& incidents) {
    constexpr std::size_t kMostBytes = 36; // two lines
    std::string list = listedNumbers(incidents);
    if (list.size() <= kMostBytes) return list;
    return base::fill(build.tr("%1 of no. %2–%3"),
                      {build.say.number(static_cast<long long>(incidents.size())),
                       std::to_string(incidents.front()), std::to_string(incidents.back())});
}

void addSources(Build& build, const Items& items, ExhibitPart& part) {
    bool hasMessages = false;
    std::set<model::Id> known;
    for (const ExhibitItem& item : items) {
        hasMessages = hasMessages || item.timeSource == model::TimeSource::MessageExport;
        if (!known.insert(item.source).second) continue;
        const query::SourceRow source = build.reader.source(item.source);
        part.sources.push_back(
            {build.sourceKey(source), source.name,
             base::fill(build.tr("added to the case %1"), {build.say.tableDateTime(source.importedMs)}),
             source.sha256});
    }
    if (hasMessages)
        part.sourceRemark = build.tr("Times from a message file: the phone's, as a rule at receipt.");
    if (part.sources.empty()) return;
    part.sha256 = part.sources.front().sha256;
    part.listFile = part.sources.front().name;
    if (part.sources.size() > 1)
        part.listFile +=
            " " + build.say.trn("+ %1 file", "+ %1 files", static_cast<long long>(part.sources.size()) - 1);
}

ExhibitPart makeExhibit(Build& build, const model::Exhibit& exhibit, std::optional<Span>& span) {
    ExhibitPart part;
    part.number = exhibit.number;
    part.kind = exhibit.kind;
    const std::vector<int> incidents = incidentsOf(build, exhibit);
    const auto milestone = build.milestoneLabels.find(exhibit.milestone);
    const bool isMilestone = exhibit.milestone != 0 && milestone != build.milestoneLabels.end();
    Offenders offenders;
    const Items items = itemsOf(build, exhibit, offenders);
    part.withdrawn = exhibit.withdrawn || items.empty() || (incidents.empty() && !isMilestone);
    if (part.withdrawn) return part;
    span = spanOf(items);

    part.incident = incidents.empty() ? 0 : incidents.front();
    if (isMilestone) part.milestone = milestone->second;
    part.listIncidents = isMilestone ? joined({milestone->second, listedNumbers(incidents)}, ", ")
                                     : listCell(build, incidents);
    part.incidentLabel =
        isMilestone ? milestone->second : base::fill(build.tr("incident no. %1"), {listedNumbers(incidents)});
    nameExhibit(build, exhibit, items, incidents, span, part);
    part.intro = capitalized(part.incidentLabel) + ": " + contentsOf(build, items) + ".";
    if (items.size() < exhibit.items.size())
        part.intro += " " + build.say.trn("%1 item was taken out after the exhibit got its number.",
                                          "%1 items were taken out after the exhibit got its number.",
                                          static_cast<long long>(exhibit.items.size() - items.size()));
    addSources(build, items, part);
    if (exhibit.kind == model::ExhibitKind::Conversation) {
        // The exposed person's own never stand in the document, which the first page of it says.
        part.intro += " " + build.tr("The exposed person: number left out in this edition.");
        if (const std::string named = offenders.named(build); !named.empty()) part.intro += "\n" + named;
        const bool isMonths = exhibit.incident == 0 && exhibit.milestone == 0;
        addConversation(build, items, isMonths ? Shows::Conversations : Shows::Quotes, part);
        return part;
    }
    for (const ExhibitItem& shown : items) {
        const auto item = build.reader.item(shown.id);
        if (!item) continue;
        if (exhibit.kind == model::ExhibitKind::Mail)
            addMail(build, *item, part);
        else
            addFile(build, *item, part);
        part.items.push_back(item->id);
    }
    return part;
}

// The year stands once in the heading of the list where all exhibits are of one.
void fillDates(Build& build, const std::vector<std::optional<Span>>& spans) {
    std::set<int> years;
    for (const std::optional<Span>& span : spans)
        if (span)
            for (const std::int64_t ms : {span->first, span->last})
                years.insert(base::toLocal(ms, build.say.zone()).year);
    LogDocument& d = build.document;
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (!d.exhibits[i].withdrawn) d.exhibits[i].listDate = listedDate(build, spans[i], years.size() != 1);
    if (years.size() == 1) d.words.listDate += " (" + std::to_string(*years.begin()) + ")";
}

} // namespace

void addSource(Build& build, const query::SourceRow& source, ExhibitPart& part) {
    const std::string key = build.sourceKey(source);
    const auto isKey = [&](const SourceNote& note) { return note.key == key; };
    if (std::any_of(part.sources.begin(), part.sources.end(), isKey)) return;
    const auto note = std::find_if(build.document.files.begin(), build.document.files.end(), isKey);
    part.sources.push_back({note->key, note->name, note->text, note->sha256});
}

void buildExhibits(Build& build) {
    std::vector<model::Exhibit> exhibits = build.options.exhibits;
    std::sort(exhibits.begin(), exhibits.end(),
              [](const model::Exhibit& a, const model::Exhibit& b) { return a.number < b.number; });
    labelItems(build, exhibits);
    std::vector<std::optional<Span>> spans(exhibits.size());
    for (std::size_t i = 0; i < exhibits.size(); ++i)
        build.document.exhibits.push_back(makeExhibit(build, exhibits[i], spans[i]));
    fillDates(build, spans);
    build.document.listNote =
        build.document.isFull
            ? build.tr(
                  "Where an exhibit has several files, the code is that of the first. All files and whole "
                  "codes: page {page:files}.")
            : build.tr("Where an exhibit has several files, the code is that of the first. The exhibits "
                       "themselves are in the full edition.");
}

} // namespace core::report
