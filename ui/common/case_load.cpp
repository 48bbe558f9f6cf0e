// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/case_load.h"

#include "core/base/utf8.h"
#include "core/query/survey.h"

#include <algorithm>
#include <sstream>

namespace ui::common {
namespace {

using core::model::Incident;
using core::query::CaseReader;
using core::query::ItemSort;
using core::query::Survey;
using core::query::TimelineRow;
using core::timeline::Entry;
using core::timeline::TimelineIndex;

Entry entryOf(const Incident& incident, const std::string& zone) {
    Entry entry{incident.id, core::timeline::Lane::Incident, incident.start.utcMs,
                core::base::spanMs(incident.start, zone), false};
    if (incident.end && incident.end->utcMs > incident.start.utcMs) {
        entry.spanMs = incident.end->utcMs - incident.start.utcMs;
        entry.lasting = true;
    }
    return entry;
}

Entry entryOf(const TimelineRow& row) {
    return {row.id, core::timeline::laneOf(row.kind), row.timeMs, row.spanMs, false};
}

std::shared_ptr<const TimelineIndex> makeIndex(const std::vector<TimelineRow>& rows,
                                               const std::vector<const Incident*>& incidents,
                                               const std::string& zone) {
    std::vector<Entry> entries;
    entries.reserve(rows.size() + incidents.size());
    std::map<core::model::Id, std::string> titles;
    for (const Incident* incident : incidents) {
        entries.push_back(entryOf(*incident, zone));
        if (!incident->title.empty()) titles.emplace(incident->id, incident->title);
    }
    for (const TimelineRow& row : rows) entries.push_back(entryOf(row));
    return std::make_shared<const TimelineIndex>(entries, std::move(titles));
}

// As CaseReader::firstIds has them: by time and then by id, undated last in both directions, for they are
// asked for by their own filter. Incidents first.
std::vector<Ref> rowsByTime(const std::vector<TimelineRow>& items,
                            const std::vector<const Incident*>& incidents, bool descending) {
    struct Dated {
        std::int64_t ms;
        Ref ref;
    };
    std::vector<Dated> dated;
    std::vector<Ref> undated;
    dated.reserve(items.size() + incidents.size());
    for (const Incident* incident : incidents) dated.push_back({incident->start.utcMs, {incident->id, true}});
    for (const TimelineRow& row : items) {
        if (row.timeMs)
            dated.push_back({*row.timeMs, {row.id, false}});
        else
            undated.push_back({row.id, false});
    }
    const auto firstItem = dated.begin() + static_cast<std::ptrdiff_t>(incidents.size());
    if (descending) {
        std::reverse(firstItem, dated.end());
        std::reverse(undated.begin(), undated.end());
    }
    const auto before = [descending](const Dated& a, const Dated& b) {
        return descending ? b.ms < a.ms : a.ms < b.ms;
    };
    std::stable_sort(dated.begin(), firstItem, before);
    std::inplace_merge(dated.begin(), firstItem, dated.end(), before);
    std::vector<Ref> out;
    out.reserve(dated.size() + undated.size());
    for (const Dated& row : dated) out.push_back(row.ref);
    out.insert(out.end(), undated.begin(), undated.end());
    return out;
}

std::vector<Ref> rowsBySort(const CaseReader& reader, const std::vector<const Incident*>& incidents,
                            const ViewFilter& filter, const ViewOrder& order) {
    std::vector<Ref> out;
    for (const Incident* incident : incidents) out.push_back({incident->id, true});
    if (filter.onlyIncidents) return out;
    for (const auto id : reader.itemIds(filter.items, order.sort, order.descending))
        out.push_back({id, false});
    if (order.descending)
        std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(incidents.size()), out.end());
    return out;
}

bool hasAllWords(const std::string& text, const std::string& search) {
    const std::string folded = core::base::foldForSearch(text);
    std::istringstream words(core::base::foldForSearch(search));
    for (std::string word; words >> word;)
        if (folded.find(word) == std::string::npos) return false;
    return true;
}

} // namespace

bool matchesIncident(const Incident& incident, const ViewFilter& filter) {
    const core::query::ItemFilter& f = filter.items;
    if (!filter.onlyIncidents && !f.kinds.empty()) return false;
    if (f.identifier || f.tag || f.source || f.run || f.direction) return false;
    if (f.onlyUndated || f.onlyUnreviewed || f.onlyWithIssues || f.onlyExcluded) return false;
    if (incident.status == core::model::IncidentStatus::LeftOut && !f.withExcluded) return false;
    if (f.party && incident.party != *f.party) return false;
    if (f.incident && incident.id != *f.incident) return false;
    if (f.fromMs && incident.start.utcMs < *f.fromMs) return false;
    if (f.toMs && incident.start.utcMs >= *f.toMs) return false;
    return f.search.empty() || hasAllWords(incident.title + " " + incident.description, f.search);
}

namespace {

using Incidents = std::vector<const Incident*>;

std::shared_ptr<CaseData> loadNames(const CaseReader& reader) {
    auto data = std::make_shared<CaseData>();
    const auto contacts = core::query::contactsOfIncidents(reader);
    for (Incident& incident : reader.incidents()) {
        const auto counted = contacts.find(incident.id);
        if (counted != contacts.end()) incident.count = counted->second;
        data->incidents.emplace(incident.id, std::move(incident));
    }
    data->milestones = reader.milestones();
    data->parties = core::query::partyNames(reader);
    data->label = reader.label();
    return data;
}

Incidents shownIncidents(const CaseData& whole, const ViewFilter& filter) {
    Incidents list;
    for (const auto& [id, incident] : whole.incidents)
        if (matchesIncident(incident, filter)) list.push_back(&incident);
    return list;
}

void arrange(ViewData& data, const CaseReader& reader, const Survey& found) {
    const Incidents incidents = shownIncidents(*data.whole, data.filter);
    const bool byTime = data.order.sort == ItemSort::Time;
    data.facets = found.facets;
    data.incidents = static_cast<int>(incidents.size());
    ViewFilter anyKind = data.filter;
    anyKind.onlyIncidents = true;
    data.incidentFacet = static_cast<int>(shownIncidents(*data.whole, anyKind).size());
    const std::vector<TimelineRow> none;
    const auto& items = data.filter.onlyIncidents ? none : found.rows;
    data.items = static_cast<int>(items.size());
    if (!data.filter.isEmpty()) data.index = makeIndex(items, incidents, reader.zone());
    data.rows = byTime ? rowsByTime(items, incidents, data.order.descending)
                       : rowsBySort(reader, incidents, data.filter, data.order);
}

// Nothing that would have to be looked for row by row: then the first rows are as far away as the last.
bool isNear(const ViewFilter& filter) {
    core::query::ItemFilter rest = filter.items;
    rest.search.clear();
    rest.fromMs.reset();
    rest.toMs.reset();
    rest.withExcluded = false;
    return !filter.onlyIncidents && rest == core::query::ItemFilter{};
}

} // namespace

std::shared_ptr<const ViewData> loadFirstPage(const CaseReader& reader, std::shared_ptr<const CaseData> whole,
                                              const ViewFilter& filter, const ViewOrder& order) {
    if (order.sort != ItemSort::Time || !isNear(filter)) return nullptr;
    const int stored = whole ? whole->items : core::query::storedItems(reader);
    if (stored < kFirstPageFrom) return nullptr;
    const auto ids = reader.firstIds(filter.items, order.descending, kFirstPage);
    if (ids.size() < kFirstPage) return nullptr;
    if (!whole) {
        auto names = loadNames(reader);
        names->index = std::make_shared<const TimelineIndex>();
        whole = std::move(names);
    }
    std::map<core::model::Id, std::optional<std::int64_t>> times;
    for (const auto& row : reader.rows(ids))
        times[row.id] = row.time ? std::optional(row.time->utcMs) : std::nullopt;
    auto data = std::make_shared<ViewData>();
    data->filter = filter;
    data->order = order;
    data->stored = stored;
    // Incidents up to the last item; what comes behind it is not known yet.
    Incidents incidents = shownIncidents(*whole, filter);
    if (const auto last = times[ids.back()])
        std::erase_if(incidents, [&](const Incident* i) {
            return order.descending ? i->start.utcMs < *last : i->start.utcMs > *last;
        });
    std::vector<TimelineRow> items;
    for (const auto id : ids) items.push_back({id, {}, times[id], 0});
    if (order.descending) std::reverse(items.begin(), items.end()); // as a survey has them
    data->rows = rowsByTime(items, incidents, order.descending);
    data->whole = std::move(whole);
    return data;
}

std::shared_ptr<const ViewData> loadView(const CaseReader& reader, std::shared_ptr<const CaseData> whole,
                                         const ViewFilter& filter, const ViewOrder& order,
                                         const core::base::Progress& progress) {
    std::optional<Survey> all;
    if (!whole) {
        all = core::query::survey(reader, {}, progress);
        auto data = loadNames(reader);
        data->items = static_cast<int>(all->rows.size());
        data->index = makeIndex(all->rows, shownIncidents(*data, {}), reader.zone());
        data->tags = reader.tags();
        data->sources = reader.sources();
        whole = std::move(data);
    }
    if (!all || !(filter.items == core::query::ItemFilter{}))
        all = core::query::survey(reader, filter.items, progress);
    auto data = std::make_shared<ViewData>();
    data->filter = filter;
    data->order = order;
    data->isWhole = true;
    data->whole = std::move(whole);
    arrange(*data, reader, *all);
    return data;
}

} // namespace ui::common
